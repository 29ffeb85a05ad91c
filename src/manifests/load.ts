import { groupBy } from '../base/group-by.ts'
import { isOver, type RunTime } from '../base/run-time.ts'
import type { ManifestProblem, Manifests } from '../kubernetes/manifests.ts'
import { emptyContent, type FileContent, type SourceText } from '../kubernetes/read.ts'
import { rewriteImages } from '../kubernetes/rewrites.ts'
import { boundedReading } from './bounded-reading.ts'
import { readerFor } from './deployed-reading.ts'
import { bundleReader } from './helm/bundle.ts'
import { distinct, distinctUses, joinContent } from './files/content.ts'
import { deployedOf, type Deployed } from './gitops/deployments.ts'
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
import { isRendered, type ReadAt, type RenderRun } from './rendering/render-run.ts'
import { renderingOff } from './rendering/switched-off.ts'
import type { Search } from './files/search.ts'
import { unreadKustomizations } from './kustomize/unbuilt-kustomizations.ts'
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
  const found = await findManifests(request, workspace, world)
  if (charactersOf(found.files.sources) > limits.ordinaryCharacters) await world.spareMemory()
  const read = boundedReading(readerFor(request, found.deployed.settingsAt), world)
  const run = { world, request, workspace, read, budget: new RenderBudget(world.programsTook) }
  const rendered = request.render
    ? await renderAll(run, found.search, found.kustomizations)
    : nothingRendered
  const plain = plainContents(found, rendered, run)
  const typed = request.paths.includes(standardInput)
    ? await readStandardInput(world, workspace, read)
    : []
  const content = joinContent([
    renderedContent(rendered, unreadKustomizations(workspace, found.kustomizations).overAll),
    ...plain,
    ...typed
  ])
  return {
    ...rewriteImages(content, request.setImages, request.imagePullSecrets),
    files: found.files.sources.length + typed.length,
    defaultAccount: request.defaultAccount,
    judgesMentions: request.judgesMentions ?? false,
    problems: distinct([...problemsAround(found, rendered, content, run), ...content.problems])
  }
}

type FoundManifests = {
  readonly search: Search
  readonly files: ReadFiles
  readonly deployed: Deployed
  readonly kustomizations: FoundKustomizations
}

async function findManifests(
  { paths }: LoadRequest,
  workspace: Workspace,
  { time, environment }: World
): Promise<FoundManifests> {
  const named = paths.filter(path => path !== standardInput)
  const search = await findFiles(named, workspace, time)
  const files = readAll(search, workspace, time)
  const deployed = deployedOf(repositoryOf(workspace, environment), files.sources)
  const kustomizations = findKustomizations(workspace, {
    files: search.files,
    kustomizations: search.kustomizations,
    refused: search.problems.map(({ location }) => location.file),
    overlays: deployed.overlays
  })
  return { search, files, deployed, kustomizations }
}

function plainContents(
  { search, files, kustomizations }: FoundManifests,
  rendered: RenderedAll,
  { workspace, read }: RenderRun
): readonly FileContent[] {
  const { sources } = files
  const problems = [...search.problems, ...files.problems, ...rendered.problems]
  const isUnread = problems.some(({ unread }) => unread !== null)
  return readPlainFiles({ isUnread, workspace, search, sources, rendered, kustomizations, read })
}

/** What was not read, or not rendered, of all that was named. */
const problemsAround = (
  { search, files, deployed, kustomizations }: FoundManifests,
  rendered: RenderedAll,
  content: FileContent,
  { workspace, request }: RenderRun
): readonly ManifestProblem[] => [
  ...search.problems,
  ...files.problems,
  ...deployed.problems,
  ...rendered.problems,
  ...(request.render ? [] : renderingOff(workspace, search, kustomizations, content)),
  ...otherLanguages(workspace, [...search.others], request.registrySuffixes)
]

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
