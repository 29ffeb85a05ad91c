import { kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { onWindows, pools, shopWith, system, webImage, windowsPool } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'one image for Windows Server 2025, and nodes with 2022',
  kind: 'fault',
  cause: 'N9',
  world: {
    ...shopWith([{ ...webImage, platforms: ['windows/amd64:10.0.26100.1742'] }]),
    ...pools(system, windowsPool)
  },
  manifests: { 'web.yaml': deployment(web, { pod: onWindows }) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'image-platform-mismatch': 'error' }
  }
} satisfies Scenario
