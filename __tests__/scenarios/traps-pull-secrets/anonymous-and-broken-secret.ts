import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment, documents, pullSecret, secretPassword } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the pull secret is broken, and the registry is open to everybody',
  kind: 'trap',
  cause: 'S7',
  world: {
    clusters: [cluster],
    registries: [{ ...registry, anonymousPull: true }],
    roleAssignments: [acrPull]
  },
  manifests: {
    'web.yaml': documents(
      pullSecret('pull', { 'contoso2.azurecr.io': { username: 'team', password: secretPassword } }),
      deployment(web, { pod: ['imagePullSecrets: [{name: pull}]'] })
    )
  },
  expect: { exitCode: 0, verdicts: [{ result: 'pull' }], findings: {} }
} satisfies Scenario
