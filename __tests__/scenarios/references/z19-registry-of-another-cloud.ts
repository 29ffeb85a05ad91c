import { acrPull, shop } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry is one of the cloud in China, the cluster is not',
  kind: 'fault',
  cause: 'Z19',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment('contoso.azurecr.cn/team/web:1.0') },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'registry-host-not-served': 'unknown' }
  }
} satisfies Scenario
