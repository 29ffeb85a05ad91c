import type { Verdict } from '../access/verdict.ts'
import type { Facts } from '../facts/facts.ts'
import type { Manifests } from '../kubernetes/manifests.ts'

/** All that is known of the pulls of one run. */
export type PullContext = {
  readonly manifests: Manifests
  readonly facts: Facts
  readonly verdicts: readonly Verdict[]
}
