import { relative, sep } from 'node:path'
import { isWithin } from '../files/paths.ts'
import { entriesPassed, repositoriesAround } from '../files/passed.ts'
import { commitHolds, commitsPresent, headCommit, isObjectId, refsAtHead } from '../git/objects.ts'
import type { Git } from '../git/git.ts'
import type { ProposedChange } from './proposed-change.ts'

/** Who decides what a path leads to. */
export type ConfigPlace =
  /** The workflow: another checkout, or a file that the job wrote. */
  | 'workflow'
  /** The change, or git could not tell. */
  | 'change'

export type ConfigPlaceWorld = {
  /** The workspace without symbolic links. */
  readonly workspace: string
  readonly change: ProposedChange
  readonly gitIn: (directory: string) => Git
}

/** Whether a change decides what an absolute path leads to. Only git's word that it does not makes a file of the workflow. */
export async function placeOf(path: string, world: ConfigPlaceWorld): Promise<ConfigPlace> {
  const entries = entriesPassed(path)
  if (entries === null) return 'change'
  for (const entry of entries) if (!(await isOfTheWorkflow(entry, world))) return 'change'
  return 'workflow'
}

/** Of one entry that has no links above it. A repository may lie in another, and each of them may hold the entry. */
async function isOfTheWorkflow(entry: string, world: ConfigPlaceWorld): Promise<boolean> {
  const repositories = repositoriesAround(entry)
  if (repositories.length === 0) return !isWithin(world.workspace, entry)
  for (const repository of repositories)
    if ((await isOfTheChange(entry, repository, world)) !== false) return false
  return true
}

/** null where git cannot answer. */
async function isOfTheChange(
  entry: string,
  repository: string,
  world: ConfigPlaceWorld
): Promise<boolean | null> {
  const git = world.gitIn(repository)
  const commits = await commitsOfTheChange(git, world.change)
  if (commits === null) return null
  if (commits.length === 0) return (await isAnotherCheckout(git, repository, world)) ? false : null
  const names = relative(repository, entry).split(sep)
  for (const commit of commits) {
    const held = await commitHolds(git, commit, names)
    if (held !== false) return held
  }
  return false
}

/** A pull request may have grown since its event, and then only the name of a ref tells that it is checked out. */
const refOfAChange = /^refs\/(?:remotes\/)?(?:pull|merge-requests|pipelines)\//

async function commitsOfTheChange(
  git: Git,
  change: ProposedChange
): Promise<readonly string[] | null> {
  const known = await commitsPresent(git, change.heads)
  if (known === null) return null
  const refs = await refsAtHead(git)
  const head = refs.some(ref => refOfAChange.test(ref)) ? await headCommit(git) : null
  return head === null || known.includes(head) ? known : [...known, head]
}

/**
 * Of a repository without any commit of the change: the workspace itself may still be the change in another shape, as after a
 * rebase, unless it is the base.
 */
async function isAnotherCheckout(
  git: Git,
  repository: string,
  { workspace, change }: ConfigPlaceWorld
): Promise<boolean> {
  const head = await headCommit(git)
  if (head === null) return false
  if (!isWithin(repository, workspace)) return true
  return change.bases.some(
    base => base.kind === 'commit' && isObjectId(base.id) && base.id === head
  )
}
