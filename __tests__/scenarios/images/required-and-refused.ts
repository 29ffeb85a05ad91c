import { callerWithout, pullAction, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'answers are required, and the caller has no right to them',
  kind: 'fault',
  cause: null,
  world: { ...shopWith([webImage]), caller: callerWithout(pullAction) },
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--registry-lookup', 'require'],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'image-lookup-refused': 'unknown' }
  }
} satisfies Scenario
