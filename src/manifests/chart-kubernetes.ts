import { gt, minVersion } from 'semver'

/** helm, pkg/action/action.go, renderResources. */
const refusal = /chart requires kubeVersion: (?<range>.+?) which is incompatible with Kubernetes/

/** Helm's constraints are npm's ranges, but for commas between parts that must all hold (Masterminds/semver). */
const lowestIn = (range: string): string | null => {
  try {
    const lowest = minVersion(range.replaceAll(',', ' '))
    return lowest === null ? null : `${lowest.major}.${lowest.minor}.${lowest.patch}`
  } catch {
    return null
  }
}

/**
 * The Kubernetes version to render for, where a chart refused the one that Helm was built with: the lowest that the
 * chart takes. `go install` builds a Helm that believes in 1.20, and which version a cluster runs is not known when
 * manifests are read. null: the chart asks for nothing newer than `tried`.
 */
export const kubernetesDemanded = (reason: string, tried: string | null): string | null => {
  const range = refusal.exec(reason)?.groups?.['range']
  const lowest = range === undefined ? null : lowestIn(range)
  return lowest !== null && gt(lowest, tried ?? '0.0.0') ? lowest : null
}
