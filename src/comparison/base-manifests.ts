import { join, relative, sep } from 'node:path'
import { NothingToJudgeError, ReportedError, messageOf } from '../base/errors.ts'
import type { RunTime } from '../base/run-time.ts'
import { isWithin } from '../files/paths.ts'
import { StoredTree, type StoredFile } from '../files/stored-tree.ts'
import { Tree } from '../files/tree.ts'
import { Workspace } from '../files/workspace.ts'
import { blobsOf, filesOfCommit, type CommitFile } from '../git/commit-files.ts'
import { execute, gitIn, type Git } from '../git/git.ts'
import { readPayload } from '../github/environment.ts'
import type { BaseManifests } from '../kubernetes/base-manifests.ts'
import type { Manifests } from '../kubernetes/manifests.ts'
import { repositoryPlace } from '../settings-source/base-place.ts'
import { baseCommit } from './base-commit.ts'

export type ComparisonWorld = {
  readonly workspace: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly time: RunTime
}

export type ComparisonRequest = {
  /** A revision, or `auto`: what the CI system says. */
  readonly revision: string
  /** What the user named on disk; it tells which checkout is meant where there are several. */
  readonly paths: readonly string[]
  readonly load: (workspace: Workspace) => Promise<Manifests>
}

/** Reads the base from git's objects. The checkout stays as it is, nothing is fetched, and no trouble with the base is one of the run. */
export async function baseManifests(
  request: ComparisonRequest,
  world: ComparisonWorld
): Promise<BaseManifests> {
  const workspace = Tree.open(world.workspace)
  if (request.paths.length === 0) return unread(null, 'standard input is of no commit')
  const { repository } = repositoryPlace(workspace, request.paths.map(somethingIn))
  if (repository === null) return unread(null, 'the manifests lie in no git repository')
  const git = gitIn(repository, { ...world, execute, stage: 'reading' })
  const event = { environment: world.environment, payload: readPayload(world.environment) }
  const base = await baseCommit(request.revision, event, git)
  if (base.kind === 'none') return unread(null, base.reason)
  const files = await workspaceFiles(git, base.id, workspace, repository)
  if ('reason' in files) return unread(base.id, files.reason)
  return read(request, world, { git, commit: base.id, files })
}

/** A path may be that of the repository itself. */
const somethingIn = (path: string): string => join(path, '-')

const unread = (commit: string | null, reason: string): BaseManifests => ({
  kind: 'unread',
  commit,
  reason
})

type Stored = {
  readonly files: readonly StoredFile[]
  readonly prefix: string
  /** Ids that the checkout surely does not have, or that links need. */
  readonly differing: readonly string[]
}

/** Extensions of what manifests, charts and kustomizations are read from; others are asked for when something reads them. */
const likelyRead = /\.(?:ya?ml|json|tpl|txt)$|(?:^|\/)Kustomization$/

/** The files of a commit as the workspace has them: it may be a directory of the repository, or have the repository in it. */
async function workspaceFiles(
  git: Git,
  commit: string,
  workspace: Tree,
  repository: string
): Promise<Stored | { readonly reason: string }> {
  const [files, head] = await Promise.all([filesOfCommit(git, commit), filesOfCommit(git, 'HEAD')])
  if ('kind' in files) return files
  const now = 'kind' in head ? new Map<string, string>() : idsByPath(head)
  const differing = files
    .filter(
      ({ path, kind, id }) =>
        kind === 'link' || (kind === 'file' && likelyRead.test(path) && now.get(path) !== id)
    )
    .map(({ id }) => id)
  const below = slashed(relative(workspace.realPath, repository))
  const isInside = below !== '' && isWithin(workspace.realPath, repository)
  return {
    files: isInside ? files.map(file => ({ ...file, path: `${below}/${file.path}` })) : files,
    prefix: isInside ? '' : slashed(relative(repository, workspace.realPath)),
    differing
  }
}

const slashed = (path: string): string => path.split(sep).join('/')

const idsByPath = (files: readonly CommitFile[]): ReadonlyMap<string, string> =>
  new Map(files.map(({ path, id }) => [path, id]))

/** A file that is longer is refused whatever it holds (limits.fileBytes is the same for manifests; charts may hold larger ones). */
const blobLimits = { longest: 64 * 1024 * 1024, most: 256 * 1024 * 1024 }

/** What one reading misses is asked of git, and may show what else is missing. */
const mostReadings = 8

type Sources = {
  readonly git: Git
  readonly commit: string
  readonly files: Stored
}

async function read(
  { load }: ComparisonRequest,
  { workspace: directory }: ComparisonWorld,
  { git, commit, files }: Sources
): Promise<BaseManifests> {
  const blobs = new Map<string, Buffer | null>()
  let wanted: readonly string[] = files.differing
  for (let reading = 0; reading < mostReadings; reading += 1) {
    const found = await blobsOf(git, wanted, blobLimits)
    if ('kind' in found) return unread(commit, found.reason)
    for (const [id, blob] of found) blobs.set(id, blob)
    const trees: StoredTree[] = []
    const workspace = Workspace.stored(directory, disk => {
      const tree = new StoredTree(disk, { ...files, blobs })
      trees.push(tree)
      return tree
    })
    const loaded = await loadedFrom(load, workspace, commit)
    wanted = trees.flatMap(({ missing }) => [...missing])
    if (wanted.length === 0) return loaded
  }
  return unread(commit, 'its files lead to ever more of them')
}

async function loadedFrom(
  load: ComparisonRequest['load'],
  workspace: Workspace,
  commit: string
): Promise<BaseManifests> {
  try {
    return { kind: 'read', commit, manifests: await load(workspace) }
  } catch (error) {
    if (error instanceof NothingToJudgeError) return { kind: 'nothing', commit }
    if (error instanceof ReportedError) return unread(commit, messageOf(error).replace(/\.$/, ''))
    throw error
  }
}
