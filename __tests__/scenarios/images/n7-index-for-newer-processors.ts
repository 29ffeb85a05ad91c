import { web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'an index for newer processors than nodes say that they have',
  kind: 'fault',
  cause: 'N7',
  world: shopWith([
    { ...webImage, kind: 'index', platforms: ['linux/amd64/v3', 'unknown/unknown'] }
  ]),
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull' }],
    findings: { 'image-platform-missing': 'error' }
  }
} satisfies Scenario
