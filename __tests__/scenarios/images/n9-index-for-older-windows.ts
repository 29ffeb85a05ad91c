import { web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { onWindows, pools, shopWith, system, webImage, windowsPool } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'an index for Windows Server 2019, and nodes with 2022',
  kind: 'fault',
  cause: 'N9',
  world: {
    ...shopWith([{ ...webImage, kind: 'index', platforms: ['windows/amd64:10.0.17763.6293'] }]),
    ...pools(system, windowsPool)
  },
  manifests: { 'web.yaml': deployment(web, { pod: onWindows }) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull' }],
    findings: { 'image-platform-missing': 'error' }
  }
} satisfies Scenario
