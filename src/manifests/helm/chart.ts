import { join } from 'node:path'
import { PrivateCopy } from '../../files/private-copy.ts'
import type { PrivateDirectory } from '../../files/private-directory.ts'
import type { Refused } from '../../files/refused.ts'
import type { FileContent } from '../../kubernetes/read.ts'
import { lineLocation } from '../../yaml/location.ts'
import { chartFailure } from './chart-failure.ts'
import { givenFiles, helmTemplate, type ChartJob, type ChartOptions } from './chart-job.ts'
import { kubernetesDemanded, renderedFor } from './chart-kubernetes.ts'
import { readChart, type Chart } from './chart-metadata.ts'
import type { Workspace } from '../../files/workspace.ts'
import { schemasLeadElsewhere } from './chart-schemas.ts'
import { readChartText, readPostRendered } from './chart-text.ts'
import { leftOutOf } from './helm-ignore.ts'
import { limits } from '../limits.ts'
import { notRendered } from '../problem.ts'
import type { RenderOutcome, RenderRun } from '../rendering/render-run.ts'
import { readOwnValues, type ValuesFile } from './values.ts'

/** Absolute paths. */
export type ChartPrograms = Pick<ChartJob, 'helm' | 'kustomize'>

/** Renders one chart with Helm and brings what is in it back to the chart's own lines. */
export async function loadChart(
  run: RenderRun,
  { helm, kustomize }: ChartPrograms,
  chart: Chart,
  options: ChartOptions,
  home: PrivateDirectory
): Promise<RenderOutcome> {
  if (chart.isLibrary) return { kind: 'skipped' }
  const copy = new PrivateCopy(home.directory('copy'), run.workspace, limits.copied)
  const refused = copyAll(run.workspace, copy, chart, options.values)
  if (refused !== null) return uncopiedChart(chart, refused)
  const { replacesOwnValues } = options
  if (replacesOwnValues) copy.text(join(chart.directory, 'values.yaml'), '{}\n')
  const values = [...readOwnValues(run.workspace, chart, replacesOwnValues), ...options.values]
  const validates = !schemasLeadElsewhere(run.workspace, copy)
  return renderChart({
    run,
    helm,
    kustomize,
    chart,
    home,
    copy,
    values,
    options,
    kubernetesVersion: null,
    validates
  })
}

const copyAll = (
  workspace: Workspace,
  copy: PrivateCopy,
  chart: Chart,
  givenValues: readonly ValuesFile[]
): Refused | null =>
  givenValues.reduce(
    (first, { given }) => first ?? (given === null ? null : copy.file(given)),
    copyChart(workspace, copy, chart, new Set())
  )

/** Helm looks for all charts that one depends on below it; those that lie elsewhere in the tree are linked there. */
const copyChart = (
  workspace: Workspace,
  copy: PrivateCopy,
  { directory, subcharts }: Chart,
  above: ReadonlySet<string>
): Refused | null => {
  // Helm asks the outermost chart alone what is left out.
  const isLeftOut = above.size === 0 ? leftOutOf(workspace, directory) : undefined
  const refused = copy.tree(directory, isLeftOut)
  if (refused !== null) return refused
  for (const { directory: target, expectedAt } of subcharts) {
    if (target === null || expectedAt === null) continue
    if (above.has(target) || copy.placed.has(expectedAt)) continue
    const subchart = readChart(workspace, target)
    const missing =
      subchart === null
        ? copy.tree(target)
        : copyChart(workspace, copy, subchart, new Set([...above, directory, target]))
    if (missing !== null) return missing
    copy.linked(expectedAt, target)
  }
  return null
}

async function renderChart(job: ChartJob): Promise<RenderOutcome> {
  const { run, chart, copy } = job
  const result = await helmTemplate(job, givenFiles(job))
  if (result.kind === 'failed') {
    const reason = copy.withOriginals(result.reason)
    const version = kubernetesDemanded(reason, run.request.kubernetesMinors)
    if (version !== null && job.kubernetesVersion === null)
      return renderChart({ ...job, kubernetesVersion: version })
    const context = { workspace: run.workspace, chart, values: job.values }
    return { kind: 'failed', problem: { ...chartFailure(context, reason), unread: result.unread } }
  }
  const located =
    job.options.deployment === null || job.options.deployment.postRenderers.length === 0
      ? await readChartText(job, result.text)
      : await readPostRendered(job, job.options.deployment, result.text)
  return located.kind === 'failed' ? located : chartOutcome(job, located.content)
}

const chartOutcome = (job: ChartJob, content: FileContent): RenderOutcome => {
  const { chart, options, kubernetesVersion: version } = job
  const { unseen: overridden, deployment } = options
  const unbuilt = deployment?.unbuilt ?? null
  const uses = content.uses.map(use => ({ ...use, overridden, unbuilt: unbuilt ?? use.unbuilt }))
  return {
    kind: 'rendered',
    content: {
      ...content,
      uses: overridden === null && unbuilt === null ? content.uses : uses,
      problems: [...content.problems, ...(version === null ? [] : [renderedFor(chart, version)])]
    },
    covered: [
      join(chart.directory, 'values.yaml'),
      ...job.values.flatMap(({ given }) => given ?? [])
    ],
    objects: []
  }
}

export const unreadableChart = (run: RenderRun, directory: string): RenderOutcome => ({
  kind: 'failed',
  problem: notRendered(
    lineLocation(run.workspace.shown(join(directory, 'Chart.yaml'))),
    'Chart.yaml cannot be read, so the images of this chart are not judged',
    'Save it as UTF-8 text that the running user may read.'
  )
})

const uncopiedChart = (chart: Chart, { file, reason }: Refused): RenderOutcome => ({
  kind: 'failed',
  problem: notRendered(
    lineLocation(file),
    `"${file}" ${reason}, so the chart ${chart.path} was not rendered and its images are not judged`,
    'Keep all that the chart needs as ordinary files in its directory, and nothing else.'
  )
})
