import { kubelet } from '../building-blocks.ts'
import { pushedDigest } from '../../emulator/registry/pushed-content.ts'
import { deployment } from '../manifests.ts'
import { shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a digest of an index with the platform of the nodes',
  kind: 'trap',
  cause: 'N2',
  world: shopWith([{ ...webImage, kind: 'index', platforms: ['linux/amd64', 'linux/arm64/v8'] }]),
  manifests: {
    'web.yaml': deployment(
      `contoso.azurecr.io/team/web@${pushedDigest({ kind: 'index', platforms: ['linux/amd64', 'linux/arm64/v8'] })}`
    )
  },
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
