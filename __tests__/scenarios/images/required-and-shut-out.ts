import { web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'answers are required, and the firewall of the registry is closed to the caller',
  kind: 'fault',
  cause: null,
  world: shopWith([webImage], { callerInNetwork: false }),
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--registry-lookup', 'require'],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'image-lookup-refused': 'unknown' }
  }
} satisfies Scenario
