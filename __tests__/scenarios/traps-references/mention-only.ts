import { acrPull, cluster, registry, second, web } from '../building-blocks.ts'
import { configMap, deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a registry in the text of a ConfigMap is only mentioned',
  kind: 'trap',
  cause: 'Z1',
  world: { clusters: [cluster], registries: [registry, second], roleAssignments: [acrPull] },
  manifests: {
    'web.yaml': deployment(web),
    'map.yaml': configMap('text', 'contoso2.azurecr.io/team/other:1.0')
  },
  expect: { exitCode: 0, verdicts: [{ image: web, result: 'pull' }], findings: {} }
} satisfies Scenario
