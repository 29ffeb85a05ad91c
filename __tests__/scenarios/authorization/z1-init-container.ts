import { acrPull, registry, second, shop, web } from '../building-blocks.ts'
import { podWith } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'only the init container comes from a registry without grant',
  kind: 'fault',
  cause: 'Z1',
  world: { ...shop, roleAssignments: [acrPull], registries: [registry, second] },
  manifests: { 'pod.yaml': podWith({ init: 'contoso2.azurecr.io/init:1', main: web }) },
  expect: {
    exitCode: 1,
    verdicts: [
      { image: web, result: 'pull' },
      { image: 'contoso2.azurecr.io/init:1', result: 'no-pull' }
    ],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario
