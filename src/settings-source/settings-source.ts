import { resolve } from 'node:path'
import type { RunTime } from '../base/run-time.ts'
import { Tree } from '../files/tree.ts'
import { execute, gitIn, type Git } from '../git/git.ts'
import { gitHubRequest } from '../github/contents.ts'
import { readPayload } from '../github/environment.ts'
import { first, oneOf, type Settings } from '../settings/setting-values.ts'
import { mergeSettings, settingsFromEnvironment } from '../settings/settings.ts'
import type { SettingsUse } from '../settings/settings-use.ts'
import { readBaseFile, type BaseFile, type BasePlace } from './base-file.ts'
import { repositoryPlace } from './base-place.ts'
import { policyFor } from './base-policy.ts'
import { placeOf } from './config-place.ts'
import { defaultFiles, missing, ownFile, type OwnFile } from './own-file.ts'
import { proposedChange, type ProposedChange } from './proposed-change.ts'

export type SettingsWorld = {
  /** Absolute. */
  readonly workspace: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly time: RunTime
  /** Whether the command opens connections at all. */
  readonly isOnline: boolean
}

export type Gathered = {
  readonly settings: Settings
  /** What came of the settings files. */
  readonly uses: readonly SettingsUse[]
}

/**
 * What the user gave at the door, over the environment, over the settings file. Where a change is proposed that is not merged yet,
 * the settings file is that of the base: the author of the change must not decide how it is judged.
 */
export async function gatherSettings(given: Settings, world: SettingsWorld): Promise<Gathered> {
  const outside = mergeSettings(settingsFromEnvironment(world.environment), given)
  const { settings, uses } = await fileSettings(outside, world)
  return { settings: mergeSettings(settings, outside), uses }
}

async function fileSettings(outside: Settings, world: SettingsWorld): Promise<Gathered> {
  const workspace = Tree.open(world.workspace)
  const config = first(outside, 'config')
  const files = config === null ? defaultFiles : [config]
  const own = ownFile(workspace, files)
  const change = proposedChange(world.environment, readPayload(world.environment))
  if (change === null) return asItLies(config, own, { from: 'working-tree', commit: null })
  const head = change.heads[0] ?? null
  if (oneOf(outside, 'settings-from', ['base', 'head'], 'base') === 'head')
    return asItLies(config, own, { from: 'head', commit: head })
  const git = (directory: string): Git => gitIn(directory, { ...world, execute })
  if (config !== null && own !== null) {
    const place = { workspace: workspace.realPath, change, gitIn: git }
    if ((await placeOf(resolve(workspace.path, config), place)) === 'workflow')
      return asItLies(config, own, { from: 'workflow', commit: null })
  }
  const base = await baseOf({ workspace, files, change, git, gitHub: gitHubFor(outside, world) })
  return policyFor({ config, own, base, head })
}

function asItLies(
  config: string | null,
  own: OwnFile | null,
  origin: Pick<SettingsUse, 'from' | 'commit'>
): Gathered {
  if (own === null) {
    if (config !== null) throw missing(config)
    return { settings: {}, uses: [] }
  }
  const { file, settings } = own
  const use = { file, ...origin, keys: Object.keys(settings), applied: true, reason: null }
  return { settings, uses: [use] }
}

type BaseRequest = Pick<BasePlace, 'change' | 'gitHub'> & {
  readonly workspace: Tree
  readonly files: readonly string[]
  readonly change: ProposedChange
  readonly git: (directory: string) => Git
}

/** null: the workspace lies in no checkout, so there is no settings file of the base at this place. */
async function baseOf({
  workspace,
  files,
  change,
  git,
  gitHub
}: BaseRequest): Promise<BaseFile | null> {
  const { repository, paths } = repositoryPlace(workspace, files)
  if (paths.length === 0) return null
  return readBaseFile({
    change,
    git: repository === null ? null : git(repository),
    gitHub,
    paths
  })
}

function gitHubFor(outside: Settings, world: SettingsWorld): BasePlace['gitHub'] {
  const token = first(outside, 'github-token')
  if (first(outside, 'facts') !== null) return { closed: 'with facts no connection is opened' }
  if (!world.isOnline) return { closed: 'this command opens no connection' }
  if (token === null) return { closed: 'there is no github-token to ask GitHub with' }
  return { environment: world.environment, request: gitHubRequest(token, world.time) }
}
