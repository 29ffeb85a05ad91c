import { kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a repository that a cache rule fills is not asked for',
  kind: 'trap',
  cause: 'N3',
  world: shopWith([{ ...webImage, repository: 'team/other' }], {
    children: {
      cacheRules: { hub: { sourceRepository: 'docker.io/library/*', targetRepository: 'team/*' } }
    }
  }),
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
