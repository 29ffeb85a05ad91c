import type { FileContent } from '../../kubernetes/read.ts'
import { postRendered } from '../kustomize/post-rendered.ts'
import { notRendered } from '../problem.ts'
import type { ChartDeployment } from '../gitops/chart-deployments.ts'
import { atSource, type SourceFinder } from '../rendering/at-source.ts'
import type { RenderOutcome } from '../rendering/render-run.ts'
import { readRendered, type ChartJob } from './chart-job.ts'
import { chartSource, textAt } from './chart-source.ts'
import { placeKey } from './open-values.ts'
import { openedValues } from './opened-values.ts'
import { proveValues } from './proven-values.ts'

/** What was read of a rendered chart, at the places that a person edits. */
export type ChartText =
  | { readonly kind: 'read'; readonly content: FileContent }
  | Extract<RenderOutcome, { kind: 'failed' }>

const renderedFrom = ({ chart }: ChartJob) => ({ renderer: 'chart', path: chart.path }) as const

/** Where the places of the text are written, as far as the images in it are concerned. */
const placesIn = async (
  job: ChartJob,
  text: string,
  { uses }: FileContent
): Promise<SourceFinder> => {
  const lines = text.split('\n')
  const images = [...new Set(uses.map(use => textAt(lines, use.location)))]
  const evidence = await proveValues(job, lines, images)
  return chartSource({ workspace: job.run.workspace, chart: job.chart, lines, evidence })
}

export async function readChartText(job: ChartJob, text: string): Promise<ChartText> {
  const { content, places } = await openedValues(job, { text, content: readRendered(job, text) })
  const placeOf = await placesIn(job, text, content)
  return {
    kind: 'read',
    content: atSource(content, renderedFrom(job), location => {
      const open = places.get(placeKey(location))
      return open === undefined ? placeOf(location) : { location: open, confidence: 'exact' }
    })
  }
}

/** The same of what post renderers make of it. */
export async function readPostRendered(
  job: ChartJob,
  deployment: ChartDeployment,
  helmText: string
): Promise<ChartText> {
  const { run, chart, kustomize, home } = job
  if (kustomize === null)
    return unprocessed(job, deployment, 'neither kustomize nor kubectl is on PATH')
  let text = helmText
  let placeOf = await placesIn(job, text, readRendered(job, text))
  for (const [index, fields] of deployment.postRenderers.entries()) {
    const source = { file: `${chart.path} (rendered)`, text }
    const own = home.directory(`post-renderer-${index}`)
    const result = await postRendered({ run, kustomize, home: own }, fields, source)
    if (result.kind === 'failed') return unprocessed(job, deployment, result.reason)
    const before = placeOf
    placeOf = location => {
      const place = result.placeOf(location)
      if (place.location.file === source.file) return before(place.location)
      const related = (place.related ?? []).map(other =>
        other.file === source.file ? before(other).location : other
      )
      return { ...place, related }
    }
    text = result.text
  }
  return { kind: 'read', content: atSource(readRendered(job, text), renderedFrom(job), placeOf) }
}

const unprocessed = (
  { chart }: ChartJob,
  { location, by }: ChartDeployment,
  reason: string
): ChartText => ({
  kind: 'failed',
  problem: notRendered(
    location,
    `What the post renderers of ${by} make of chart ${chart.path} is not known, so its images are not judged: ${reason}`,
    'Correct them, or put kustomize or kubectl on PATH.'
  )
})
