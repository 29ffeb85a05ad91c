import { shop, web } from '../building-blocks.ts'
import type { Scenario } from '../scenario.ts'

const cluster = (more: string): string => `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: main}
spec:
  image: ${web}
${more}`

export default {
  title: 'a custom resource names the pull secret of its pods',
  kind: 'fault',
  cause: 'S1',
  world: shop,
  manifests: { 'web.yaml': cluster('  imagePullSecrets: [{name: pull}]\n') },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'pull-secret-not-visible': 'unknown' }
  }
} satisfies Scenario
