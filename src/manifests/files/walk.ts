import { basename, join } from 'node:path'
import type { Entry, Listed } from '../../files/tree.ts'
import { notRead } from '../problem.ts'
import { isOtherLanguage } from './other-languages.ts'
import {
  chartFileName,
  isInstalled,
  isManifestName,
  isRenderedChartPart,
  type Search
} from './search.ts'

type Walk = {
  readonly search: Search
  /** Symbolic links to directories, followed only when their targets are not found on the way anyway. */
  readonly linkedDirectories: string[]
}

/** Adds everything below a directory to the search. */
export function walkDirectory(search: Search, path: string): void {
  const walk: Walk = { search, linkedDirectories: [] }
  visitDirectory(walk, path)
  for (const linked of walk.linkedDirectories) visitDirectory(walk, linked)
}

function visitDirectory(walk: Walk, path: string): void {
  const { search } = walk
  if (search.isOverBefore(path)) return
  const listed = search.workspace.list(path)
  if (listed.kind === 'refused') {
    search.addProblem(notRead(listed))
    return
  }
  if (!search.enter(listed.realPath)) return
  const isChart = listed.entries.some(entry => entry.name === chartFileName)
  if (isChart) search.addChart(path)
  for (const entry of listed.entries) {
    if (isChart && isRenderedChartPart(entry.name)) continue
    visitEntry(walk, path, listed, entry)
  }
}

function visitEntry(walk: Walk, directory: string, listed: Listed, { name, kind }: Entry): void {
  const path = join(directory, name)
  if (kind === 'link') {
    visitLink(walk, path)
  } else if (kind === 'directory') {
    if (isInstalled(name, listed.entries)) walk.search.leaveOut(path)
    else visitDirectory(walk, path)
  } else if (isManifestName(name)) {
    if (kind === 'file') walk.search.addFile(path, join(listed.realPath, name))
    else visitLink(walk, path)
  } else if (kind === 'file' && isOtherLanguage(name)) walk.search.others.add(path)
}

/** A link that leads out may lead to anything; one that leads to nothing counts by its name. */
function visitLink(walk: Walk, path: string): void {
  const { search } = walk
  const found = search.workspace.look(path)
  if (found.kind === 'directory') walk.linkedDirectories.push(path)
  else if (found.kind === 'refused') {
    if (found.code === 'leaves' || found.code === 'git' || isManifestName(basename(path)))
      search.addProblem(notRead(found))
  } else if (isManifestName(basename(path))) search.addFile(path, found.realPath)
}
