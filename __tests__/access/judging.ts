import { expect } from '@jest/globals'
import {
  type AccessRuling,
  type Basis,
  type PullAccess,
  reasonOf,
  type RefusedCause,
  type UndecidedCause
} from '../../src/access/pull-access.ts'
import { judgeAccess } from '../../src/access/judge-access.ts'
import type { Manifests } from '../../src/kubernetes/manifests.ts'
import { assignment, factsWith, roles, type Setting } from './facts-builder.ts'
import { manifestsOf, pod, use } from './manifests-builder.ts'

export const image = 'contoso.azurecr.io/team/app:1.0'

/** The kubelet identity holds AcrPull. */
export const granted: Setting = { held: [assignment(roles.pull)] }

/** What the credentials for one image in one pod come to, unless the manifests say otherwise. */
export function accessOn(setting: Setting, manifests: Partial<Manifests> = {}): PullAccess {
  const accesses = judgeAccess(
    manifestsOf({ uses: [use(image)], ...manifests }),
    factsWith(setting)
  )
  const [access] = accesses
  if (access === undefined || accesses.length > 1)
    throw new Error(`${accesses.length} answers instead of one`)
  return access
}

export const sentencesOf = ({ evidence }: PullAccess): readonly string[] =>
  evidence.map(({ sentence }) => sentence)

export const withPod = (...changes: Parameters<typeof pod>): Partial<Manifests> => ({
  uses: [use(image, { pod: pod(...changes) })]
})

/** A pod with pull secrets of these names. */
export const naming = (...names: readonly string[]): Partial<Manifests> =>
  withPod({ imagePullSecrets: names })

type Reason = Basis | RefusedCause | UndecidedCause

export type Row = readonly [
  name: string,
  setting: Setting,
  manifests: Partial<Manifests>,
  result: AccessRuling['result'],
  reason: Reason['kind'],
  puller: PullAccess['puller']['kind']
]

/** The body of a table test of rows. */
export function judged(
  _name: string,
  setting: Setting,
  manifests: Partial<Manifests>,
  result: AccessRuling['result'],
  reason: Reason['kind'],
  puller: PullAccess['puller']['kind']
): void {
  const access = accessOn(setting, manifests)
  expect([access.result, reasonOf(access).kind, access.puller.kind]).toEqual([
    result,
    reason,
    puller
  ])
}
