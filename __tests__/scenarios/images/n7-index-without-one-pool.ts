import { web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { armPool, pools, shopWith, system, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'an index with the platform of one pool of two',
  kind: 'fault',
  cause: 'N7',
  world: {
    ...shopWith([{ ...webImage, kind: 'index', platforms: ['linux/amd64'] }]),
    ...pools(system, armPool)
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'unknown' }],
    findings: { 'image-platform-missing': 'error' },
    nodePools: { 'image-platform-missing': ['arm'] }
  }
} satisfies Scenario
