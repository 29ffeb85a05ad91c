import { counted, listStart, listText } from '../base/sentences.ts'
import { lineLocation } from '../yaml/location.ts'
import type { ManifestProblem, TargetedPart, UnreadKind } from './manifests.ts'

const mostNamed = 3

type Said = Pick<ManifestProblem, 'severity' | 'message' | 'remediation'>

const noTarget = (file: string, unread: UnreadKind | null, said: Said): ManifestProblem => ({
  check: 'no-target',
  ...said,
  location: lineLocation(file),
  unread
})

/** Where a reader looks first: a file of the target, or else what it names. */
const placeOf = ({ files, target }: TargetedPart): string => files[0] ?? target.manifests[0] ?? '.'

const are = (files: readonly string[], done: string): string =>
  `${files.length === 1 ? 'is' : 'are'} ${done}`

/** Files that name images, charts and kustomizations for which no target is written. `unrendered`: of what is among them it is not known which images they hold. */
export const untargeted = (
  files: readonly string[],
  unrendered: number
): readonly ManifestProblem[] => {
  const [first] = files
  if (first === undefined) return []
  return [
    noTarget(first, unrendered > 0 ? 'no-target' : null, {
      severity: 'note',
      message: `No target names ${counted(files.length, 'file')}, which ${are(files, 'judged for no cluster')}: ${listStart(files, mostNamed)}`,
      remediation:
        'Add a target for them to the settings file, or one with `clusters: []` for what goes to no cluster.'
    })
  ]
}

/** A target that goes to some cluster, and to none that is judged. */
export const targetWithoutCluster = ({
  target: { number },
  files
}: TargetedPart): readonly ManifestProblem[] => {
  const [first] = files
  if (first === undefined) return []
  return [
    noTarget(first, null, {
      severity: 'note',
      message: `Target ${number} goes to no cluster of this run, so ${counted(files.length, 'file')} of it ${are(files, 'judged for none')}: ${listStart(files, mostNamed)}`,
      remediation:
        'Correct its choice of clusters, read the facts of these clusters too, or name the manifests of this run alone.'
    })
  ]
}

/** A cluster (by name) of which nobody tells whether it is one of these targets. */
export const openTargets = (
  cluster: string,
  parts: readonly TargetedPart[]
): readonly ManifestProblem[] => {
  const [first] = parts
  if (first === undefined) return []
  const numbers = parts.map(({ target }) => String(target.number))
  return [
    noTarget(placeOf(first), 'no-target', {
      severity: 'unknown',
      message: `Whether target ${listText(numbers)} goes to cluster ${cluster} is not known, because its tags or its fleets were not told, so nothing is judged there`,
      remediation: 'Collect the facts of the cluster again, or name it below `clusters`.'
    })
  ]
}

/** Clusters (by name) that no target goes to. */
export const clustersWithoutTarget = (
  clusters: readonly string[],
  part: TargetedPart
): readonly ManifestProblem[] =>
  clusters.length === 0
    ? []
    : [
        noTarget(placeOf(part), null, {
          severity: 'note',
          message: `No target goes to ${clusters.length === 1 ? 'cluster' : 'clusters'} ${listStart(clusters, mostNamed)}, so nothing is judged there`,
          remediation: 'Add a target for what is deployed there, or leave the cluster out.'
        })
      ]
