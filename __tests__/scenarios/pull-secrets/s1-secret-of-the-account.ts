import { shop, web } from '../building-blocks.ts'
import { deployment, documents, serviceAccount } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the service account names a pull secret that is not in the manifests',
  kind: 'fault',
  cause: 'S1',
  world: shop,
  manifests: {
    'web.yaml': documents(
      serviceAccount('web', { secrets: ['pull'] }),
      deployment(web, { pod: ['serviceAccountName: web'] })
    )
  },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'pull-secret-not-visible': 'unknown' }
  }
} satisfies Scenario
