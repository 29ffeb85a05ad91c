import { web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'somebody switched reading of the image off',
  kind: 'fault',
  cause: 'N6',
  world: shopWith([{ ...webImage, readEnabled: false }]),
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull' }],
    findings: { 'image-locked': 'error' }
  }
} satisfies Scenario
