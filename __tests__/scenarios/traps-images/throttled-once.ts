import { kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { manifestsAnswer, shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry throttles for a second',
  kind: 'trap',
  cause: 'N2',
  world: {
    ...shopWith([webImage]),
    faults: [manifestsAnswer({ kind: 'answer', status: 429, headers: { 'retry-after': '1' } }, 1)]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: [
      'image-absent',
      'image-platform-missing',
      'image-platform-mismatch',
      'image-lookup-refused'
    ]
  }
} satisfies Scenario
