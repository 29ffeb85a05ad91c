import { defaultUnknownAfter } from '../facts/age.ts'
import {
  azureInputs,
  lookupAsked,
  requireClusters,
  withTargetClusters,
  type AzureInputs
} from './azure-inputs.ts'
import type { LookupMode } from '../facts/images.ts'
import { manifestInputs, requirePaths, type ManifestInputs } from './manifest-inputs.ts'
import { reportTargets, type ReportTarget } from './report-targets.ts'
import { all, duration, first, oneOf, type Settings } from './setting-values.ts'
import { ignoreRules, type IgnoreRule } from './ignore-rules.ts'
import type { SettingsUse } from './settings-use.ts'
import {
  checkSeverity,
  classSeverity,
  type CheckSeverity,
  type ClassSeverity
} from './severity-limits.ts'

export type FailOn = 'error' | 'warning' | 'note' | 'unknown' | 'never'

/** What the user says of looking images up in their registries. */
export type LookupInputs = {
  readonly mode: LookupMode
  /** Globs of images that are pushed later. */
  readonly expected: readonly string[]
  /** Images that the deployment puts into the manifests, as given. */
  readonly set: readonly string[]
}

export type CheckInputs = {
  readonly manifests: ManifestInputs
  readonly azure: AzureInputs
  /** Path of a facts file, or null to ask Azure. */
  readonly facts: string | null
  readonly factsOut: string | null
  /** Milliseconds after which facts of a file become unknown. */
  readonly maxAge: number
  readonly reports: readonly ReportTarget[]
  readonly lookup: LookupInputs
  readonly failOn: FailOn
  /** A revision, or `auto`; null: everything counts. */
  readonly newSince: string | null
  readonly ignore: readonly IgnoreRule[]
  /** Path of a file with known findings; null: none. */
  readonly baseline: string | null
  readonly writeBaseline: string | null
  readonly trustSuppressions: 'auto' | 'base' | 'head'
  readonly settingsFrom: 'base' | 'head'
  readonly classSeverity: ClassSeverity
  readonly checkSeverity: CheckSeverity
  /** What came of the settings files, for the report. */
  readonly settings: readonly SettingsUse[]
}

const tenMinutes = 600_000

/** Milliseconds that the whole run may take. */
export const timeLimit = (settings: Settings): number => duration(settings, 'timeout', tenMinutes)

export const lookupInputs = (settings: Settings): LookupInputs => ({
  mode: lookupAsked(settings).registryLookup,
  expected: all(settings, 'expect-images'),
  set: all(settings, 'images')
})

function newSince(settings: Settings): string | null {
  const revision = first(settings, 'new-since') ?? 'off'
  return revision.toLowerCase() === 'off' ? null : revision
}

/** Everything `check` needs, or an InputError that names the input and the cure. */
export function checkInputs(settings: Settings, uses: readonly SettingsUse[] = []): CheckInputs {
  const manifests = manifestInputs(settings)
  const facts = first(settings, 'facts')
  const azure = azureInputs(settings)
  const inputs: CheckInputs = {
    manifests,
    azure: facts === null ? withTargetClusters(azure, manifests.targets) : azure,
    facts,
    factsOut: first(settings, 'facts-out'),
    maxAge: duration(settings, 'facts-max-age', defaultUnknownAfter),
    reports: reportTargets(settings),
    lookup: lookupInputs(settings),
    failOn: oneOf(settings, 'fail-on', ['error', 'warning', 'note', 'unknown', 'never'], 'error'),
    newSince: newSince(settings),
    ignore: ignoreRules(settings),
    baseline: first(settings, 'baseline'),
    writeBaseline: first(settings, 'write-baseline'),
    settingsFrom: oneOf(settings, 'settings-from', ['base', 'head'], 'base'),
    trustSuppressions: oneOf(settings, 'trust-suppressions', ['auto', 'base', 'head'], 'auto'),
    classSeverity: classSeverity(settings),
    checkSeverity: checkSeverity(settings),
    settings: uses
  }
  requirePaths(inputs.manifests)
  if (inputs.facts === null) requireClusters(inputs.azure, 'check')
  return inputs
}
