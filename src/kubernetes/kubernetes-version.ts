import { compare, parse, type SemVer } from 'semver'

/** A version that nodes report; `full` is null when only the minor is known (`1.34`). */
export type KubernetesVersion = { readonly minor: string; readonly full: SemVer | null }

/** AKS adds `-akslts` and `-hotfix.20201016`, AKS Engine `_f0.2`; semver would read the first as a pre-release. */
const withSuffix = /^v?(?<minor>\d+\.\d+)(?:\.(?<patch>\d+))?(?<suffix>[-+_].*)?$/

/** Pre-releases may lack what their final release has; AKS never shipped one. */
const preRelease = /^-(?:alpha|beta|rc)/

/** null for what is no released Kubernetes version. */
export function parseKubernetesVersion(text: string | null): KubernetesVersion | null {
  const { minor, patch, suffix } = withSuffix.exec(text?.trim() ?? '')?.groups ?? {}
  if (minor === undefined || preRelease.test(suffix ?? '')) return null
  return { minor, full: patch === undefined ? null : parse(`${minor}.${patch}`) }
}

/** Negative when `left` is older; minors such as `1.9` and `1.10`. */
export const compareMinors = (left: string, right: string): number =>
  compare(`${left}.0`, `${right}.0`)

export const minorOf = (version: string): string => version.split('.').slice(0, 2).join('.')

/** Whether `version` is older than the patch; null when only its minor is known and patches before exist. */
export function isBefore(version: KubernetesVersion, patch: string): boolean | null {
  if (version.full !== null) return compare(version.full, patch) < 0
  return patch.endsWith('.0') ? false : null
}
