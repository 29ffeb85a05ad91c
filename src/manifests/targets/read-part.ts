import { join } from 'node:path'
import { groupBy } from '../../base/group-by.ts'
import type { ManifestProblem } from '../../kubernetes/manifests.ts'
import type { DeploymentTarget } from '../../kubernetes/deployment-target.ts'
import type { FileContent } from '../../kubernetes/read.ts'
import type { Workspace } from '../../files/workspace.ts'
import { boundedReading, type Room } from '../bounded-reading.ts'
import { readerFor } from '../deployed-reading.ts'
import { distinctUses, joinContent } from '../files/content.ts'
import { withFates, withOpenPaths } from '../gitops/object-fates.ts'
import type { ReadSource, Repository } from '../gitops/gitops-objects.ts'
import { chartsDeployed, fatesOf, valuesElsewhere } from '../rendering/deployed-charts.ts'
import { readPlainFiles } from '../files/plain-files.ts'
import { chartFileName } from '../files/search.ts'
import { findKustomizations, type FoundKustomizations } from '../kustomize/kustomization-graph.ts'
import { unreadKustomizations } from '../kustomize/unbuilt-kustomizations.ts'
import type { LoadRequest } from '../load-request.ts'
import type { ReadingMemory } from '../reading-memory.ts'
import { nothingRendered, renderAll, type RenderedAll } from '../rendering/render-all.ts'
import type { RenderBudget } from '../rendering/render-budget.ts'
import { isRendered, type ReadAt } from '../rendering/render-run.ts'
import type { World } from '../world.ts'
import type { PartFiles } from './part-files.ts'

/** What all parts of one run share. */
export type LoadRun = {
  readonly world: World
  readonly request: LoadRequest
  readonly workspace: Workspace
  readonly repository: Repository
  /** All files that were read, whichever of them are read together. */
  readonly sources: readonly ReadSource[]
  readonly budget: RenderBudget
  readonly room: Room
  /** Paths of all files that were found. */
  readonly files: readonly string[]
  /** Files (as reported) that were not opened at all. */
  readonly refused: readonly string[]
  /** Of all charts that were found. */
  readonly charts: ReadonlySet<string>
  /** What could not be found or opened, for all parts. */
  readonly problems: readonly ManifestProblem[]
  /** What was read of the same texts before; absent: nothing can have been. */
  readonly memory?: ReadingMemory
}

/** One part as it was read; `read` is for what else belongs to it. */
export type ReadPart = {
  readonly files: PartFiles
  readonly contents: readonly FileContent[]
  /** What concerns it as a whole, such as a missing program. */
  readonly problems: readonly ManifestProblem[]
  readonly read: ReadAt
  readonly found: FoundKustomizations
}

/** The closer word wins: what a target says, over what is said for all manifests. */
const requestFor = (request: LoadRequest, target: DeploymentTarget | null): LoadRequest =>
  target === null
    ? request
    : {
        ...request,
        namespace: target.namespace ?? request.namespace,
        variables: { ...request.variables, ...target.variables },
        helm: {
          ...request.helm,
          valuesFiles: [...request.helm.valuesFiles, ...target.valuesFiles]
        }
      }

/** Reads and renders the files of one target, or of the whole run where there are none. */
export const readPart = async (run: LoadRun, files: PartFiles): Promise<ReadPart> => {
  const { world, workspace, files: paths, refused: out } = run
  const request = requestFor(run.request, files.target)
  const { deployed, kustomizations, sources } = files
  const read = boundedReading(readerFor(request, deployed.settingsAt, run.memory), world, run.room)
  const found = findKustomizations(workspace, {
    files: paths,
    kustomizations,
    refused: out,
    overlays: deployed.overlays
  })
  const partRun = { ...run, request, read, waysAt: deployed.settingsAt }
  const deployedCharts = chartsDeployed(partRun, run.repository, {
    found,
    sources,
    all: run.sources
  })
  const rendered =
    request.render && files.isRendered
      ? await renderAll(partRun, files, found, deployedCharts)
      : nothingRendered(deployedCharts([]))
  const elsewhere = valuesElsewhere(partRun, rendered)
  const plain = readPlainFiles({
    isUnread: [...run.problems, ...rendered.problems].some(({ unread }) => unread !== null),
    workspace,
    search: files,
    sources,
    rendered,
    kustomizations: found,
    covered: elsewhere.covered,
    read
  })
  const fates = [...fatesOf(workspace, found, rendered), ...elsewhere.fates]
  const open = deployed.open.map(({ by, clause, paths }) => ({
    paths,
    words: `${by.kind} ${by.name} ${clause}`
  }))
  const written = [
    renderedContent(rendered, unreadKustomizations(workspace, found).overAll),
    ...plain
  ]
  return {
    files,
    contents: [
      ...written.map(content => withOpenPaths(withFates(content, fates), open)),
      ...elsewhere.contents
    ],
    problems: [...deployed.problems, ...rendered.problems],
    read,
    found
  }
}

/** Charts and kustomizations that nobody rendered, because they go to no cluster that is known. */
export const unrenderedIn = ({ files, found }: ReadPart): readonly string[] =>
  files.isRendered
    ? []
    : [
        ...[...files.charts].map(chart => join(chart, chartFileName)),
        ...found.leaves.map(({ path }) => path)
      ]

/** Two overlays of one base repeat what neither of them changes. `unread`: one that cannot be read may include any of them. */
const renderedContent = (rendered: RenderedAll, unread: string | null): FileContent => {
  const { charts, kustomizations } = rendered
  const built = joinContent(kustomizations.filter(isRendered).map(({ content }) => content))
  const uses = unread === null ? built.uses : built.uses.map(use => ({ ...use, unbuilt: unread }))
  const content = joinContent([
    ...charts.filter(isRendered).map(outcome => outcome.content),
    { ...built, uses }
  ])
  const problems = [
    ...charts.flatMap(outcome => (outcome.kind === 'failed' ? [outcome.problem] : [])),
    ...buildFailures(rendered),
    ...content.problems
  ]
  return { ...content, uses: distinctUses(content.uses), problems }
}

/** Overlays that fail for one and the same reason have one problem. */
const buildFailures = ({ kustomizations }: RenderedAll): readonly ManifestProblem[] => {
  const failed = kustomizations.flatMap(outcome =>
    outcome.kind === 'failed' ? [{ problem: outcome.problem, shown: outcome.leaf.shown }] : []
  )
  return [...groupBy(failed, ({ problem }) => JSON.stringify(problem)).values()].map(same => ({
    ...same[0].problem,
    notBuilt: { kustomizations: same.map(({ shown }) => shown), isFault: true, isAll: true }
  }))
}
