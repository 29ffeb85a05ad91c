import { acrPull, kubelet, shop, web } from '../building-blocks.ts'
import { deployment, documents } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

const webhook = `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: azure-wi-webhook-mutating-webhook-configuration}
webhooks:
  - name: mutation.azure-workload-identity.io
    clientConfig: {service: {name: pods, namespace: platform}}
    rules: [{apiGroups: [''], apiVersions: [v1], operations: [CREATE], resources: [pods]}]
`

export default {
  title: 'a webhook projects tokens into pods, and leaves their images',
  kind: 'trap',
  cause: 'L13',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: { 'web.yaml': documents(deployment(web), webhook) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario
