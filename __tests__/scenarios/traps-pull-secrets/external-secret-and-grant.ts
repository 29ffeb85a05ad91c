import { acrPull, kubelet, shop, web } from '../building-blocks.ts'
import { deployment, documents } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

const external = `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: {name: pull}
spec: {target: {name: pull, template: {type: kubernetes.io/dockerconfigjson}}}
`

export default {
  title: 'an ExternalSecret makes the pull secret, and the nodes hold AcrPull',
  kind: 'trap',
  cause: 'S7',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: {
    'web.yaml': documents(external, deployment(web, { pod: ['imagePullSecrets: [{name: pull}]'] }))
  },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario
