import { acrPull, shop, web } from '../building-blocks.ts'
import { deployment, documents } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

/** The API server takes any JSON object; the kubelet reads the address as a text. */
const broken = `apiVersion: v1
kind: Secret
type: kubernetes.io/dockerconfigjson
metadata: {name: pull}
stringData: {.dockerconfigjson: '{"auths": {"docker.io": {"email": 1}}}'}
`

export default {
  title: 'the config of a pull secret cannot be decoded, which ends the pull beside a grant',
  kind: 'fault',
  cause: 'S3',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: {
    'web.yaml': documents(broken, deployment(web, { pod: ['imagePullSecrets: [{name: pull}]'] }))
  },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull' }],
    findings: { 'pull-secret-unusable': 'error' }
  }
} satisfies Scenario
