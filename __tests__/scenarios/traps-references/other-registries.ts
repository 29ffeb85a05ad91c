import { acrPull, shop, web } from '../building-blocks.ts'
import { deployment, podWith } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'images of other registries get no verdict',
  kind: 'trap',
  cause: 'N1',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: {
    'web.yaml': deployment(web),
    'other.yaml': podWith({
      init: 'docker.io/library/busybox:1',
      main: 'mcr.microsoft.com/dotnet/aspnet:9.0'
    })
  },
  expect: { exitCode: 0, verdicts: [{ image: web, result: 'pull' }], findings: {} }
} satisfies Scenario
