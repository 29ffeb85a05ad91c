import { web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a chart where an image should be',
  kind: 'fault',
  cause: 'N13',
  world: shopWith([{ ...webImage, kind: 'chart' }]),
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull' }],
    findings: { 'not-an-image': 'error' }
  }
} satisfies Scenario
