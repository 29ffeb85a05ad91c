import { InputError } from '../base/errors.ts'
import { groupBy } from '../base/group-by.ts'
import { visible } from '../base/visible.ts'
import { defaultUnknownAfter } from '../facts/age.ts'
import { formats, type Format } from './options.ts'
import type { SettingsUse } from './settings-use.ts'
import type { Severity } from '../checks/check.ts'
import { checks } from '../checks/index.ts'
import type { ImageClass } from '../kubernetes/images/image-use.ts'
import {
  all,
  duration,
  first,
  oneOf,
  pairs,
  settingText,
  switched,
  type Settings
} from './setting-values.ts'

export type ReportTarget = { readonly format: Format; readonly file: string | null }

export type FailOn = 'error' | 'warning' | 'note' | 'unknown' | 'never'

/** Highest severity for each class; `off` drops its findings. */
export type ClassSeverity = Readonly<Record<ImageClass, Severity | 'off'>>

/** What the settings file says of one chart, by its path or name. */
export type ChartInputs = {
  readonly valuesFiles: readonly string[]
  readonly set: readonly string[]
  readonly release: string | null
}

/** Highest severity of single checks, by id; `off` drops their findings. */
export type CheckSeverity = Readonly<Record<string, Severity | 'off'>>

export type ManifestInputs = {
  readonly paths: readonly string[]
  readonly namespace: string
  readonly variables: Readonly<Record<string, string>>
  readonly setImages: readonly string[]
  readonly imagePullSecrets: readonly string[]
  readonly defaultAccount: 'empty' | 'unknown'
  /** Whether class-severity asks for what a text only mentions. */
  readonly judgesMentions: boolean
  readonly render: boolean
  readonly remoteBases: boolean
  readonly helm: {
    readonly valuesFiles: readonly string[]
    readonly set: readonly string[]
    readonly releases: readonly string[]
    readonly charts: Readonly<Record<string, ChartInputs>>
  }
}

export type AzureInputs = {
  /** ARM ids. */
  readonly clusters: readonly string[]
  readonly registries: readonly string[]
  readonly kubeletObjectId: string | null
  readonly thorough: boolean
  readonly quick: boolean
  readonly environment: string | null
  readonly resourceManager: string | null
  readonly authority: string | null
  readonly clientId: string | null
  readonly tenantId: string | null
  readonly audience: string | null
  readonly managedIdentity: boolean
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
  readonly failOn: FailOn
  readonly classSeverity: ClassSeverity
  readonly checkSeverity: CheckSeverity
  /** What came of the settings files, for the report. */
  readonly settings: readonly SettingsUse[]
}

const guid = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'
const clusterId =
  /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/providers\/microsoft\.containerservice\/managedclusters\/[^/,\s]+$/i
const shortClusterId = new RegExp(`^(${guid})/([^/,\\s]+)/([^/,\\s]+)$`)

const armId = (subscription: string, group: string, name: string): string =>
  `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.ContainerService/managedClusters/${name}`

function clusterOf(text: string): string {
  const id = text.replace(/(?<!\/)\/+$/, '')
  if (clusterId.test(id)) return id
  const [, subscription, group, name] = shortClusterId.exec(id) ?? []
  if (subscription !== undefined && group !== undefined && name !== undefined)
    return armId(subscription, group, name)
  throw new InputError(
    `Option ${settingText('clusters')} has '${visible(text)}', which names no AKS cluster: write one id a line, the ARM id (az aks show --query id) or SUBSCRIPTION-ID/RESOURCE-GROUP/NAME.`
  )
}

function namedCluster(settings: Settings): readonly string[] {
  const name = first(settings, 'cluster-name')
  if (name === null) return []
  const group = first(settings, 'resource-group')
  const subscription = first(settings, 'subscription-id')
  const missing = (['resource-group', 'subscription-id'] as const).filter(
    each => first(settings, each) === null
  )
  if (group === null || subscription === null)
    throw new InputError(
      `Input cluster-name is '${name}' without ${missing.join(' and ')}: give all three, or use clusters with the ARM id.`
    )
  return [armId(subscription, group, name)]
}

const unique = (values: readonly string[]): readonly string[] => [
  ...new Map(values.map(value => [value.toLowerCase(), value])).values()
]

function managedIdentityAsked(settings: Settings): boolean {
  return (
    oneOf(settings, 'auth-type', ['identity', 'service_principal'], 'service_principal') ===
    'identity'
  )
}

function depth(settings: Settings): Pick<AzureInputs, 'thorough' | 'quick'> {
  const asked = {
    thorough: switched(settings, 'thorough', false),
    quick: switched(settings, 'quick', false)
  }
  if (asked.thorough && asked.quick)
    throw new InputError(
      `Options ${settingText('thorough')} and ${settingText('quick')} are both set: one reads more, the other less; leave one of them out.`
    )
  return asked
}

export const azureInputs = (settings: Settings): AzureInputs => ({
  clusters: unique([...all(settings, 'clusters').map(clusterOf), ...namedCluster(settings)]),
  registries: unique(all(settings, 'registries').map(host => host.toLowerCase())),
  kubeletObjectId: first(settings, 'kubelet-object-id'),
  ...depth(settings),
  environment: first(settings, 'environment'),
  resourceManager: first(settings, 'resource-manager-endpoint'),
  authority: first(settings, 'authority-host'),
  clientId: first(settings, 'client-id'),
  tenantId: first(settings, 'tenant-id'),
  audience: first(settings, 'audience'),
  managedIdentity: managedIdentityAsked(settings)
})

const tenMinutes = 600_000

/** Milliseconds that the whole run may take. */
export const timeLimit = (settings: Settings): number => duration(settings, 'timeout', tenMinutes)

function asksForMentions(settings: Settings): boolean {
  const limit = pairs(settings, 'class-severity')['mention']
  return limit !== undefined && limit !== 'off'
}

/** From `CHART:values=FILE`, `CHART:set=KEY=VALUE` and `CHART:release=NAME`. */
function chartInputs(settings: Settings): Readonly<Record<string, ChartInputs>> {
  const told = all(settings, 'charts').map(text => {
    const [, chart = '', what = '', value = ''] = /^([^:]*):(\w+)=(.*)$/s.exec(text) ?? []
    return { chart, what, value }
  })
  const charts = groupBy(told, ({ chart }) => chart)
  return Object.fromEntries(
    [...charts].map(([chart, said]) => {
      const of = (what: string) => said.filter(one => one.what === what).map(one => one.value)
      return [
        chart,
        { valuesFiles: of('values'), set: of('set'), release: of('release').at(-1) ?? null }
      ]
    })
  )
}

export const manifestInputs = (settings: Settings): ManifestInputs => ({
  paths: all(settings, 'manifests'),
  namespace: first(settings, 'namespace') ?? 'default',
  variables: pairs(settings, 'variables'),
  setImages: all(settings, 'images'),
  imagePullSecrets: all(settings, 'imagepullsecrets'),
  judgesMentions: asksForMentions(settings),
  defaultAccount: oneOf(settings, 'assume-default-account', ['empty', 'unknown'], 'empty'),
  render: switched(settings, 'render', true),
  remoteBases: switched(settings, 'remote-bases', false),
  helm: {
    valuesFiles: all(settings, 'helm-values'),
    set: all(settings, 'helm-set'),
    releases: all(settings, 'helm-release'),
    charts: chartInputs(settings)
  }
})

function reportTarget(text: string): ReportTarget {
  const at = text.indexOf('=')
  const name = at < 0 ? text : text.slice(0, at)
  const file = at < 0 ? null : text.slice(at + 1)
  const format = formats.find(known => known === name)
  if (format === undefined)
    throw new InputError(
      `Format '${visible(name)}' is not known: write one of ${formats.join(', ')}.`
    )
  if (file === '') throw new InputError(`Format '${text}' names no file: write ${name}=FILE.`)
  return { format, file }
}

export function reportTargets(settings: Settings): readonly ReportTarget[] {
  const targets = all(settings, 'format').map(reportTarget)
  const printed = targets.filter(target => target.file === null)
  if (printed.length > 1)
    throw new InputError(
      `Formats ${printed.map(target => target.format).join(' and ')} would both go to standard output: give all but one a file, such as ${printed[0]?.format ?? 'json'}=FILE.`
    )
  return targets
}

const severityLimits = ['error', 'warning', 'note', 'off'] as const
const imageClasses = ['pod', 'container', 'field', 'mention'] as const

/** pod and container decide; a field may not be an image at all, a mention even less. */
export const defaultClassSeverity: ClassSeverity = {
  pod: 'error',
  container: 'error',
  field: 'warning',
  mention: 'note'
}

function classSeverity(settings: Settings): ClassSeverity {
  const chosen = Object.entries(pairs(settings, 'class-severity')).map(([name, limit]) => {
    const known = imageClasses.find(value => value === name)
    const level = severityLimits.find(value => value === limit)
    if (known === undefined || level === undefined)
      throw new InputError(
        `Option ${settingText('class-severity')} has '${visible(name)}=${visible(limit)}': write one of ${imageClasses.join(', ')}, then = and one of ${severityLimits.join(', ')}.`
      )
    return [known, level] as const
  })
  return { ...defaultClassSeverity, ...Object.fromEntries(chosen) }
}

const checkLimits = ['warning', 'note', 'off'] as const

/** By the id of the check; what is left out keeps its severity. */
function checkSeverity(settings: Settings): CheckSeverity {
  const ids = new Set(checks.map(({ id }) => id))
  const chosen = Object.entries(pairs(settings, 'checks')).map(([id, limit]) => {
    const level = checkLimits.find(value => value === (limit === 'false' ? 'off' : limit))
    if (!ids.has(id) || level === undefined)
      throw new InputError(
        `Option ${settingText('checks')} has '${visible(id)}=${visible(limit)}': write the id of a check (acr-pull-check explain lists them), then = and one of ${checkLimits.join(', ')}.`
      )
    return [id, level] as const
  })
  return Object.fromEntries(chosen)
}

/** Everything `check` needs, or an InputError that names the input and the cure. */
export function checkInputs(settings: Settings, uses: readonly SettingsUse[] = []): CheckInputs {
  const inputs: CheckInputs = {
    manifests: manifestInputs(settings),
    azure: azureInputs(settings),
    facts: first(settings, 'facts'),
    factsOut: first(settings, 'facts-out'),
    maxAge: duration(settings, 'facts-max-age', defaultUnknownAfter),
    reports: reportTargets(settings),
    failOn: oneOf(settings, 'fail-on', ['error', 'warning', 'note', 'unknown', 'never'], 'error'),
    classSeverity: classSeverity(settings),
    checkSeverity: checkSeverity(settings),
    settings: uses
  }
  requirePaths(inputs.manifests)
  if (inputs.facts === null) requireClusters(inputs.azure)
  return inputs
}

export function requirePaths(inputs: ManifestInputs): void {
  if (inputs.paths.length === 0)
    throw new InputError(
      'No manifests are named: give files, directories or globs (command line: PATH..., action: input manifests).'
    )
}

export function requireClusters(inputs: AzureInputs): void {
  if (inputs.clusters.length === 0)
    throw new InputError(
      'No cluster is named: give --cluster (action: input clusters) with the ARM id of each target cluster, or --facts with a facts file.'
    )
}
