import { isOver, type RunTime } from '../base/run-time.ts'
import type { ManifestProblem, Manifests } from '../kubernetes/manifests.ts'
import { emptyContent, type FileContent } from '../kubernetes/read.ts'
import { rewriteImages } from '../kubernetes/rewrites.ts'
import { Workspace } from '../files/workspace.ts'
import { roomOfRun } from './bounded-reading.ts'
import { distinct, joinContent } from './files/content.ts'
import { findFiles } from './files/find-files.ts'
import { otherLanguages } from './files/other-languages.ts'
import { readFiles } from './files/read-file.ts'
import { commentsOf } from './files/suppression-comments.ts'
import type { Search } from './files/search.ts'
import { unreadDeployingObject, withUnreadObject } from './gitops/unread-objects.ts'
import { repositoryOf, type ReadSource } from './gitops/gitops-objects.ts'
import { limits } from './limits.ts'
import type { LoadRequest } from './load-request.ts'
import { readingCut } from './problem.ts'
import type { ReadingMemory } from './reading-memory.ts'
import { RenderBudget } from './rendering/render-budget.ts'
import { renderingOff } from './rendering/switched-off.ts'
import { readStandardInput } from './standard-input/standard-input.ts'
import { everything, filesByTarget } from './targets/part-files.ts'
import { readPart, type LoadRun, type ReadPart } from './targets/read-part.ts'
import { targetPart } from './targets/target-part.ts'
import { realWorld, type World } from './world.ts'

export type { LoadRequest } from './load-request.ts'
export type { World } from './world.ts'

const standardInput = '-'

/** Where manifests are read, and what was read of them elsewhere. */
export type ManifestSource = {
  /** Absent: the directory as it lies on disk. */
  readonly workspace?: Workspace
  /** Absent: nothing else is read in this run. */
  readonly memory?: ReadingMemory
}

/**
 * Everything that the named paths hold: plain manifests as they are, charts and kustomizations as
 * they render, each image at the place that a person edits.
 */
export async function loadManifests(
  request: LoadRequest,
  world: World = realWorld,
  { workspace = Workspace.open(request.workspace), ...remembered }: ManifestSource = {}
): Promise<Manifests> {
  const search = await findFiles(
    request.paths.filter(path => path !== standardInput),
    workspace,
    world.time
  )
  const files = readAll(search, workspace, world.time)
  if (charactersOf(files.sources) > limits.ordinaryCharacters) await world.spareMemory()
  const repository = repositoryOf(workspace, world.environment)
  const run: LoadRun = {
    world,
    request,
    workspace,
    repository,
    sources: files.sources,
    budget: new RenderBudget(world.programsTook),
    room: roomOfRun(),
    files: search.files,
    refused: search.problems.map(({ location }) => location.file),
    charts: search.charts,
    problems: [...search.problems, ...files.problems],
    ...remembered
  }
  const found = { repository, search, sources: files.sources }
  const targets = request.targets ?? null
  const parts: ReadPart[] = []
  for (const each of targets === null ? [everything(found)] : filesByTarget(found, targets))
    parts.push(await readPart(run, each))
  const typed = await readTyped(run, parts)
  return manifestsOf(run, search, files, parts, typed)
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

/** Standard input belongs to every target that names it. */
const readTyped = async (
  { request, workspace, world }: LoadRun,
  parts: readonly ReadPart[]
): Promise<Typed> => {
  if (!request.paths.includes(standardInput)) return { files: 0, of: new Map(), problems: [] }
  const taking = parts.filter(({ files }) => files.takesStandardInput)
  const readers = taking.map(({ read }) => read)
  const { contents, problems } = await readStandardInput(world, workspace, readers)
  return {
    files: 1,
    of: new Map(
      contents.flatMap((content, index) => {
        const part = taking[index]
        return part === undefined ? [] : [[part, content]]
      })
    ),
    problems
  }
}

type Typed = {
  readonly files: number
  readonly of: ReadonlyMap<ReadPart, FileContent>
  readonly problems: readonly ManifestProblem[]
}

const manifestsOf = (
  run: LoadRun,
  search: Search,
  files: ReadFiles,
  parts: readonly ReadPart[],
  typed: Typed
): Manifests => {
  const { request, workspace } = run
  const unread = unreadDeployingObject(files.sources)
  const contentOf = (part: ReadPart): FileContent =>
    rewriteImages(
      withUnreadObject(joinContent([...part.contents, typed.of.get(part) ?? emptyContent]), unread),
      request.setImages,
      request.imagePullSecrets
    )
  const read = parts.map(part => ({ part, content: contentOf(part) }))
  const targeted =
    (request.targets ?? null) === null
      ? null
      : read.map(({ part, content }) => targetPart(workspace, part, content))
  const content = joinContent(read.map(each => each.content))
  const problems = [
    ...run.problems,
    ...parts.flatMap(part => part.problems),
    ...typed.problems,
    ...(request.render
      ? []
      : parts.flatMap(({ files: part, found }) =>
          part.isRendered ? renderingOff(workspace, part, found, content) : []
        )),
    ...otherLanguages(workspace, [...search.others], request.registrySuffixes),
    ...(targeted === null ? content.problems : targeted.flatMap(each => each.problems))
  ]
  return {
    ...content,
    files: files.sources.length + typed.files,
    defaultAccount: request.defaultAccount,
    judgesMentions: request.judgesMentions ?? false,
    problems: distinct(problems),
    comments: commentsOf({ uses: content.uses, problems }, files.sources, workspace),
    ...(targeted === null ? {} : { parts: targeted.map(({ part }) => part) })
  }
}
