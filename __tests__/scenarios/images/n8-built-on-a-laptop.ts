import { kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'one image for ARM is pulled and cannot run',
  kind: 'fault',
  cause: 'N8',
  world: shopWith([{ ...webImage, platforms: ['linux/arm64/v8'] }]),
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'image-platform-mismatch': 'error' }
  }
} satisfies Scenario
