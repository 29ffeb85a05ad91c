import { kubelet, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'Entra has deleted the identity, and its assignments stay behind',
  kind: 'fault',
  cause: 'Z11',
  world: { ...shop, deletedPrincipals: [kubelet] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'facts-missing': 'unknown' }
  }
} satisfies Scenario
