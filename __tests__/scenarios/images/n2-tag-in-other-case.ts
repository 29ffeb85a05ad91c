import { deployment } from '../manifests.ts'
import { shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the tag is there in capitals',
  kind: 'fault',
  cause: 'N2',
  world: shopWith([{ ...webImage, tag: 'V1' }]),
  manifests: { 'web.yaml': deployment('contoso.azurecr.io/team/web:v1') },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'image-absent': 'warning' }
  }
} satisfies Scenario
