import { acrPull, shop } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a host with a domain name label is not found, which proves nothing',
  kind: 'fault',
  cause: 'N1',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment('contoso-0123456789abcdef.azurecr.io/team/web:1.0') },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'registry-not-visible': 'unknown' }
  }
} satisfies Scenario
