import type { Workspace } from '../../files/workspace.ts'
import {
  resolvePlaceholders,
  type Substitution
} from '../../kubernetes/placeholders/placeholders.ts'
import type { Rewritten } from '../../yaml/flow-text.ts'
import type { ChartDeployment, ValuesLayer } from '../gitops/chart-deployments.ts'
import type { LoadRequest } from '../load-request.ts'
import type { RenderRun } from '../rendering/render-run.ts'
import type { ChartOptions } from './chart-job.ts'
import type { Chart } from './chart-metadata.ts'
import { defaultRelease, isReleaseName } from './chart-options.ts'
import { readValues, writtenValues, type ValuesFile } from './values.ts'

/** What the user says of a chart. */
export type GivenOptions = Pick<ChartOptions, 'values' | 'set'> & {
  /** null: nothing. */
  readonly release: string | null
}

/** A chart that nobody is seen to deploy. */
export const ownOptions = (
  { namespace }: Pick<LoadRequest, 'namespace'>,
  chart: Chart,
  { values, set, release }: GivenOptions
): ChartOptions => ({
  values,
  set,
  release: release ?? defaultRelease(chart),
  namespace,
  replacesOwnValues: false,
  ways: undefined,
  deployment: null,
  unseen: null
})

/** A chart as an object deploys it; what the user says wins. */
export const deployedOptions = (
  { workspace, request }: Pick<RenderRun, 'workspace' | 'request'>,
  chart: Chart,
  given: GivenOptions,
  deployment: ChartDeployment
): ChartOptions => {
  const { layers, set, release, setting, usesOwnValues } = deployment
  const filled = filledBy(setting.substitution)
  const values = layers.map(layer => valuesIn(workspace, layer, filled))
  const isRead = values.every(file => file !== null)
  return {
    values: [...values.filter(file => file !== null), ...given.values],
    set: [...set, ...given.set],
    release:
      given.release ??
      (release !== null && isReleaseName(release) ? release : defaultRelease(chart)),
    namespace: setting.namespace?.name ?? request.namespace,
    replacesOwnValues: !usesOwnValues,
    ways: [setting],
    deployment,
    unseen: unseenBy(deployment, isRead ? null : 'takes values from a file that cannot be read')
  }
}

/** As a sentence. */
const unseenBy = ({ by, unseen }: ChartDeployment, unread: string | null): string | null => {
  const clause = unseen ?? unread
  return clause === null ? null : `${by} ${clause}`
}

const valuesIn = (
  workspace: Workspace,
  layer: ValuesLayer,
  filled: Rewritten
): ValuesFile | null =>
  layer.kind === 'written' ? writtenValues(layer.values, filled) : readValues(workspace, layer.path)

/** What Flux fills in before Helm sees it, in plain text: what looks like a number becomes one. */
const filledBy =
  (substitution: Substitution | null): Rewritten =>
  scalar => {
    if (substitution === null || !scalar.text.includes('${')) return null
    const { text } = resolvePlaceholders(scalar.text, {}, substitution)
    return text === scalar.text ? null : { ...scalar, text, style: 'plain' }
  }
