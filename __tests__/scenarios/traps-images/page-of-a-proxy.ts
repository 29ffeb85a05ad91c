import { kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { manifestsAnswer, shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: '404 of a proxy is no word of the registry',
  kind: 'trap',
  cause: 'N2',
  world: {
    ...shopWith([webImage]),
    faults: [manifestsAnswer({ kind: 'text', status: 404, text: '404 page not found' })]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: [
      'image-absent',
      'image-platform-missing',
      'image-platform-mismatch',
      'image-lookup-refused'
    ]
  }
} satisfies Scenario
