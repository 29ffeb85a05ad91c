import { shop, web } from '../building-blocks.ts'
import { deployment, documents } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

const external = `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: {name: pull}
spec: {target: {name: pull, template: {type: kubernetes.io/dockerconfigjson}}}
`

export default {
  title: 'an ExternalSecret makes the pull secret, and only the cluster knows what it holds',
  kind: 'fault',
  cause: 'S1',
  world: shop,
  manifests: {
    'web.yaml': documents(external, deployment(web, { pod: ['imagePullSecrets: [{name: pull}]'] }))
  },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'pull-secret-not-visible': 'unknown' }
  }
} satisfies Scenario
