import { kubelet, shop } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'an image named by its digest',
  kind: 'fault',
  cause: 'Z1',
  world: shop,
  manifests: { 'web.yaml': deployment(`contoso.azurecr.io/team/web@sha256:${'a'.repeat(64)}`) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario
