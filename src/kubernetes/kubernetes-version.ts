import { compare, parse, type SemVer } from 'semver'

/** A version that nodes report; `full` is null when only the minor is known (`1.34`). */
export type KubernetesVersion = { readonly minor: string; readonly full: SemVer | null }

/** AKS adds `-akslts` and `-hotfix.20201016`, AKS Engine `_f0.2`; semver would read the first as a pre-release. */
const withSuffix = /^v?(?<minor>\d+\.\d+)(?:\.(?<patch>\d+))?(?<suffix>[-+_].*)?$/

/** They precede their release, and may lack what it has. */
const preRelease = /^-(?:alpha|beta|rc)(?:\.\d+)?/

/** null for what is no Kubernetes version. */
export function parseKubernetesVersion(text: string | null): KubernetesVersion | null {
  const { minor, patch, suffix } = withSuffix.exec(text?.trim() ?? '')?.groups ?? {}
  if (minor === undefined) return null
  const [before = ''] = preRelease.exec(suffix ?? '') ?? []
  return { minor, full: patch === undefined ? null : parse(`${minor}.${patch}${before}`) }
}

/** Whether it was cut before its release. */
export const isPreRelease = ({ full }: KubernetesVersion): boolean =>
  full !== null && full.prerelease.length > 0

const majorOf = (minor: string): number => Number(minor.split('.', 1)[0])

const numberOf = (minor: string): number => Number(minor.split('.')[1])

/** Negative when `left` is older; minors such as `1.9` and `1.10`. */
export const compareMinors = (left: string, right: string): number =>
  majorOf(left) - majorOf(right) || numberOf(left) - numberOf(right)

/** How many minors `higher` is above `lower`, within one major. */
export const minorsBetween = (lower: string, higher: string): number =>
  numberOf(higher) - numberOf(lower)

/** A minor and as many as there are below it, the newest first. */
export function minorsUpTo(newest: string, below: number): readonly string[] {
  const [major = ''] = newest.split('.', 1)
  return Array.from({ length: below + 1 }, (_, back) => numberOf(newest) - back)
    .filter(number => number >= 0)
    .map(number => `${major}.${number}`)
}

export const minorOf = (version: string): string => version.split('.').slice(0, 2).join('.')

/** Whether `version` is older than the patch; null when only its minor is known and patches before exist. */
export function isBefore(version: KubernetesVersion, patch: string): boolean | null {
  if (version.full !== null) return compare(version.full, patch) < 0
  return patch.endsWith('.0') ? false : null
}
