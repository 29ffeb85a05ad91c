import type { Workspace } from '../../files/workspace.ts'
import type { FileContent } from '../../kubernetes/read.ts'
import { isElsewhere, readValuesElsewhere } from '../gitops/charts-elsewhere.ts'
import type { ReadSource, Repository } from '../gitops/gitops-objects.ts'
import { argoCharts } from '../gitops/argo-charts.ts'
import { helmfileReleases } from '../gitops/helmfiles.ts'
import { helmReleases } from '../gitops/helm-releases.ts'
import type { ObjectFate } from '../gitops/object-fates.ts'
import type { FoundKustomizations } from '../kustomize/kustomization-graph.ts'
import { objectSources } from './object-sources.ts'
import type { DeployedCharts, RenderedAll } from './render-all.ts'
import { isRendered, type RenderRun } from './render-run.ts'

type Found = {
  readonly found: FoundKustomizations
  readonly sources: readonly ReadSource[]
  /** Where the repositories that they name may stand. */
  readonly all: readonly ReadSource[]
}

/** Looks for objects that deploy charts in what kustomizations came to, and in all other files. */
export const chartsDeployed = (
  { workspace, waysAt, request }: RenderRun,
  repository: Repository,
  { found, sources, all }: Found
): DeployedCharts => {
  const files = { workspace, found, sources, waysAt }
  return kustomizations => {
    const objects = objectSources(files, kustomizations)
    return [
      ...helmReleases(repository, [objects, all], request.namespace),
      ...argoCharts(repository, objects),
      ...helmfileReleases(repository, objects)
    ]
  }
}

/** What became of the objects that deploy charts of the repository, and of those that bring fields of a kustomization. */
export const fatesOf = (
  workspace: Workspace,
  found: FoundKustomizations,
  { deployed, charts, kustomizations }: RenderedAll
): readonly ObjectFate[] => {
  const rendered = new Set(charts.filter(isRendered).map(({ deployment }) => deployment))
  const built = new Set(kustomizations.filter(isRendered).map(({ leaf }) => leaf))
  return [
    ...deployed.flatMap(chart => {
      if (isElsewhere(chart)) return []
      const unrendered = rendered.has(chart) ? null : workspace.shown(chart.directory)
      return chart.objects.map(object => ({ object, unrendered, unbuilt: null }))
    }),
    ...[...found.overlaid].flatMap(([leaf, { object }]) =>
      object === null
        ? []
        : [{ object, unrendered: null, unbuilt: built.has(leaf) ? null : leaf.shown }]
    )
  ]
}

/** The values of charts that are not in the repository, and what was read of them so that it is not read again. */
export const valuesElsewhere = (
  { workspace, read }: Pick<RenderRun, 'workspace' | 'read'>,
  { deployed }: RenderedAll
): {
  readonly contents: readonly FileContent[]
  readonly covered: readonly string[]
  readonly fates: readonly ObjectFate[]
} => {
  const all = deployed
    .filter(isElsewhere)
    .map(chart => readValuesElsewhere({ workspace, read }, chart))
  return {
    contents: all.map(({ content }) => content),
    covered: all.flatMap(({ covered }) => covered),
    fates: all.flatMap(({ objects }) =>
      objects.map(object => ({ object, unrendered: null, unbuilt: null }))
    )
  }
}
