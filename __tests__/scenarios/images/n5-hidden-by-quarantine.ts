import { web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'with a quarantine policy an image that is not shown may be there',
  kind: 'fault',
  cause: 'N5',
  world: shopWith([{ ...webImage, quarantined: true }], {
    properties: { policies: { quarantinePolicy: { status: 'enabled' } } }
  }),
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'registry-quarantine': 'unknown' },
    absent: ['image-absent']
  }
} satisfies Scenario
