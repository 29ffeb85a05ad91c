import { compare } from 'semver'
import type { Cluster } from '../../facts/facts.ts'
import { parseKubernetesVersion } from '../../kubernetes/kubernetes-version.ts'
import { planOf, supportedMinors, type SupportPlan } from '../../known-issues/support.ts'
import type { UpgradeTarget } from '../../known-issues/upgrade-target.ts'
import type { Remediation } from '../check.ts'
import { command } from '../../base/shell-command.ts'

type Upgrade<Kind extends UpgradeTarget['kind']> = Extract<UpgradeTarget, { kind: Kind }>

const inCluster = (cluster: Cluster): readonly string[] => [
  ...['--resource-group', cluster.resourceGroup, '--cluster-name', cluster.name]
]

const subscription = (cluster: Cluster): readonly string[] => [
  ...['--subscription', cluster.subscriptionId]
]

const upgradePool = (cluster: Cluster, pool: string, ...how: readonly string[]): string =>
  command(
    ...['az', 'aks', 'nodepool', 'upgrade', ...inCluster(cluster), '--name', pool],
    ...how,
    ...subscription(cluster)
  )

const upgradeNodeImage = (cluster: Cluster, pool: string): Remediation => ({
  description: `Upgrade the node image of node pool ${pool} and leave its Kubernetes version.`,
  command: upgradePool(cluster, pool, '--node-image-only')
})

/** Kubelets may not be newer than the control plane (Kubernetes docs, "Version Skew Policy"). */
function controlPlaneFirst(cluster: Cluster, version: string): readonly Remediation[] {
  const full = parseKubernetesVersion(cluster.kubernetesVersion)?.full ?? null
  if (full === null || compare(full, version) >= 0) return []
  return [
    {
      description: 'Upgrade the control plane first: node pools cannot be newer than it.',
      command: command(
        ...['az', 'aks', 'upgrade', '--resource-group', cluster.resourceGroup],
        ...['--name', cluster.name, '--control-plane-only', '--kubernetes-version', version],
        ...subscription(cluster)
      )
    }
  ]
}

const upgradePatch = (cluster: Cluster, pool: string, version: string): readonly Remediation[] => [
  ...controlPlaneFirst(cluster, version),
  {
    description: `Upgrade node pool ${pool} to ${version} or later.`,
    command: upgradePool(cluster, pool, '--kubernetes-version', version)
  }
]

/** Asks what AKS offers today, which this program does not know; from far back there may be no way but a new cluster. */
export const listUpgrades = (cluster: Cluster, description: string): Remediation => ({
  description,
  command: command(
    ...['az', 'aks', 'get-upgrades', '--resource-group', cluster.resourceGroup],
    ...['--name', cluster.name, '--output', 'table', ...subscription(cluster)]
  )
})

/** Such as `AKS supports 1.34 to 1.36`; empty when the calendar has nothing for the date. */
export function supportedText(date: string, plan: SupportPlan): string {
  const minors = supportedMinors(date, plan)
  const range = [...new Set([minors.at(0), minors.at(-1)])].filter(minor => minor !== undefined)
  return range.length === 0 ? '' : `; by its calendar AKS supports ${range.join(' to ')}`
}

const upgradeMinor = (
  cluster: Cluster,
  { fixedFrom, minor }: Upgrade<'minor'>,
  date: string
): Remediation =>
  listUpgrades(
    cluster,
    `Upgrade cluster ${cluster.name} and its node pools to Kubernetes ${minor ?? fixedFrom} or later (the fix is in ${fixedFrom} and above${supportedText(date, planOf(cluster))}); from far behind, a new cluster can be the shorter way.`
  )

/** The upgrade of one pool; where another minor is needed, of the whole cluster. */
export function upgradePoolTo(
  cluster: Cluster,
  pool: string,
  target: UpgradeTarget,
  date: string
): readonly Remediation[] {
  if (target.kind === 'node-image') return [upgradeNodeImage(cluster, pool)]
  if (target.kind === 'patch') return upgradePatch(cluster, pool, target.version)
  return [upgradeMinor(cluster, target, date)]
}
