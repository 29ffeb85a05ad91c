import {
  annotations,
  hasColumns,
  leftOutText,
  withinLimits,
  type Annotation
} from './annotations.ts'
import { commandData, commandProperty, inertWords } from './escape.ts'
import type { Report } from './report.ts'

type Properties = readonly (readonly [name: string, value: string | number])[]

function properties({ title, location }: Annotation): Properties {
  if (location === null) return [['title', title]]
  const { file, line, endLine, column, endColumn } = location
  return [
    ['file', file],
    ['line', line],
    ['endLine', endLine],
    ...(hasColumns(location)
      ? ([
          ['col', column],
          ['endColumn', endColumn]
        ] as const)
      : []),
    ['title', title]
  ]
}

function command(name: string, values: Properties, message: string): string {
  const text = values
    .map(([key, value]) => `${key}=${commandProperty(inertWords(String(value)))}`)
    .join(',')
  return `::${name} ${text}::${commandData(inertWords(message))}`
}

/** Workflow commands, one a line, within what GitHub shows of one step. */
export function githubReport(report: Report): string {
  const { shown, left } = withinLimits(annotations(report))
  const commands = shown.map(annotation =>
    command(annotation.level, properties(annotation), annotation.message)
  )
  const rest =
    left === 0 ? [] : [command('notice', [['title', 'acr-pull-check']], leftOutText(left))]
  return [...commands, ...rest].map(line => `${line}\n`).join('')
}
