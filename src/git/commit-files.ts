import type { Git } from './git.ts'
import { isObjectId, unread, type Unread } from './objects.ts'

/** A file, link or submodule of a commit. */
export type CommitFile = {
  /** Relative to the root of the repository, with `/`. */
  readonly path: string
  readonly kind: 'file' | 'link' | 'submodule'
  readonly id: string
}

const kinds: Readonly<Record<string, CommitFile['kind']>> = {
  '120000': 'link',
  '160000': 'submodule'
}

/** All files of a commit. */
export async function filesOfCommit(
  git: Git,
  commit: string
): Promise<readonly CommitFile[] | Unread> {
  const answer = await git(['ls-tree', '-r', '-z', '--full-tree', commit])
  if (answer.kind !== 'answer') return unread(answer, 'the list of its files')
  return answer.text.split('\0').flatMap(record => {
    const [, mode, id, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(record) ?? []
    return mode === undefined || id === undefined || path === undefined
      ? []
      : [{ path, kind: kinds[mode] ?? 'file', id }]
  })
}

/** What several blobs hold, by id; null: it is longer than anybody reads. */
export type Blobs = ReadonlyMap<string, Buffer | null>

/** Of one answer; a single blob may be longer. */
const batchBytes = 16 * 1024 * 1024

/** Blobs of the repository; those up to `longest` bytes may hold `most` together. */
export async function blobsOf(
  git: Git,
  ids: readonly string[],
  { longest, most }: { readonly longest: number; readonly most: number }
): Promise<Blobs | Unread> {
  const sizes = await sizesOf(git, ids)
  if ('kind' in sizes) return sizes
  const wanted = [...sizes].filter(([, size]) => size <= longest)
  const bytes = wanted.reduce((sum, [, size]) => sum + size, 0)
  if (bytes > most)
    return {
      kind: 'unread',
      reason: `what differs is larger than ${most / 1024 / 1024} MB`
    }
  const blobs = new Map<string, Buffer | null>([...sizes.keys()].map(id => [id, null]))
  for (const batch of batches(wanted)) {
    const found = await batchOf(git, batch)
    if ('kind' in found) return found
    for (const [id, blob] of found) blobs.set(id, blob)
  }
  return blobs
}

const asked = (ids: readonly string[]): string => ids.map(id => `${id}\n`).join('')

async function sizesOf(
  git: Git,
  ids: readonly string[]
): Promise<ReadonlyMap<string, number> | Unread> {
  const valid = [...new Set(ids)].filter(isObjectId)
  if (valid.length === 0) return new Map()
  const answer = await git(['cat-file', '--batch-check'], undefined, {
    input: asked(valid),
    answersInBytes: false
  })
  if (answer.kind !== 'answer') return unread(answer, 'the list of what differs')
  const sizes = new Map<string, number>()
  for (const line of answer.text.split('\n').slice(0, valid.length)) {
    const [, id, size] = /^([0-9a-f]+) blob (\d+)$/.exec(line) ?? []
    if (id === undefined || size === undefined) return notFetched
    sizes.set(id, Number(size))
  }
  return sizes
}

/** As in a partial clone, of which only what is checked out was fetched. */
const notFetched: Unread = { kind: 'unread', reason: 'git has not fetched all of its files' }

type Sized = readonly [id: string, size: number]

function* batches(blobs: readonly Sized[]): Generator<readonly Sized[]> {
  let batch: Sized[] = []
  let bytes = 0
  for (const blob of blobs) {
    if (batch.length > 0 && bytes + blob[1] > batchBytes) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(blob)
    bytes += blob[1]
  }
  if (batch.length > 0) yield batch
}

/** Id, type and size, and what stands between the parts of the answer (git-cat-file(1), "Batch output"). */
const longestHeader = 100

async function batchOf(git: Git, batch: readonly Sized[]): Promise<Blobs | Unread> {
  const bytes = batch.reduce((sum, [, size]) => sum + size + longestHeader, 0)
  const answer = await git(['cat-file', '--batch'], bytes, {
    input: asked(batch.map(([id]) => id)),
    answersInBytes: true
  })
  if (answer.kind !== 'answer') return unread(answer, 'what differs')
  const output = Buffer.from(answer.text, 'latin1')
  const blobs = new Map<string, Buffer>()
  let at = 0
  for (const [id, size] of batch) {
    const start = output.indexOf('\n', at) + 1
    if (output.toString('latin1', at, start) !== `${id} blob ${size}\n`) return notFetched
    blobs.set(id, output.subarray(start, start + size))
    at = start + size + 1
  }
  return blobs
}
