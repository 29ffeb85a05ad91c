import { join } from 'node:path'
import { PrivateCopy } from '../../files/private-copy.ts'
import type { PrivateDirectory } from '../../files/private-directory.ts'
import type { Refused } from '../../files/refused.ts'
import { lineLocation } from '../../yaml/location.ts'
import { chartFailure } from './chart-failure.ts'
import {
  givenFiles,
  helmTemplate,
  readRendered,
  type ChartJob,
  type ChartOptions
} from './chart-job.ts'
import { kubernetesDemanded, renderedFor } from './chart-kubernetes.ts'
import { readChart, type Chart } from './chart-metadata.ts'
import type { Workspace } from '../../files/workspace.ts'
import { schemasLeadElsewhere } from './chart-schemas.ts'
import { chartSource, textAt } from './chart-source.ts'
import { leftOutOf } from './helm-ignore.ts'
import { limits } from '../limits.ts'
import { placeKey } from './open-values.ts'
import { openedValues } from './opened-values.ts'
import { notRendered } from '../problem.ts'
import { proveValues } from './proven-values.ts'
import type { RenderOutcome, RenderRun } from '../rendering/render-run.ts'
import { atSource } from '../rendering/at-source.ts'
import { readOwnValues, type ValuesFile } from './values.ts'

/** Renders one chart with Helm and brings what is in it back to the chart's own lines. */
export async function loadChart(
  run: RenderRun,
  helm: string,
  chart: Chart,
  options: ChartOptions,
  home: PrivateDirectory
): Promise<RenderOutcome> {
  if (chart.isLibrary) return { kind: 'skipped' }
  const copy = new PrivateCopy(home.directory('copy'), run.workspace, limits.copied)
  const refused = copyAll(run.workspace, copy, chart, options.values)
  if (refused !== null) return uncopiedChart(chart, refused)
  const values = [...readOwnValues(run.workspace, chart), ...options.values]
  const validates = !schemasLeadElsewhere(run.workspace, copy)
  return renderChart({
    run,
    helm,
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
  const lines = result.text.split('\n')
  const { content, places } = await openedValues(job, {
    text: result.text,
    content: readRendered(job, result.text)
  })
  const images = [...new Set(content.uses.map(use => textAt(lines, use.location)))]
  const evidence = await proveValues(job, lines, images)
  const placeOf = chartSource({ workspace: run.workspace, chart, lines, evidence })
  const atPlaces = atSource(content, { renderer: 'chart', path: chart.path }, location => {
    const open = places.get(placeKey(location))
    return open === undefined ? placeOf(location) : { location: open, confidence: 'exact' }
  })
  const { kubernetesVersion: version } = job
  return {
    kind: 'rendered',
    content: {
      ...atPlaces,
      problems: [...atPlaces.problems, ...(version === null ? [] : [renderedFor(chart, version)])]
    },
    covered: [
      join(chart.directory, 'values.yaml'),
      ...job.values.flatMap(({ given }) => given ?? [])
    ]
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
