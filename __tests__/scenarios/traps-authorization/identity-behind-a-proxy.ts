import { acrPull, kubelet, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'something on the way answers 404 for the kubelet identity, without the words of Azure',
  kind: 'trap',
  cause: 'Z11',
  world: {
    ...shop,
    roleAssignments: [acrPull],
    faults: [
      {
        url: '*/userassignedidentities/*',
        answer: { kind: 'answer', status: 404, body: {} }
      }
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--thorough'],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'facts-missing': 'unknown' },
    absent: ['kubelet-identity-lost']
  }
} satisfies Scenario
