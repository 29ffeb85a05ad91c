import { existsSync } from 'node:fs'
import { lineLocation, type Location } from '../kubernetes/location.ts'
import type { ManifestProblem } from '../kubernetes/manifests.ts'
import { templatePath } from './chart-source.ts'
import type { Chart } from './chart-metadata.ts'
import { notRendered } from './problem.ts'
import { reportedPath, type Workspace } from './workspace.ts'
import type { ValuesFile } from './values.ts'

/** How Helm 3 and 4 name the place of a fault on standard error; the first that fits is taken. */
type FailureForm = {
  readonly says: RegExp
  /** What the group `file` names; without one, the fault is of the chart as a whole. */
  readonly names: 'template' | 'values' | 'dependency' | 'chart'
  readonly cure: (chart: Chart) => string
}

const correctTemplate = () =>
  'Correct the template or the values it needs; `helm template` repeats the fault.'
const correctValues = () => 'Correct the YAML of the values file.'

const failureForms: readonly FailureForm[] = [
  {
    // helm, pkg/action/dependency.go, CheckDependencies
    says: /missing in charts\/ directory: (?<file>[^,\s]+)/,
    names: 'dependency',
    cure: chart => `Run \`helm dependency build ${chart.path}\` before the check.`
  },
  {
    // text/template and helm, pkg/engine/engine.go, cleanupParseError and cleanupExecError
    says: /(?:parse error at|execution error at) \((?<file>[^:()]+):(?<line>\d+)/,
    names: 'template',
    cure: correctTemplate
  },
  {
    says: /template: (?<file>[^:\s]+):(?<line>\d+)/,
    names: 'template',
    cure: correctTemplate
  },
  {
    // Helm 4 lays the same fault out over several lines (pkg/engine/engine.go, reformatExecErrorMsg).
    says: /^Error: (?<file>[^:\s]+):(?<line>\d+):\d+\s*$/m,
    names: 'template',
    cure: correctTemplate
  },
  {
    // The line of this fault counts in the rendered text, not in the template.
    says: /YAML parse error on (?<file>[^:\s]+):/,
    names: 'template',
    cure: correctTemplate
  },
  {
    says: /(?:failed to parse|cannot load) (?<file>[^:]+): .*?(?:line (?<line>\d+)|$)/m,
    names: 'values',
    cure: correctValues
  },
  {
    says: /values don't meet the specifications of the schema/,
    names: 'chart',
    cure: () =>
      "Give the values that the chart's values.schema.json demands, with `--values` or `--helm-set`."
  },
  {
    says: /incompatible with Kubernetes/,
    names: 'chart',
    cure: chart =>
      `Render it with \`helm template --kube-version VERSION ${chart.path}\` and pass the output as a file.`
  }
]

export type ChartFailureContext = {
  readonly workspace: Workspace
  readonly chart: Chart
  readonly values: readonly ValuesFile[]
}

/** A failing render as a problem on the line that Helm names, else on Chart.yaml. */
export const chartFailure = (context: ChartFailureContext, reason: string): ManifestProblem => {
  const { chart } = context
  const message = `Helm could not render the chart ${chart.path}, so its images are not judged: ${firstSentence(reason)}`
  for (const form of failureForms) {
    const groups = form.says.exec(reason)?.groups
    if (groups !== undefined || form.says.test(reason)) {
      return notRendered(placeOf(context, form, groups ?? {}), message, form.cure(chart))
    }
  }
  return notRendered(
    lineLocation(chart.metadata.source.file),
    message,
    `Make \`helm template ${chart.path}\` succeed, or check the rendered output instead of the chart.`
  )
}

const placeOf = (
  { workspace, chart, values }: ChartFailureContext,
  form: FailureForm,
  { file = '', line = '1' }: Readonly<Record<string, string | undefined>>
): Location => {
  const metadata = chart.metadata.source
  if (form.names === 'dependency') {
    const index = metadata.text
      .split('\n')
      .findIndex(text => text.includes('name:') && text.includes(file))
    return lineLocation(metadata.file, Math.max(index, 0) + 1)
  }
  if (form.names === 'template') {
    const path = templatePath(chart, file)
    return path === null || !existsSync(path)
      ? lineLocation(metadata.file)
      : lineLocation(reportedPath(workspace, path), Number(line))
  }
  const named = values.find(known => known.given === file || known.source.file.endsWith(file))
  return form.names === 'values' && named !== undefined
    ? lineLocation(named.source.file, Number(line))
    : lineLocation(metadata.file)
}

const longestReason = 400

/** Helm's own words on one line, without its advice about --debug. */
const firstSentence = (reason: string): string => {
  const words = reason
    .replace(/^Error: /, '')
    .replace(/Use --debug flag[^\n]*/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return words.length > longestReason ? `${words.slice(0, longestReason)}…` : words
}
