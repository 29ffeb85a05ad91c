import { accessSync, constants, existsSync, lstatSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { InputError, messageOf, NothingToJudgeError } from '../../base/errors.ts'
import { chartFileName, isManifestName, isRenderedChartPart, Search } from './search.ts'
import { leavingLink, walkDirectory } from './walk.ts'
import { isWithin, type Workspace } from './workspace.ts'

/**
 * Finds what the named paths stand for: files, directories (recursive) and globs.
 *
 * Inside the workspace, symbolic links must not leave it, whoever named them: a pull request writes
 * them. A path that the user typed and that lies outside is read, and then bounds its own links.
 */
export async function findFiles(paths: readonly string[], workspace: Workspace): Promise<Search> {
  const search = new Search(workspace)
  for (const path of paths) await findNamed(search, path)
  return search
}

async function findNamed(search: Search, named: string): Promise<void> {
  const { hits } = search
  const path = resolve(search.workspace.path, named)
  if (exists(path)) {
    requireReadable(path, named)
    addTarget(search, path, 'named')
  } else {
    // Most runs name files and folders, and need not load the library.
    const { expandGlob } = await import('./globs.ts')
    for (const match of expandGlob(search.workspace, named)) addMatch(search, match)
  }
  if (search.hits === hits) throw nothingAt(search.workspace, path, named)
}

const exists = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined

const nothingAt = (workspace: Workspace, path: string, named: string): NothingToJudgeError =>
  new NothingToJudgeError(
    exists(path)
      ? `"${named}" holds no *.yaml, *.yml or *.json file and no chart: name the directory of your manifests.`
      : `"${named}" matches no manifest: name a file, a directory or a glob, relative to ${workspace.path}.`
  )

const requireReadable = (path: string, named: string): void => {
  try {
    accessSync(path, constants.R_OK)
  } catch (error) {
    throw new InputError(
      `"${named}" cannot be read (${messageOf(error)}): correct the path or its permissions.`,
      { cause: error }
    )
  }
}

/** A link that leads to nothing matches nothing. */
function addMatch(search: Search, path: string): void {
  const isDirectory = statSync(path, { throwIfNoEntry: false })?.isDirectory()
  if (isDirectory === undefined) return
  if (isDirectory || isManifestName(basename(path))) addTarget(search, path, 'matched')
}

function addTarget(search: Search, path: string, found: 'named' | 'matched'): void {
  const realPath = realpathSync(path)
  const isDirectory = statSync(realPath).isDirectory()
  const boundary = boundaryOf(search.workspace, path, realPath, isDirectory)
  if (!isWithin(boundary, realPath)) {
    search.addProblem(leavingLink(search, path))
    return
  }
  const isChart = isDirectory && existsSync(join(path, chartFileName))
  const chart = isChart && found === 'named' ? null : chartAround(search.workspace, path)
  if (chart !== null) search.addChart(chart)
  else if (isDirectory) walkDirectory(search, path, boundary)
  else if (basename(path) === chartFileName) search.addChart(dirname(path))
  else {
    search.addFile(path, realPath)
    if (found === 'named') search.named.add(path)
  }
}

const boundaryOf = (
  workspace: Workspace,
  path: string,
  realPath: string,
  isDirectory: boolean
): string => {
  if (isWithin(workspace.path, path)) return workspace.realPath
  return isDirectory ? realPath : dirname(realPath)
}

/**
 * The outermost chart whose templates, subcharts or CRDs a path belongs to: a changed template is
 * judged by rendering its chart. Only a subchart that is named itself is rendered by itself.
 */
const chartAround = (workspace: Workspace, path: string): string | null => {
  let outermost: string | null = null
  for (let directory = dirname(path); ; directory = dirname(directory)) {
    const [part = ''] = relative(directory, path).split(sep)
    if (isRenderedChartPart(part) && existsSync(join(directory, chartFileName))) {
      outermost = directory
    }
    if (directory === workspace.path || directory === dirname(directory)) return outermost
  }
}
