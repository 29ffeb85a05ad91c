import { join } from 'node:path'
import { setValues } from '../../kubernetes/images/chart-values.ts'
import { readSource } from '../files/read-file.ts'
import { valueExpressions } from './open-keys.ts'
import { lineLocation, type Location } from '../../yaml/location.ts'
import type { ManifestProblem } from '../../kubernetes/manifests.ts'
import { command } from '../../base/shell-command.ts'
import { templatePath } from './chart-source.ts'
import type { Chart } from './chart-metadata.ts'
import { notRendered } from '../problem.ts'
import type { Workspace } from '../../files/workspace.ts'
import type { ValuesFile } from './values.ts'

type Cure = Pick<ManifestProblem, 'remediation' | 'command'>

/** How Helm 3 and 4 name the place of a fault on standard error; the first that fits is taken. */
type FailureForm = {
  readonly says: RegExp
  /** What the group `file` names; without one, the fault is of the chart as a whole. */
  readonly names: 'template' | 'values' | 'dependency' | 'chart'
  /** Given the keys of the values that the line uses. */
  readonly cure: (chart: Chart, keys: readonly string[]) => Cure
  /** What is said of several charts that have the fault, behind their number, and what helps them. */
  readonly alike?: (reason: string) => Alike
}

type Alike = Pick<ManifestProblem, 'alike' | 'alikeRemediation'>

const correctTemplate = ({ path }: Chart, keys: readonly string[]): Cure => ({
  remediation: `${setValues(path, keys)} Or correct the template; the command repeats the fault.`,
  command: command('helm', 'template', path)
})
/** Behind these Helm tells the fault itself; before them its place, which is another one in each chart. */
const endsOfPlace = ['>: ', '): ']

const faultIn = (reason: string): string => {
  const text = firstSentence(reason)
  const ends = endsOfPlace
    .filter(mark => text.includes(mark))
    .map(mark => text.lastIndexOf(mark) + mark.length)
  return text
    .slice(Math.max(0, ...ends))
    .replace(/^YAML parse error on [^:]{1,400}: /, '')
    .replace(/\bline \d+: /, '')
}

const alikeTemplates = (reason: string): Alike => ({
  alike: `charts could not be rendered, because a template of theirs fails (${faultIn(reason)}), so their images are not judged`,
  alikeRemediation:
    'Pass the values that the deployment uses (--values CHART:FILE, action input helm-values), or correct the templates; helm template repeats the fault.'
})

/** Since Helm 3.16. */
export const withoutSchemas = '--skip-schema-validation'

const correctValues = (): Cure => ({ remediation: 'Correct the YAML of the values file.' })

const failureForms: readonly FailureForm[] = [
  {
    says: new RegExp(`unknown flag: ${withoutSchemas}`),
    names: 'chart',
    cure: () => ({
      remediation: `Install Helm 3.16 or later, which can pass over schemas: this chart has archives, or a schema that names others, and Helm would read these from anywhere.`
    })
  },
  {
    // helm, pkg/action/dependency.go, CheckDependencies
    says: /missing in charts\/ directory: (?<file>[^,\s]+)/,
    names: 'dependency',
    cure: ({ path }) => ({
      remediation: 'Let Helm bring what the chart depends on before the check.',
      command: command('helm', 'dependency', 'build', path)
    }),
    alike: () => ({
      alike:
        'charts could not be rendered, because what they depend on is not in their directory charts, so their images are not judged'
    })
  },
  {
    // text/template and helm, pkg/engine/engine.go, cleanupParseError and cleanupExecError
    says: /(?:parse error at|execution error at) \((?<file>[^:()]+):(?<line>\d+)/,
    names: 'template',
    cure: correctTemplate,
    alike: alikeTemplates
  },
  {
    says: /template: (?<file>[^:\s]+):(?<line>\d+)/,
    names: 'template',
    cure: correctTemplate,
    alike: alikeTemplates
  },
  {
    // Helm 4 lays the same fault out over several lines (pkg/engine/engine.go, reformatExecErrorMsg).
    says: /^Error: (?<file>[^:\s]+):(?<line>\d+):\d+\s*$/m,
    names: 'template',
    cure: correctTemplate,
    alike: alikeTemplates
  },
  {
    // The line of this fault counts in the rendered text, not in the template.
    says: /YAML parse error on (?<file>[^:\s]+):/,
    names: 'template',
    cure: correctTemplate,
    alike: alikeTemplates
  },
  {
    says: /(?:failed to parse|cannot load) (?<file>[^:\n]{1,4096}): (?:.{0,400}?line (?<line>\d+))?/,
    names: 'values',
    cure: correctValues
  },
  {
    says: /values don't meet the specifications of the schema/,
    names: 'chart',
    cure: () => ({
      remediation:
        "Give the values that the chart's values.schema.json demands, with --values or --helm-set (action inputs helm-values, helm-set)."
    })
  },
  {
    says: /incompatible with Kubernetes/,
    names: 'chart',
    cure: ({ path }) => ({
      remediation: 'Render it for the version of the cluster, and pass the output as a file.',
      command: command('helm', 'template', '--kube-version', 'VERSION', path)
    })
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
      const location = placeOf(context, form, groups ?? {})
      const { remediation, command: ready } = form.cure(chart, keysAt(context, location))
      const problem = notRendered(location, message, remediation, ready)
      return { ...problem, ...form.alike?.(reason) }
    }
  }
  return notRendered(
    lineLocation(chart.metadata.source.file),
    message,
    'Correct the chart until Helm renders it, or check the rendered output instead of the chart.',
    command('helm', 'template', chart.path)
  )
}

/** The values that a line of a template uses. */
const keysAt = (
  { workspace }: ChartFailureContext,
  { file, line }: Location
): readonly string[] => {
  const text = readSource(workspace, join(workspace.path, file))?.text ?? ''
  const keys = (text.split('\n', line)[line - 1] ?? '').matchAll(valueExpressions)
  return [...new Set(Array.from(keys, ([, key = '']) => key))]
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
    return path === null || !workspace.isFile(path)
      ? lineLocation(metadata.file)
      : lineLocation(workspace.shown(path), Number(line))
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
