import { InputError } from '../base/errors.ts'
import type { Settings } from '../settings/setting-values.ts'
import { readSettingsFile } from '../settings/settings-file.ts'
import type { SettingsUse } from '../settings/settings-use.ts'
import type { BaseFile } from './base-file.ts'
import { defaultFiles, missing, type OwnFile } from './own-file.ts'
import { policyOf, type Policy } from './policy.ts'

export type BaseAndHead = {
  /** The settings file that the workflow names. */
  readonly config: string | null
  /** The file of the change, as it lies on disk; null: it has none. */
  readonly own: OwnFile | null
  /** null: the workspace lies in no checkout. */
  readonly base: BaseFile | null
  /** Id of the commit that holds the change. */
  readonly head: string | null
}

type Outcome = { readonly settings: Settings; readonly uses: readonly SettingsUse[] }

const cure = 'merge it, or set settings-from: head in the workflow'

/** What counts of the settings files of a change and of its base. */
export function policyFor(files: BaseAndHead): Outcome {
  const { base, own, config } = files
  if (config !== null && own === null && base?.kind !== 'file') throw missing(config)
  switch (base?.kind) {
    case 'file':
      return ofBase(base, files)
    case 'absent':
      return withoutBase(base.commit, files)
    case 'unread':
      return withUnreadBase(base, files)
    case undefined:
      return withhold(
        files,
        {},
        'the workspace lies in no checkout, so git cannot tell whose file it is; name it with config, outside of the workspace'
      )
  }
}

function ofBase(base: BaseFile & { readonly kind: 'file' }, files: BaseAndHead): Outcome {
  const { settings, workflowsOwn } = readSettingsFile(
    `${base.path} of the base (commit ${base.commit})`,
    base.text
  )
  const policy = policyOf(settings, files.own?.settings ?? {})
  const origin = { file: base.path, from: 'base', commit: base.commit } as const
  return {
    settings: policy.settings,
    uses: [
      { ...origin, keys: Object.keys(settings), applied: true, reason: null },
      ...notApplied(origin, workflowsOwn, 'only the workflow may set it'),
      ...ofHead(files, policy, `that of the base counts; ${cure}`)
    ]
  }
}

/** A file that the workflow named must count, or a change could take it away. */
function withoutBase(commit: string, files: BaseAndHead): Outcome {
  if (files.config !== null)
    throw new InputError(
      `Settings file ${files.config} is not in commit ${commit}, the base from which a pull request takes its settings: merge the file before the workflow names it, or set settings-from: head in the workflow.`
    )
  const policy = policyOf({}, files.own?.settings ?? {})
  return {
    settings: policy.settings,
    uses: ofHead(files, policy, `the base (commit ${commit}) has no settings file; ${cure}`)
  }
}

function withUnreadBase(
  { commit, reason }: BaseFile & { readonly kind: 'unread' },
  files: BaseAndHead
): Outcome {
  const file = files.config ?? files.own?.file ?? defaultFiles[0]
  const unread: SettingsUse = {
    file,
    from: 'base',
    commit,
    keys: [],
    applied: false,
    reason
  }
  const { uses } = withhold(files, {}, `that of the base would count, and is not known; ${cure}`)
  return { settings: {}, uses: [unread, ...uses] }
}

/** Nothing of the file of the change counts. */
function withhold(files: BaseAndHead, settings: Settings, reason: string): Outcome {
  const keys = Object.keys(files.own?.settings ?? {})
  return { settings, uses: ofHead(files, { settings, added: [], withheld: keys }, reason) }
}

function ofHead(
  { own, head, config }: BaseAndHead,
  { added, withheld }: Policy,
  reason: string
): readonly SettingsUse[] {
  const origin = {
    file: own?.file ?? config ?? defaultFiles[0],
    from: 'head',
    commit: head
  } as const
  return [
    ...(added.length === 0
      ? []
      : [{ ...origin, keys: added, applied: true, reason: null } as const]),
    ...notApplied(origin, withheld, reason)
  ]
}

const notApplied = (
  origin: Pick<SettingsUse, 'file' | 'from' | 'commit'>,
  keys: readonly string[],
  reason: string
): readonly SettingsUse[] =>
  keys.length === 0 ? [] : [{ ...origin, keys, applied: false, reason }]
