import { fileOnGitHub, type ContentsWorld } from '../github/contents.ts'
import type { Git } from '../git/git.ts'
import { branchOfOrigin, fileInCommit, isObjectId, parentsOf } from '../git/objects.ts'
import type { BaseCandidate, ProposedChange } from './proposed-change.ts'

/** The settings file of the base, or what is known of it. */
export type BaseFile =
  | {
      readonly kind: 'file'
      readonly path: string
      readonly text: string
      readonly commit: string
    }
  | { readonly kind: 'absent'; readonly commit: string }
  | { readonly kind: 'unread'; readonly commit: string | null; readonly reason: string }

export type BasePlace = {
  readonly change: ProposedChange
  /** Of the repository that holds the change; null: there is none around the workspace. */
  readonly git: Git | null
  /** null: no connection may be opened, for this reason. */
  readonly gitHub: ContentsWorld | { readonly closed: string }
  /** Relative to the root of the repository, with `/`; the first that is there counts. */
  readonly paths: readonly string[]
}

/** No settings file is larger. */
export const largestFile = 1024 * 1024

/** Each commit that may be the base, in git's objects first, then by GitHub's API, until one can be read. */
export async function readBaseFile(place: BasePlace): Promise<BaseFile> {
  const reasons = new Set<string>()
  const tried = new Set<string>()
  for (const candidate of place.change.bases) {
    const commit = await commitOf(candidate, place.git)
    if (commit === null || tried.has(commit)) continue
    tried.add(commit)
    for (const read of [fromGit, fromGitHub]) {
      const found = await read(place, commit)
      if (found.kind !== 'unread') return { ...found, commit }
      reasons.add(found.reason)
    }
  }
  const [first = null] = tried
  const reason = first === null ? 'the CI system tells no commit of it' : [...reasons].join('; ')
  return { kind: 'unread', commit: first, reason }
}

/** The commit that a CI system means; null where git cannot tell, or the system told nothing. */
export async function commitOf(candidate: BaseCandidate, git: Git | null): Promise<string | null> {
  if (candidate.kind === 'commit') return isObjectId(candidate.id) ? candidate.id : null
  if (git === null) return null
  if (candidate.kind === 'branch') return branchOfOrigin(git, candidate.name)
  if (!isObjectId(candidate.of)) return null
  const [base = null, head, ...more] = await parentsOf(git, candidate.of)
  return head === candidate.beside && more.length === 0 ? base : null
}

type Found =
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unread'; readonly reason: string }

async function fromGit({ git, paths }: BasePlace, commit: string): Promise<Found> {
  if (git === null) return { kind: 'unread', reason: 'the workspace lies in no git repository' }
  for (const path of paths) {
    const found = await fileInCommit(git, commit, path, largestFile)
    if (found.kind === 'file') return { ...found, path }
    if (found.kind === 'unread') return found
  }
  return { kind: 'absent' }
}

async function fromGitHub({ change, gitHub, paths }: BasePlace, commit: string): Promise<Found> {
  if ('closed' in gitHub) return { kind: 'unread', reason: gitHub.closed }
  const repository = change.gitHubRepository
  if (repository === null)
    return { kind: 'unread', reason: 'its commit has to be fetched for git to read it' }
  return fileOnGitHub({ repository, commit, paths }, gitHub)
}
