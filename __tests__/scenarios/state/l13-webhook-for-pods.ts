import { shop, web } from '../building-blocks.ts'
import { deployment, documents } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

const webhook = `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: pods}
webhooks:
  - name: pods.platform.example.com
    clientConfig: {service: {name: pods, namespace: platform}}
    rules: [{apiGroups: [''], apiVersions: [v1], operations: [CREATE], resources: [pods]}]
`

export default {
  title: 'a webhook that nobody knows may change pods, and the nodes hold nothing',
  kind: 'fault',
  cause: 'L13',
  world: shop,
  manifests: { 'web.yaml': documents(deployment(web), webhook) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'pull-secret-not-visible': 'unknown' }
  }
} satisfies Scenario
