import { registry, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry was open to everybody, and is not any more',
  kind: 'fault',
  cause: 'Z17',
  world: { ...shop, registries: [{ ...registry, anonymousPull: false }] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull' }],
    findings: { 'no-pull-grant': 'error' },
    absent: ['anonymous-pull']
  }
} satisfies Scenario
