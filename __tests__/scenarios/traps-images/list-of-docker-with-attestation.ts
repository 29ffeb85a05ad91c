import { kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a manifest list of Docker with a part for no platform',
  kind: 'trap',
  cause: 'N7',
  world: shopWith([
    { ...webImage, kind: 'index', format: 'docker', platforms: ['unknown/unknown', 'linux/amd64'] }
  ]),
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
