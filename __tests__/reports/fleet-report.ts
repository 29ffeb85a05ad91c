import type { PullResult } from '../../src/pulls/verdict.ts'
import type { Finding } from '../../src/checks/check.ts'
import type { Report } from '../../src/reports/report.ts'
import { sampleReport } from './sample-report.ts'

const clusterId = (index: number): string =>
  `/subscriptions/00000000-0000-0000-0000-0000000000c1/resourceGroups/rg-fleet/providers/Microsoft.ContainerService/managedClusters/aks-${String(index).padStart(4, '0')}`

const result = (image: number, cluster: number): PullResult =>
  image % 3 !== 0 ? 'pull' : cluster % 7 === 0 ? 'no-pull' : cluster % 11 === 0 ? 'unknown' : 'pull'

/** Every third image is blocked on every seventh cluster, each with a fix of its own; `text` lengthens the messages. */
export function fleetReport(images: number, clusters: number, text = ''): Report {
  const verdicts = Array.from({ length: images }, (_, image) =>
    Array.from({ length: clusters }, (__, cluster) => ({
      cluster: clusterId(cluster),
      image: `contoso.azurecr.io/team/app-${image}:1.0`,
      registry: 'contoso.azurecr.io',
      repository: `team/app-${image}`,
      result: result(image, cluster),
      puller: { kind: 'kubelet-identity', objectId: null, name: null } as const,
      because: [`cluster ${cluster} pulls with its kubelet identity`],
      checks: result(image, cluster) === 'pull' ? [] : ['no-pull-grant']
    }))
  ).flat()
  const count = (wanted: PullResult) => verdicts.filter(item => item.result === wanted).length
  const findings = verdicts
    .filter(verdict => verdict.result === 'no-pull')
    .map((verdict, index): Finding => ({
      check: 'no-pull-grant',
      severity: 'error',
      message: `${verdict.image} cannot be pulled on ${verdict.cluster}${text === '' ? '' : `, number ${index}: ${text}`}`,
      cluster: verdict.cluster,
      registry: verdict.registry,
      image: verdict.image,
      nodePools: [],
      remediation: [
        { description: 'Grant AcrPull.', command: `az role ${verdict.cluster}`, code: null }
      ],
      locations: [
        { file: `deploy/${verdict.repository}.yaml`, line: 7, column: 9, endLine: 7, endColumn: 40 }
      ],
      fingerprint: `${verdict.image}${verdict.cluster}`,
      fingerprints: [`${verdict.image}${verdict.cluster}`],
      new: null,
      suppressed: null
    }))
  return {
    ...sampleReport,
    summary: {
      ...sampleReport.summary,
      images,
      unjudged: 0,
      clusters,
      verdicts: { pull: count('pull'), 'no-pull': count('no-pull'), unknown: count('unknown') },
      findings: { error: findings.length, warning: 0, note: 0, unknown: 0 }
    },
    clusters: Array.from({ length: clusters }, (_, index) => ({
      id: clusterId(index),
      reason: null
    })),
    images: [],
    invalidImages: [],
    coverage: [],
    verdicts,
    findings
  }
}
