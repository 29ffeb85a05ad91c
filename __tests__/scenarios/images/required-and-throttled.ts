import { web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { manifestsAnswer, shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'answers are required, and the registry throttles for hours',
  kind: 'fault',
  cause: null,
  world: {
    ...shopWith([webImage]),
    faults: [manifestsAnswer({ kind: 'answer', status: 429, headers: { 'retry-after': '7200' } })]
  },
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--registry-lookup', 'require'],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'image-lookup-refused': 'unknown' }
  }
} satisfies Scenario
