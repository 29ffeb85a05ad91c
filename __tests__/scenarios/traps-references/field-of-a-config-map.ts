import { acrPull, cluster, registry, second, web } from '../building-blocks.ts'
import { configMap, deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a field named image of a ConfigMap is probably pulled by something, and warns only',
  kind: 'trap',
  cause: 'Z1',
  world: { clusters: [cluster], registries: [registry, second], roleAssignments: [acrPull] },
  manifests: {
    'web.yaml': deployment(web),
    'map.yaml': configMap('image', 'contoso2.azurecr.io/team/other:1.0')
  },
  expect: {
    exitCode: 0,
    verdicts: [{ image: web, result: 'pull' }, { image: 'contoso2.azurecr.io/team/other:1.0' }],
    findings: { 'no-pull-grant': 'warning' }
  }
} satisfies Scenario
