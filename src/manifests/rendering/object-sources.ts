import type { Workspace } from '../../files/workspace.ts'
import type { SettingsAt } from '../gitops/deployments.ts'
import type { ObjectSource, ReadSource } from '../gitops/gitops-objects.ts'
import {
  chainOf,
  coveredBy,
  graphOf,
  type FoundKustomizations
} from '../kustomize/kustomization-graph.ts'
import { isRendered } from './render-run.ts'
import type { KustomizationOutcome } from './render-all.ts'

type Rendering = {
  readonly workspace: Workspace
  readonly found: FoundKustomizations
  readonly sources: readonly ReadSource[]
  readonly waysAt: SettingsAt
}

/** Where objects of controllers stand as they are deployed: in what was built, and in the files that no kustomization changes. */
export const objectSources = (
  { workspace, found, sources, waysAt }: Rendering,
  outcomes: readonly KustomizationOutcome[]
): readonly ObjectSource[] => {
  const built = outcomes.filter(isRendered)
  const covered = new Set(built.flatMap(outcome => outcome.covered))
  const done = new Set(built.map(({ leaf }) => leaf))
  const changing = new Map<string, string>()
  for (const leaf of found.leaves)
    if (!done.has(leaf))
      for (const path of coveredBy(workspace, chainOf(graphOf(found, leaf), leaf)))
        changing.set(path, leaf.shown)
  const files = sources
    .filter(({ path }) => !covered.has(path))
    .map(file => ({
      ...file,
      ways: waysAt(file.path),
      placeOf: null,
      unbuilt: changing.get(file.path) ?? null
    }))
  return [...files, ...built.flatMap(({ objects }) => objects)]
}
