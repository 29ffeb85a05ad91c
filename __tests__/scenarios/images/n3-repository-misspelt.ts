import { deployment } from '../manifests.ts'
import { shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the repository is misspelt',
  kind: 'fault',
  cause: 'N3',
  world: shopWith([webImage]),
  manifests: { 'web.yaml': deployment('contoso.azurecr.io/team/wbe:1.0') },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'image-absent': 'warning' }
  }
} satisfies Scenario
