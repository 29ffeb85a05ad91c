import { kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { armPool, onArm, pools, shopWith, system, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'an index for ARM alone, and a pod that runs nowhere else',
  kind: 'trap',
  cause: 'N7',
  world: {
    ...shopWith([{ ...webImage, kind: 'index', platforms: ['linux/arm64'] }]),
    ...pools(system, armPool)
  },
  manifests: { 'web.yaml': deployment(web, { pod: onArm }) },
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
