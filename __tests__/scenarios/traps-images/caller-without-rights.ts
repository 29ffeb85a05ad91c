import { callerWithout, kubelet, pullAction, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'who may not ask gets no finding',
  kind: 'trap',
  cause: 'N2',
  world: { ...shopWith([{ ...webImage, tag: '0.9' }]), caller: callerWithout(pullAction) },
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
