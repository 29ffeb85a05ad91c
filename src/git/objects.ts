import { posix } from 'node:path'
import type { Git, GitAnswer } from './git.ts'

/** The id of an object, SHA-1 or SHA-256. */
export const isObjectId = (text: string): boolean =>
  /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) && !/^0+$/.test(text)

/** Of ids, those of commits that the repository holds; null where git does not answer. */
export async function commitsPresent(
  git: Git,
  ids: readonly string[]
): Promise<readonly string[] | null> {
  const valid = ids.filter(isObjectId)
  if (valid.length === 0) return []
  const answer = await git(['rev-list', '--no-walk', '--ignore-missing', ...valid])
  return answer.kind === 'answer' ? answer.text.split('\n').filter(isObjectId) : null
}

/** The one id that git answers with; null where it answers something else, or not. */
async function idFrom(git: Git, parameters: readonly string[]): Promise<string | null> {
  const answer = await git(parameters)
  const id = answer.kind === 'answer' ? answer.text.trim() : ''
  return isObjectId(id) ? id : null
}

/** The commit that a revision means here; null where git knows none. */
export const revision = (git: Git, text: string): Promise<string | null> =>
  idFrom(git, ['rev-parse', '--verify', '--end-of-options', `${text}^{commit}`])

/** The commit that is checked out; null where there is none, or git does not answer. */
export const headCommit = (git: Git): Promise<string | null> => revision(git, 'HEAD')

/** Where two commits have parted; null where the history that was fetched does not tell. */
export const mergeBase = (git: Git, one: string, other: string): Promise<string | null> =>
  idFrom(git, ['merge-base', one, other])

/** The full names of all refs that point at the commit that is checked out. */
export async function refsAtHead(git: Git): Promise<readonly string[]> {
  const answer = await git(['for-each-ref', '--points-at=HEAD', '--format=%(refname)'])
  return answer.kind === 'answer' ? answer.text.split('\n').filter(name => name !== '') : []
}

/** The commit of a branch of the remote `origin`, as it was fetched last. */
export const branchOfOrigin = (git: Git, branch: string): Promise<string | null> =>
  idFrom(git, ['show-ref', '--verify', '--hash', `refs/remotes/origin/${branch}`])

/** In their order; a shallow clone has the ids of the parents, not the parents. */
export async function parentsOf(git: Git, commit: string): Promise<readonly string[]> {
  const answer = await git(['cat-file', 'commit', commit])
  if (answer.kind !== 'answer') return []
  const [header = ''] = answer.text.split('\n\n', 1)
  return header.split('\n').flatMap(line => /^parent ([0-9a-f]+)$/.exec(line)?.[1] ?? [])
}

/** What cannot be determined, and why. */
export type Unread = { readonly kind: 'unread'; readonly reason: string }

/** A checkout of the last commit alone and a partial clone lack objects. */
export function unread(answer: Exclude<GitAnswer, { kind: 'answer' }>, what: string): Unread {
  switch (answer.kind) {
    case 'refusal':
      return { kind: 'unread', reason: 'git has not fetched it (a depth of 2 does)' }
    case 'too-long':
      return { kind: 'unread', reason: `${what} is longer than is read` }
    case 'failure':
      return { kind: 'unread', reason: answer.reason }
  }
}

type Entry = {
  /** Of git: 040000 a directory, 120000 a link, 160000 a submodule, others files. */
  readonly mode: string
  readonly id: string
  readonly name: string
}

const isDirectory = ({ mode }: Entry): boolean => mode === '040000'
const isLink = ({ mode }: Entry): boolean => mode === '120000'

/** The entries of a commit's or a directory's tree. */
async function entriesOf(git: Git, id: string): Promise<readonly Entry[] | Unread> {
  const answer = await git(['ls-tree', '-z', '--full-tree', id])
  if (answer.kind !== 'answer') return unread(answer, 'the list of its files')
  return answer.text.split('\0').flatMap(record => {
    const [, mode, object, name] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(record) ?? []
    return mode === undefined || object === undefined || name === undefined
      ? []
      : [{ mode, id: object, name }]
  })
}

/** A name as the file systems see it that take several for one: in any case, composed or not. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase()

/**
 * Whether what a commit holds decides what lies at a path: a file, a link or a submodule there, or above it. Names count as the
 * same that are the same to some file system. null where git cannot answer.
 */
export async function commitHolds(
  git: Git,
  commit: string,
  names: readonly string[]
): Promise<boolean | null> {
  const [name, ...rest] = names
  if (name === undefined) return false
  const entries = await entriesOf(git, commit)
  if ('kind' in entries) return null
  const found = entries.filter(entry => folded(entry.name) === folded(name))
  if (found.some(entry => !isDirectory(entry))) return true
  for (const directory of found) {
    const held = await commitHolds(git, directory.id, rest)
    if (held !== false) return held
  }
  return false
}

export type FileInCommit =
  { readonly kind: 'file'; readonly text: string } | { readonly kind: 'absent' } | Unread

const mostLinks = 5

/** A file of a commit, also through links that stay in it; `path` is relative to the root of the repository, with `/`. */
export async function fileInCommit(
  git: Git,
  commit: string,
  path: string,
  outputBytes: number,
  links = mostLinks
): Promise<FileInCommit> {
  const found = await entryAt(git, commit, path.split('/'))
  if (found.kind !== 'entry') return found
  const { entry, above, below } = found
  const answer = await git(['cat-file', 'blob', entry.id], outputBytes)
  if (answer.kind !== 'answer') return unread(answer, path)
  if (!isLink(entry)) return { kind: 'file', text: answer.text }
  const target = posix.join(above, answer.text, ...below)
  const leaves = posix.isAbsolute(answer.text) || /^\.\.(?:\/|$)/.test(target)
  return leaves || links === 0
    ? { kind: 'absent' }
    : fileInCommit(git, commit, target, outputBytes, links - 1)
}

type EntryAt =
  | Exclude<FileInCommit, { kind: 'file' }>
  | {
      readonly kind: 'entry'
      /** A file, or a link. */
      readonly entry: Entry
      /** The path of its directory. */
      readonly above: string
      /** What is left of the path behind a link. */
      readonly below: readonly string[]
    }

async function entryAt(
  git: Git,
  tree: string,
  names: readonly string[],
  above: readonly string[] = []
): Promise<EntryAt> {
  const [name, ...below] = names
  const entries = await entriesOf(git, tree)
  if ('kind' in entries) return entries
  const entry = entries.find(each => each.name === name)
  if (entry === undefined || entry.mode === '160000') return { kind: 'absent' }
  if (isLink(entry)) return { kind: 'entry', entry, above: above.join('/'), below }
  if (below.length === 0)
    return isDirectory(entry)
      ? { kind: 'absent' }
      : { kind: 'entry', entry, above: above.join('/'), below }
  return isDirectory(entry)
    ? entryAt(git, entry.id, below, [...above, entry.name])
    : { kind: 'absent' }
}
