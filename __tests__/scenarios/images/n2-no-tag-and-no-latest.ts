import { deployment } from '../manifests.ts'
import { shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'no tag is written, and latest was never pushed',
  kind: 'fault',
  cause: 'N2',
  world: shopWith([webImage]),
  manifests: { 'web.yaml': deployment('contoso.azurecr.io/team/web') },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'image-absent': 'warning' }
  }
} satisfies Scenario
