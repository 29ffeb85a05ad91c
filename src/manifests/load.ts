import { join } from 'node:path'
import { groupBy } from '../base/group-by.ts'
import { isOver, type RunTime } from '../base/run-time.ts'
import { counted } from '../base/sentences.ts'
import { lineLocation } from '../yaml/location.ts'
import type { ManifestProblem, Manifests } from '../kubernetes/manifests.ts'
import { emptyContent, type FileContent, type SourceText } from '../kubernetes/read.ts'
import { rewriteImages } from '../kubernetes/rewrites.ts'
import { boundedReading } from './bounded-reading.ts'
import { readerFor } from './deployed-reading.ts'
import { bundleReader } from './helm/bundle.ts'
import { distinct, distinctUses, joinContent } from './files/content.ts'
import { deployedOf } from './gitops/deployments.ts'
import { findFiles } from './files/find-files.ts'
import { repositoryOf, type ReadSource } from './gitops/gitops-objects.ts'
import { findKustomizations, type FoundKustomizations } from './kustomize/kustomization-graph.ts'
import { limits } from './limits.ts'
import type { LoadRequest } from './load-request.ts'
import { outOfTime, readingCut } from './problem.ts'
import { otherLanguages } from './files/other-languages.ts'
import { readPlain, readPlainFiles } from './files/plain-files.ts'
import { decodeText, readFiles, type FileResult } from './files/read-file.ts'
import { nothingRendered, renderAll, type RenderedAll } from './rendering/render-all.ts'
import { RenderBudget } from './rendering/render-budget.ts'
import { isRendered, type ReadAt } from './rendering/render-run.ts'
import { chartFileName, type Search } from './files/search.ts'
import {
  deploysAsWritten,
  hasAccounts,
  unreadKustomizations
} from './kustomize/unbuilt-kustomizations.ts'
import { Workspace } from '../files/workspace.ts'
import { realWorld, type World } from './world.ts'

export type { LoadRequest } from './load-request.ts'
export type { World } from './world.ts'

const standardInput = '-'

/** How problems and images of standard input are reported. */
const standardInputName = 'stdin'

/**
 * Everything that the named paths hold: plain manifests as they are, charts and kustomizations as
 * they render, each image at the place that a person edits.
 */
export async function loadManifests(
  request: LoadRequest,
  world: World = realWorld
): Promise<Manifests> {
  const workspace = Workspace.open(request.workspace)
  const search = await findFiles(
    request.paths.filter(path => path !== standardInput),
    workspace,
    world.time
  )
  const files = readAll(search, workspace, world.time)
  if (charactersOf(files.sources) > limits.ordinaryCharacters) await world.spareMemory()
  const deployed = deployedOf(repositoryOf(workspace, world.environment), files.sources)
  const read = boundedReading(readerFor(request, deployed.settingsAt), world)
  const budget = new RenderBudget(world.programsTook)
  const run = { world, request, workspace, read, budget }
  const found = findKustomizations(workspace, {
    files: search.files,
    kustomizations: search.kustomizations,
    refused: search.problems.map(({ location }) => location.file),
    overlays: deployed.overlays
  })
  const rendered = request.render ? await renderAll(run, search, found) : nothingRendered
  const isUnread = [...search.problems, ...files.problems, ...rendered.problems].some(
    ({ unread }) => unread !== null
  )
  const plain = readPlainFiles({
    isUnread,
    workspace,
    search,
    sources: files.sources,
    rendered,
    kustomizations: found,
    read
  })
  const typed = request.paths.includes(standardInput)
    ? await readStandardInput(world, workspace, read)
    : []
  const content = joinContent([
    renderedContent(rendered, unreadKustomizations(workspace, found).overAll),
    ...plain,
    ...typed
  ])
  const problems = [
    ...search.problems,
    ...files.problems,
    ...deployed.problems,
    ...rendered.problems,
    ...(request.render ? [] : notAsked(workspace, search, found, content)),
    ...otherLanguages(workspace, [...search.others], request.registrySuffixes),
    ...content.problems
  ]
  return {
    ...rewriteImages(content, request.setImages, request.imagePullSecrets),
    files: files.sources.length + typed.length,
    defaultAccount: request.defaultAccount,
    judgesMentions: request.judgesMentions ?? false,
    problems: distinct(problems)
  }
}

type ReadFiles = {
  readonly sources: readonly ReadSource[]
  readonly problems: readonly ManifestProblem[]
}

const readAll = (search: Search, workspace: Workspace, time: RunTime): ReadFiles => {
  const sources: ReadSource[] = []
  const problems: ManifestProblem[] = []
  const inTime = whileTimeLasts(search.files, time, (first, others) => {
    problems.push(readingCut(workspace.shown(first), others))
  })
  readFiles(workspace, inTime, (path, result) => {
    if (result.kind === 'text')
      sources.push({ path, source: { ...result.source, named: search.named.has(path) } })
    else problems.push(result.problem)
  })
  return { sources, problems }
}

const charactersOf = (sources: readonly ReadSource[]): number =>
  sources.reduce((sum, { source }) => sum + source.text.length, 0)

function* whileTimeLasts(
  files: readonly string[],
  time: RunTime,
  cut: (first: string, others: number) => void
): Generator<string> {
  for (const [index, file] of files.entries()) {
    if (isOver(time, 'reading')) {
      cut(file, files.length - index - 1)
      return
    }
    yield file
  }
}

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

const readStandardInput = async (
  world: World,
  workspace: Workspace,
  read: ReadAt
): Promise<readonly FileContent[]> => {
  const bytes = await world.readStandardInput(world.time.left('reading'))
  if (bytes === null) return [{ ...emptyContent, problems: [outOfTime(standardInputName)] }]
  const result: FileResult = decodeText(standardInputName, bytes)
  if (result.kind === 'refused') return [{ ...emptyContent, problems: [result.problem] }]
  const source: SourceText = result.source
  return [readPlain({ path: workspace.path, source }, new Set(), read, bundleReader(workspace))]
}

/** That some of the repository was not looked at, because the user asked so. */
const notAsked = (
  workspace: Workspace,
  search: Search,
  found: FoundKustomizations,
  content: FileContent
): readonly ManifestProblem[] => {
  const isComplete =
    search.charts.size === 0 && deploysAsWritten(workspace, found, hasAccounts([content]))
  const charts = [...search.charts].map(chart => join(chart, chartFileName))
  const [first] = [...charts, ...search.kustomizations]
  if (first === undefined) return []
  const parts = [
    ...(charts.length === 0 ? [] : [counted(charts.length, 'chart')]),
    ...(search.kustomizations.size === 0
      ? []
      : [counted(search.kustomizations.size, 'kustomization')])
  ]
  return [
    {
      check: 'render-failed',
      severity: isComplete ? 'note' : 'unknown',
      message: `Rendering is off, so of ${parts.join(' and ')} only the plain files were read${isComplete ? ', which say the same' : ''}`,
      remediation:
        'Leave out `--no-render` (action input `render: false`) where the repository is trusted.',
      location: lineLocation(workspace.shown(first)),
      unread: isComplete ? null : 'not-rendered',
      notBuilt: {
        kustomizations: found.leaves.map(({ shown }) => shown),
        isFault: false,
        isAll: charts.length === 0
      }
    }
  ]
}
