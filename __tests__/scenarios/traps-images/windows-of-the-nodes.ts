import { kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { onWindows, pools, shopWith, system, webImage, windowsPool } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'an index with the build of Windows that the nodes have',
  kind: 'trap',
  cause: 'N9',
  world: {
    ...shopWith([
      {
        ...webImage,
        kind: 'index',
        platforms: ['windows/amd64:10.0.17763.6293', 'windows/amd64:10.0.20348.2031']
      }
    ]),
    ...pools(system, windowsPool)
  },
  manifests: { 'web.yaml': deployment(web, { pod: onWindows }) },
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
