import { lineLocation, type Location } from '../kubernetes/location.ts'
import type { ManifestProblem } from '../kubernetes/manifests.ts'

/** A file that was refused or could not be read; the others go on. */
export const unreadable = (
  file: string,
  message: string,
  remediation: string
): ManifestProblem => ({
  check: 'manifest-unreadable',
  severity: 'warning',
  message,
  remediation,
  location: lineLocation(file)
})

/** A chart or kustomization whose images are not judged, because it could not be rendered. */
export const notRendered = (
  location: Location,
  message: string,
  remediation: string,
  command?: string
): ManifestProblem => ({
  check: 'render-failed',
  severity: 'unknown',
  message,
  remediation,
  ...(command === undefined ? {} : { command }),
  location
})

/** `1 chart`, `2 charts`. */
export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`
