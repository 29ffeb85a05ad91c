import type { HostileCase } from '../hostile-case.ts'
import { credentialAttacks } from './credentials.ts'
import { kustomizeAttacks } from './kustomize.ts'
import { outputAttacks } from './outputs.ts'
import { reportFileAttacks } from './report-files.ts'
import { verdictAttacks } from './verdict.ts'

/** Every attack, by its kind. */
export const allAttacks: readonly (readonly [kind: string, cases: readonly HostileCase[]])[] = [
  ['credentials', credentialAttacks],
  ['the verdict', verdictAttacks],
  ['report files', reportFileAttacks],
  ['kustomizations', kustomizeAttacks],
  ['outputs', outputAttacks]
]
