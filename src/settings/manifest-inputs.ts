import { InputError } from '../base/errors.ts'
import { groupBy } from '../base/group-by.ts'
import type { DeploymentTarget } from '../kubernetes/deployment-target.ts'
import { deploymentTargets } from './targets.ts'
import { all, first, oneOf, pairs, switched, type Settings } from './setting-values.ts'

/** What the settings file says of one chart, by its path or name. */
export type ChartInputs = {
  readonly valuesFiles: readonly string[]
  readonly set: readonly string[]
  readonly release: string | null
}

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
  /** null: everything goes to all clusters. */
  readonly targets: readonly DeploymentTarget[] | null
}

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
  },
  targets: deploymentTargets(settings)
})

export function requirePaths(inputs: ManifestInputs): void {
  if (inputs.paths.length === 0)
    throw new InputError(
      'No manifests are named: give files, directories or globs (command line: PATH..., action: input manifests).'
    )
}
