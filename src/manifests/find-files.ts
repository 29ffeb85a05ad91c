import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { globSync, isDynamicPattern } from 'tinyglobby'
import { InputError, messageOf, NothingToJudgeError } from '../errors.ts'
import {
  chartFileName,
  isManifestName,
  isRenderedChartPart,
  Search
} from './search.ts'
import { leavingLink, walkDirectory } from './walk.ts'
import { isWithin, type Workspace } from './workspace.ts'

/**
 * Finds what the named paths stand for: files, directories (recursive) and globs.
 *
 * Inside the workspace, symbolic links must not leave it, whoever named them: a pull request writes
 * them. A path that the user typed and that lies outside is read, and then bounds its own links.
 */
export function findFiles(paths: readonly string[], workspace: Workspace): Search {
  const search = new Search(workspace)
  for (const path of paths) findNamed(search, path)
  return search
}

function findNamed(search: Search, named: string): void {
  const path = resolve(search.workspace.path, named)
  if (exists(path)) {
    const before = search.hits
    addNamed(search, path, named)
    if (search.hits === before) throw nothingIn(named)
    return
  }
  const matches = isDynamicPattern(named) ? expandGlob(search, named) : []
  if (matches.length === 0) {
    throw new NothingToJudgeError(
      `"${named}" matches no file: name a manifest, a directory or a glob, relative to ${search.workspace.path}.`
    )
  }
  for (const match of matches) {
    const isDirectory = statSync(match, { throwIfNoEntry: false })?.isDirectory() ?? false
    if (isDirectory || isManifestName(basename(match))) addNamed(search, match, named)
  }
}

const nothingIn = (named: string) =>
  new NothingToJudgeError(
    `"${named}" holds no *.yaml, *.yml or *.json file and no chart: name the directory of your manifests.`
  )

const exists = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined

/** Directories that match are searched too, as a shell's expansion would pass them on. */
const expandGlob = (search: Search, pattern: string): readonly string[] =>
  globSync(pattern, {
    cwd: search.workspace.path,
    absolute: true,
    dot: true,
    onlyFiles: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ['**/.git/**', '**/node_modules/**']
  })
    .map(match => resolve(match))
    .sort()

function addNamed(search: Search, path: string, named: string): void {
  const realPath = realPathOf(path, named)
  const isDirectory = statSync(realPath).isDirectory()
  const boundary = boundaryOf(search.workspace, path, realPath, isDirectory)
  if (!isWithin(boundary, realPath)) {
    search.addProblem(leavingLink(search, path))
    return
  }
  const chart = chartAround(search.workspace, path, isDirectory)
  if (chart !== null) search.addChart(chart)
  else if (isDirectory) walkDirectory(search, path, boundary)
  else if (basename(path) === chartFileName) search.addChart(dirname(path))
  else search.addFile(path, realPath)
}

const realPathOf = (path: string, named: string): string => {
  try {
    return realpathSync(path)
  } catch (error) {
    throw new InputError(
      `"${named}" cannot be read: ${messageOf(error)}; correct the path or its permissions.`,
      { cause: error }
    )
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
 * judged by rendering its chart. A directory that is itself a chart was meant by whoever named it.
 */
const chartAround = (
  workspace: Workspace,
  path: string,
  isDirectory: boolean
): string | null => {
  if (isDirectory && existsSync(join(path, chartFileName))) return null
  let outermost: string | null = null
  for (let directory = dirname(path); ; directory = dirname(directory)) {
    const [part = ''] = relative(directory, path).split(sep)
    if (isRenderedChartPart(part) && existsSync(join(directory, chartFileName))) {
      outermost = directory
    }
    if (directory === workspace.path || directory === dirname(directory)) return outermost
  }
}
