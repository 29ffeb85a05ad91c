import { resolve } from 'node:path'
import { InputError } from '../base/errors.ts'
import { readNamed } from '../files/named.ts'
import { Tree } from '../files/tree.ts'
import { execute, gitIn } from '../git/git.ts'
import { readPayload } from '../github/environment.ts'
import { largestFile, readBaseFile } from './base-file.ts'
import { repositoryPlace } from './base-place.ts'
import { placeOf } from './config-place.ts'
import { proposedChange } from './proposed-change.ts'
import type { SettingsWorld } from './settings-source.ts'

/** What a file says that decides what counts; on pull requests it is that of the base, unless a change has no say in it. */
export type PolicyText =
  | { readonly kind: 'text'; readonly text: string }
  /** `reason` is a clause. */
  | { readonly kind: 'unread'; readonly reason: string }

/**
 * @throws InputError where there is no such file, and no pull request could have taken it away
 */
export async function policyText(
  file: string,
  { workspace: directory, environment, time }: Omit<SettingsWorld, 'isOnline'>,
  settingsFrom: 'base' | 'head'
): Promise<PolicyText> {
  const workspace = Tree.open(directory)
  const change = proposedChange(environment, readPayload(environment))
  const git = (repository: string) => gitIn(repository, { environment, time, execute })
  const place = { workspace: workspace.realPath, change, gitIn: git }
  if (change === null || settingsFrom === 'head')
    return { kind: 'text', text: onDisk(workspace, file) }
  const isThere = readNamed(workspace, file, mostBytes).kind === 'read'
  if (isThere && (await placeOf(resolve(directory, file), { ...place, change })) === 'workflow')
    return { kind: 'text', text: onDisk(workspace, file) }
  const { repository, paths } = repositoryPlace(workspace, [file])
  const base = await readBaseFile({
    change,
    git: repository === null ? null : git(repository),
    gitHub: { closed: 'git has not fetched its commit' },
    paths
  })
  if (base.kind === 'file') return { kind: 'text', text: base.text }
  return {
    kind: 'unread',
    reason: base.kind === 'absent' ? 'the base does not have it' : base.reason
  }
}

const mostBytes = 16 * largestFile

function onDisk(workspace: Tree, file: string): string {
  const content = readNamed(workspace, file, mostBytes)
  if (content.kind === 'read') return content.bytes.toString('utf8')
  throw new InputError(
    `File ${file} cannot be read (it ${content.reason}): correct its name, or make it with --write-baseline.`
  )
}
