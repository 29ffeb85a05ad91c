import { web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the tag was never pushed',
  kind: 'fault',
  cause: 'N2',
  world: shopWith([{ ...webImage, tag: '1.1' }]),
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'image-absent': 'warning' }
  }
} satisfies Scenario
