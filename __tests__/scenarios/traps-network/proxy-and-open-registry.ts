import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a registry that is open to the public works through the proxy',
  kind: 'trap',
  cause: 'T10',
  world: {
    clusters: [
      {
        ...cluster,
        properties: {
          httpProxyConfig: { httpProxy: 'http://proxy.contoso.example:3128', noProxy: [] }
        }
      }
    ],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['proxy-without-registry']
  }
} satisfies Scenario
