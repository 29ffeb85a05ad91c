import { shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the policy Never means that nothing is pulled',
  kind: 'trap',
  cause: 'N11',
  world: shop,
  manifests: { 'web.yaml': deployment(web, { container: ['imagePullPolicy: Never'] }) },
  expect: { exitCode: 0, verdicts: [], findings: { 'pull-policy-never': 'note' } }
} satisfies Scenario
