import { command } from '../../base/shell-command.ts'
import { minVersion, satisfies } from 'semver'
import type { ManifestProblem } from '../../kubernetes/manifests.ts'
import { scalarAt } from '../../kubernetes/read.ts'
import type { Chart } from './chart-metadata.ts'

/** helm, pkg/action/action.go, renderResources. */
const refusal =
  /chart requires kubeVersion: (?<range>.{1,400}?) which is incompatible with Kubernetes/

const noVersion = '0.0.0'

const lowestIn = (range: string): string | null => {
  try {
    const lowest = minVersion(range)?.toString().split('-', 1)[0] ?? noVersion
    return lowest === noVersion ? null : lowest
  } catch {
    return null
  }
}

/**
 * The Kubernetes version to render for where a chart refused the one that Helm was built with (`go install` builds a
 * Helm that believes in 1.20): the first of the minors that the chart takes, else the lowest version of its range.
 * null: it refused nothing, or its range has no lower end or cannot be read. Helm's ranges are npm's, but for commas
 * between parts that must all hold, for `=>` and for `1.25-0` (Masterminds/semver).
 */
export const kubernetesDemanded = (reason: string, minors: readonly string[]): string | null => {
  const written = refusal.exec(reason)?.groups?.['range']
  if (written === undefined) return null
  const range = written
    .replaceAll(',', ' ')
    .replace(/=([<>])/g, '$1=')
    .replace(/(?<![\d.])(\d+\.\d+)-0\b/g, '$1.0-0')
  const versions = minors.map(minor => `${minor}.0`)
  return versions.find(version => satisfies(version, range)) ?? lowestIn(range)
}

/** Helm tells a template which Kubernetes it renders for, and a template may choose its images by that. */
export const renderedFor = (
  { path, metadata: { root, source, locate } }: Chart,
  version: string
): ManifestProblem => {
  const { start, end } = scalarAt(root, ['kubeVersion']) ?? { start: 0, end: 0 }
  return {
    check: 'render-failed',
    severity: 'note',
    message: `The chart ${path} does not take the Kubernetes that Helm was built with, so it was rendered for ${version}; for a cluster of another version its images may be others`,
    remediation: 'Where they are, pass what Helm renders for that version instead of the chart.',
    command: command('helm', 'template', '--kube-version', 'VERSION', path),
    location: { ...locate(start, end), file: source.file },
    unread: null
  }
}
