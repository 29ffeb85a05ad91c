import { lineLocation, type Location } from '../yaml/location.ts'
import type { ManifestProblem, UnreadKind } from '../kubernetes/manifests.ts'
import { limits } from './limits.ts'

/** A file that was refused or could not be read; the others go on. */
export const unreadable = (
  unread: UnreadKind,
  file: string,
  message: string,
  remediation: string
): ManifestProblem => ({
  check: 'manifest-unreadable',
  severity: 'warning',
  message,
  remediation,
  location: lineLocation(file),
  unread
})

/** A directory that so many GitOps objects deploy is more likely an attack than a fleet. */
export const tooManyDeployments = (file: string): ManifestProblem => ({
  check: 'manifest-unreadable',
  severity: 'unknown',
  message: `GitOps objects deploy this file in more than ${limits.deployments} ways, and only so many were judged`,
  remediation: 'Name the manifests of one deployment at a time.',
  location: lineLocation(file),
  unread: 'too-large'
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
  location,
  unread: 'not-rendered'
})

/** `1 chart`, `2 charts`. */
export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`
