import { acrPull, shop } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the value of the placeholder leads to a registry that does not exist',
  kind: 'fault',
  cause: 'N1',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment('${REGISTRY}.azurecr.io/team/web:1.0') },
  arguments: ['--var', 'REGISTRY=nobody1'],
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull' }],
    findings: { 'registry-not-found': 'error' }
  }
} satisfies Scenario
