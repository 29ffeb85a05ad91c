import { web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'an index for ARM alone, and nodes of another architecture',
  kind: 'fault',
  cause: 'N7',
  world: shopWith([{ ...webImage, kind: 'index', platforms: ['linux/arm64/v8', 'linux/arm/v7'] }]),
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull' }],
    findings: { 'image-platform-missing': 'error' }
  }
} satisfies Scenario
