import { acrPull, kubelet, shop, web } from '../building-blocks.ts'
import type { Scenario } from '../scenario.ts'

const cluster = (more: string): string => `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: main}
spec:
  image: ${web}
${more}`

export default {
  title: 'a custom resource names a pull secret, and the nodes hold AcrPull',
  kind: 'trap',
  cause: 'S7',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: { 'web.yaml': cluster('  imagePullSecrets: [{name: pull}]\n') },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario
