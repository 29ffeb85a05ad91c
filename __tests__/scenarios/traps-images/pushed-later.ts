import { kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'this pipeline pushes the tag later, and says so',
  kind: 'trap',
  cause: 'N2',
  world: shopWith([{ ...webImage, tag: '0.9' }]),
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--expect-image', 'contoso.azurecr.io/team/*:*'],
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
