import { expect } from '@jest/globals'
import type { Cause, PullResult, Verdict } from '../../src/access/verdict.ts'
import { judgePulls } from '../../src/access/verdicts.ts'
import type { Manifests } from '../../src/kubernetes/manifests.ts'
import { assignment, factsWith, roles, type Setting } from './facts-builder.ts'
import { manifestsOf, pod, use } from './manifests-builder.ts'

export const image = 'contoso.azurecr.io/team/app:1.0'

/** The kubelet identity holds AcrPull. */
export const granted: Setting = { held: [assignment(roles.pull)] }

/** The verdict on one image in one pod, unless the manifests say otherwise. */
export function verdictOn(setting: Setting, manifests: Partial<Manifests> = {}): Verdict {
  const verdicts = judgePulls(manifestsOf({ uses: [use(image)], ...manifests }), factsWith(setting))
  const [verdict] = verdicts
  if (verdict === undefined || verdicts.length > 1)
    throw new Error(`${verdicts.length} verdicts instead of one`)
  return verdict
}

export const withPod = (...changes: Parameters<typeof pod>): Partial<Manifests> => ({
  uses: [use(image, { pod: pod(...changes) })]
})

/** A pod with pull secrets of these names. */
export const naming = (...names: readonly string[]): Partial<Manifests> =>
  withPod({ imagePullSecrets: names })

export type Row = readonly [
  name: string,
  setting: Setting,
  manifests: Partial<Manifests>,
  result: PullResult,
  cause: Cause['kind'],
  puller: Verdict['puller']['kind']
]

/** The body of a table test of rows. */
export function judged(
  _name: string,
  setting: Setting,
  manifests: Partial<Manifests>,
  result: PullResult,
  cause: Cause['kind'],
  puller: Verdict['puller']['kind']
): void {
  expect(verdictOn(setting, manifests)).toMatchObject({
    result,
    cause: { kind: cause },
    puller: { kind: puller }
  })
}
