import { deployment } from '../manifests.ts'
import { shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a digest that the registry does not have',
  kind: 'fault',
  cause: 'N2',
  world: shopWith([webImage]),
  manifests: { 'web.yaml': deployment(`contoso.azurecr.io/team/web@sha256:${'0'.repeat(64)}`) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull' }],
    findings: { 'image-absent': 'error' }
  }
} satisfies Scenario
