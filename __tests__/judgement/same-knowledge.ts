import { known, unknown } from '../../src/facts/fact.ts'
import { factsOfFile, factsSchema, fileOfFacts } from '../../src/facts/facts-schema.ts'
import type { ClusterAnswer, Facts } from '../../src/facts/facts.ts'
import type { Manifests } from '../../src/kubernetes/manifests.ts'
import { cluster, nodePool } from '../access/facts-builder.ts'

const inReverse = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inReverse).toReversed()
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inReverse(inner)]))
    : value
}

/** The same facts with every list of theirs from its end: clusters, pools, grants, roles, answers. */
export const turnedFacts = (facts: Facts): Facts =>
  factsOfFile(factsSchema.parse(inReverse(fileOfFacts(facts))))

/** The same objects, the last one first. */
export const turnedManifests = (manifests: Manifests): Manifests => ({
  ...manifests,
  uses: manifests.uses.toReversed(),
  serviceAccounts: manifests.serviceAccounts.toReversed(),
  secrets: manifests.secrets.toReversed(),
  pullBindings: manifests.pullBindings.toReversed(),
  problems: manifests.problems.toReversed()
})

const id = (name: string): string =>
  `/subscriptions/22222222-2222-4222-8222-222222222222/resourceGroups/rg-next/providers/Microsoft.ContainerService/managedClusters/${name}`

/** Clusters of all sorts, beside which every other cluster is judged as if it were alone. */
export const neighbours: readonly ClusterAnswer[] = [
  { id: id('refused'), answer: unknown('forbidden', 'the signed-in identity may not read it') },
  { id: id('plain'), answer: known(cluster({ id: id('plain'), name: 'plain' })) },
  {
    id: id('odd'),
    answer: known(
      cluster({
        id: id('odd'),
        name: 'odd',
        tenantId: null,
        nodeIdentity: { kind: 'none' },
        nodePools: [nodePool({ kubernetesVersion: '1.23.5', osType: 'Windows' })],
        podIdentity: true,
        virtualNodes: true,
        outboundType: 'none',
        powerState: 'Stopped',
        serviceAccountPull: known({ enabled: true, defaultManagedIdentityId: 'x' })
      })
    )
  }
]
