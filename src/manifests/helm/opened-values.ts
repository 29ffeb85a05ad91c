import { join } from 'node:path'
import type { PrivatePath } from '../../files/private-directory.ts'
import type { Location } from '../../yaml/location.ts'
import { readSource } from '../files/read-file.ts'
import { givenFile, helmTemplate, readRendered, writeValues, type ChartJob } from './chart-job.ts'
import { sourceAbove, sourceComments, templatePath } from './chart-source.ts'
import { openKeys } from './open-keys.ts'
import { isOwn } from './values.ts'
import { markOf, openPlaces, withOpenValues, type Opened, type Rendering } from './open-values.ts'

/** Finds out by experiment which values that nobody has set are missing in images that are none. */
export async function openedValues(job: ChartJob, rendering: Rendering): Promise<Opened> {
  let opened: Opened = { content: rendering.content, places: new Map() }
  const open = openPlaces(rendering.content)
  if (open.length === 0) return opened
  for (const keys of openKeys(job.values, templatesOf(job, rendering.text, open))) {
    const marks = keys.map((key, index) => `--set-string=${key.text}=${markOf(index)}`)
    const result = await helmTemplate(job, allFiles(job), marks)
    if (result.kind === 'failed') continue
    const marked = { text: result.text, content: readRendered(job, result.text) }
    const more = withOpenValues({ ...rendering, content: opened.content }, marked, keys)
    opened = { content: more.content, places: new Map([...opened.places, ...more.places]) }
    if (openPlaces(opened.content).length === 0) break
  }
  return opened
}

/** Helm merges `--set` into what it is given, so a mark in a list needs the chart's own values among that. */
const allFiles = (job: ChartJob): readonly PrivatePath[] =>
  job.values.flatMap((file, index) =>
    isOwn(file) ? [writeValues(job, file, file.source.text, index)] : givenFile(job, file, index)
  )

/** The templates of these places, and those that others include. */
const templatesOf = (
  { run, chart }: ChartJob,
  text: string,
  places: readonly Location[]
): readonly string[] => {
  const comments = sourceComments(text.split('\n'))
  const named = places.flatMap(({ line }) => {
    const source = sourceAbove(comments, line)
    return source === undefined ? [] : (templatePath(chart, source) ?? [])
  })
  const directory = join(chart.directory, 'templates')
  const listed = run.workspace.list(directory)
  const included =
    listed.kind === 'refused' ? [] : listed.entries.filter(({ name }) => name.startsWith('_'))
  const paths = new Set([...named, ...included.map(({ name }) => join(directory, name))])
  return [...paths].flatMap(path => readSource(run.workspace, path)?.text ?? [])
}
