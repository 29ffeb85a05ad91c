import { choosesNone } from '../base/cluster-choice.ts'
import { groupBy } from '../base/group-by.ts'
import { resourceName } from '../base/resource-id.ts'
import { isChosen } from '../facts/chosen-clusters.ts'
import type { ClusterAnswer, Facts } from '../facts/facts.ts'
import type {
  ManifestObjects,
  ManifestProblem,
  Manifests,
  TargetedPart,
  TargetPart
} from '../kubernetes/manifests.ts'
import {
  clustersWithoutTarget,
  openTargets,
  targetWithoutCluster
} from '../kubernetes/target-problems.ts'
import { hintsOf, withHints } from './target-hints.ts'

/** Manifests, and the facts with the clusters that these go to. */
export type ManifestsOnClusters = { readonly manifests: Manifests; readonly facts: Facts }

/** A cluster with the parts that surely go there, and those of which it is not told. */
type Placed = {
  readonly cluster: ClusterAnswer
  readonly sure: readonly TargetedPart[]
  readonly open: readonly TargetedPart[]
}

const isTargeted = (part: TargetPart): part is TargetedPart => part.target !== null

function placed(cluster: ClusterAnswer, parts: readonly TargetedPart[]): Placed {
  const answers = parts.map(part => ({ part, goes: isChosen(part.target.choice, cluster) }))
  return {
    cluster,
    sure: answers.filter(({ goes }) => goes === 'yes').map(({ part }) => part),
    open: answers.filter(({ goes }) => goes === 'maybe').map(({ part }) => part)
  }
}

const joined = (parts: readonly ManifestObjects[]): ManifestObjects => ({
  uses: parts.flatMap(({ uses }) => uses),
  serviceAccounts: parts.flatMap(({ serviceAccounts }) => serviceAccounts),
  secrets: parts.flatMap(({ secrets }) => secrets),
  pullBindings: parts.flatMap(({ pullBindings }) => pullBindings),
  podChangers: parts.flatMap(({ podChangers }) => podChangers),
  identityUses: parts.flatMap(({ identityUses }) => identityUses)
})

function problemsOf(
  all: readonly Placed[],
  parts: readonly TargetedPart[]
): readonly ManifestProblem[] {
  const used = new Set(all.flatMap(({ sure, open }) => [...sure, ...open]))
  const idle = parts.filter(part => !used.has(part) && !choosesNone(part.target.choice))
  const unnamed = all.filter(({ sure, open }) => sure.length + open.length === 0)
  const [first] = parts
  return [
    ...idle.flatMap(targetWithoutCluster),
    ...all.flatMap(({ cluster, open }) => openTargets(resourceName(cluster.id), open)),
    ...(first === undefined
      ? []
      : clustersWithoutTarget(
          unnamed.map(({ cluster }) => resourceName(cluster.id)),
          first
        ))
  ]
}

const groupOf = ({ sure, open }: Placed): string =>
  open.length > 0 ? 'open' : sure.map(({ target }) => target.number).join(' ')

/**
 * What is judged together: clusters that get the same parts of the manifests, with these. Without targets, all of it. A cluster
 * of which nobody tells whether it is one of a target gets nothing: what that target brings could decide any pull.
 */
export function manifestsByTarget(
  manifests: Manifests,
  facts: Facts
): readonly ManifestsOnClusters[] {
  const { parts, ...whole } = manifests
  if (parts === undefined) return [{ manifests, facts }]
  const targeted = parts.filter(isTargeted)
  const all = facts.clusters.map(cluster => placed(cluster, targeted))
  const problems = [...manifests.problems, ...problemsOf(all, targeted)]
  const hints = hintsOf(joined(parts.filter(({ target }) => target === null)))
  const kept = new Set(manifests.uses)
  const onClusters = (
    { sure, open }: Pick<Placed, 'sure' | 'open'>,
    clusters: Facts['clusters']
  ): ManifestsOnClusters => {
    const objects = withHints(joined(open.length > 0 ? [] : sure), hints)
    const uses = objects.uses.filter(use => kept.has(use))
    return {
      manifests: { ...whole, ...objects, uses, problems },
      facts: {
        ...facts,
        clusters,
        otherClusters: facts.clusters.filter(cluster => !clusters.includes(cluster))
      }
    }
  }
  const judged = [...groupBy(all, groupOf).values()].map(alike =>
    onClusters(
      alike[0],
      alike.map(({ cluster }) => cluster)
    )
  )
  return judged.length > 0 ? judged : [onClusters({ sure: [], open: [] }, [])]
}
