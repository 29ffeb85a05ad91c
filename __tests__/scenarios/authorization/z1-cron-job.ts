import { kubelet, shop, web } from '../building-blocks.ts'
import { cronJob } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the image stands in a CronJob',
  kind: 'fault',
  cause: 'Z1',
  world: shop,
  manifests: { 'job.yaml': cronJob(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario
