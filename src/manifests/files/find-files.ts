import { basename, dirname, join, relative, sep } from 'node:path'
import { endlessTime, type RunTime } from '../../base/run-time.ts'
import { InputError, NothingToJudgeError } from '../../base/errors.ts'
import type { Workspace } from '../../files/workspace.ts'
import { notRead } from '../problem.ts'
import { chartFileName, isManifestName, isRenderedChartPart, Search } from './search.ts'
import { walkDirectory } from './walk.ts'

/**
 * Finds what the named paths stand for: files, directories (recursive) and globs.
 *
 * Inside the workspace, symbolic links must not leave it, whoever named them: a pull request writes
 * them. A path that the user typed and that lies outside is read, and bounds its own links.
 */
export async function findFiles(
  paths: readonly string[],
  workspace: Workspace,
  time: RunTime = endlessTime
): Promise<Search> {
  const search = new Search(workspace, time)
  for (const path of paths) await findNamed(search, path)
  return search
}

async function findNamed(search: Search, named: string): Promise<void> {
  const { hits, workspace } = search
  const path = workspace.admit(named)
  const found = workspace.look(path)
  if (found.kind !== 'refused' || found.code !== 'absent') {
    if (found.kind === 'refused' && found.code === 'dangling') throw danglingName(named)
    addTarget(search, path, 'named')
  } else {
    // Most runs name files and folders, and need not load the library.
    const { expandGlob } = await import('./globs.ts')
    for (const match of expandGlob(search, named)) addMatch(search, match)
  }
  if (search.hits === hits) throw nothingAt(workspace, path, named)
}

const nothingAt = (workspace: Workspace, path: string, named: string): NothingToJudgeError =>
  new NothingToJudgeError(
    workspace.isDirectory(path)
      ? `"${named}" holds no *.yaml, *.yml or *.json file and no chart: name the directory of your manifests.`
      : `"${named}" matches no manifest: name a file, a directory or a glob, relative to ${workspace.path}.`
  )

const danglingName = (named: string): InputError =>
  new InputError(
    `"${named}" cannot be read (it is a symbolic link that leads to nothing): correct the path or the link.`
  )

/** A link that leads to nothing matches nothing. */
function addMatch(search: Search, path: string): void {
  const found = search.workspace.look(path)
  if (found.kind === 'refused' && (found.code === 'dangling' || found.code === 'absent')) return
  if (found.kind !== 'file' || isManifestName(basename(path))) addTarget(search, path, 'matched')
}

function addTarget(search: Search, path: string, how: 'named' | 'matched'): void {
  const { workspace } = search
  const found = workspace.look(path)
  if (found.kind === 'refused') {
    search.addProblem(notRead(found))
    return
  }
  const isDirectory = found.kind === 'directory'
  const isChart = isDirectory && workspace.isFile(join(path, chartFileName))
  const chart = isChart && how === 'named' ? null : chartAround(workspace, path)
  if (chart !== null) search.addChart(chart)
  else if (isDirectory) walkDirectory(search, path)
  else if (basename(path) === chartFileName) search.addChart(dirname(path))
  else {
    search.addFile(path, found.realPath)
    if (how === 'named') search.named.add(path)
  }
}

/**
 * The outermost chart whose templates, subcharts or CRDs a path belongs to: a changed template is
 * judged by rendering its chart. Only a subchart that is named itself is rendered by itself.
 */
const chartAround = (workspace: Workspace, path: string): string | null => {
  let outermost: string | null = null
  for (let directory = dirname(path); ; directory = dirname(directory)) {
    const [part = ''] = relative(directory, path).split(sep)
    if (isRenderedChartPart(part) && workspace.isFile(join(directory, chartFileName))) {
      outermost = directory
    }
    if (directory === workspace.path || directory === dirname(directory)) return outermost
  }
}
