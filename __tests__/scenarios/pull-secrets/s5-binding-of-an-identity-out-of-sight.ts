import { identityId } from '../../emulator/cloud-state.ts'
import { cluster, identity, registry, web } from '../building-blocks.ts'
import { deployment, documents, pullBinding, serviceAccount } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'an AcrPullBinding names an identity that the caller does not find',
  kind: 'fault',
  cause: 'S5',
  world: { clusters: [cluster], registries: [registry] },
  manifests: {
    'web.yaml': documents(
      pullBinding('web', 'contoso.azurecr.io', identityId(identity)),
      serviceAccount('web'),
      deployment(web, { pod: ['serviceAccountName: web'] })
    )
  },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'facts-missing': 'unknown' }
  }
} satisfies Scenario
