import type { PrivateCopy } from '../../files/private-copy.ts'
import type { PrivateDirectory, PrivatePath } from '../../files/private-directory.ts'
import type { FileContent } from '../../kubernetes/read.ts'
import { withoutSchemas } from './chart-failure.ts'
import type { Chart } from './chart-metadata.ts'
import type { RenderRun } from '../rendering/render-run.ts'
import type { RenderResult } from '../rendering/render-result.ts'
import { renderWith } from '../rendering/run-binary.ts'
import type { Kustomize } from '../kustomize/kustomize-build.ts'
import type { ChartDeployment } from '../gitops/chart-deployments.ts'
import type { Setting } from '../gitops/gitops-objects.ts'
import { isOwn, markedText, type ValuesFile } from './values.ts'

/** What one render of a chart takes. */
export type ChartOptions = {
  readonly values: readonly ValuesFile[]
  readonly set: readonly string[]
  readonly release: string
  /** Where the objects go that name none. */
  readonly namespace: string
  /** Whether the given values stand in the place of the chart's own. */
  readonly replacesOwnValues: boolean
  /** In which ways what is rendered is deployed; undefined: as what lies in the directory of the chart. */
  readonly ways: readonly Setting[] | undefined
  /** What deploys it, as far as it sets anything; null: nobody is seen to. */
  readonly deployment: ChartDeployment | null
  /** Values that are not to be seen, as a clause about who deploys it; null: none. */
  readonly unseen: string | null
}

/** One chart, and all that one render of it needs. */
export type ChartJob = {
  readonly run: RenderRun
  readonly helm: string
  /** null: neither kustomize nor kubectl is there. */
  readonly kustomize: Kustomize | null
  readonly chart: Chart
  /** A directory of this chart's own. */
  readonly home: PrivateDirectory
  /** What Helm is let at: the chart and the given values files. */
  readonly copy: PrivateCopy
  /** All values, in rising order of precedence. */
  readonly values: readonly ValuesFile[]
  readonly options: ChartOptions
  /** null: the one that Helm was built with. */
  readonly kubernetesVersion: string | null
  /** Whether the values are held against the schema of the chart. */
  readonly validates: boolean
}

export const readRendered = ({ run, chart, options }: ChartJob, text: string): FileContent =>
  run.read({ file: chart.path, text }, chart.directory, options.ways)

/** The files that one render is given: all but the chart's own. */
export const givenFiles = (job: ChartJob): readonly PrivatePath[] =>
  job.values.flatMap((file, index) => givenFile(job, file, index))

export const givenFile = (
  job: ChartJob,
  file: ValuesFile,
  index: number
): readonly PrivatePath[] => {
  if (isOwn(file)) return []
  // The chart's own file may be one of those that stand in its place.
  return [
    file.given === null || job.options.replacesOwnValues
      ? writeValues(job, file, markedText(file, []), index)
      : job.copy.pathOf(file.given)
  ]
}

/** A values file as this text has it; a chart's own becomes the first `--values`, which has the same effect. */
export const writeValues = (
  { home }: ChartJob,
  { under }: ValuesFile,
  text: string,
  index: number
): PrivatePath => home.write(`values-${index}.yaml`, under === null ? text : nested(under, text))

const nested = (key: string, text: string): string =>
  `${JSON.stringify(key)}:\n${text.replace(/^(?=.)/gm, '  ')}`

/** Helm takes a list in the form of CSV (spf13/pflag, string_slice.go), so that a comma in a name would begin another file. */
const oneOfList = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** `--include-crds` keeps the numbering of hooks and resources as `helm install` has it; no test of `--validate` reaches a cluster. */
export const helmTemplate = (
  job: ChartJob,
  valuesFiles: readonly PrivatePath[],
  marks: readonly string[] = []
): Promise<RenderResult> => {
  const { options } = job
  return renderWith(job.run, {
    program: job.helm,
    parameters: [
      'template',
      `--namespace=${options.namespace}`,
      '--include-crds',
      ...(job.validates ? [] : [withoutSchemas]),
      ...(job.kubernetesVersion === null ? [] : [`--kube-version=${job.kubernetesVersion}`]),
      ...valuesFiles.map(file => `--values=${oneOfList(file)}`),
      ...options.set.map(pair => `--set=${pair}`),
      ...marks,
      // Nothing behind this is an option, whatever it begins with.
      '--',
      options.release,
      job.copy.pathOf(job.chart.directory)
    ],
    directory: job.home.path,
    home: job.home.path,
    network: false,
    sizes: job.copy.sizes,
    digest: () => job.home.digest()
  })
}
