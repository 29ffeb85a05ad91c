import type { PullAccess } from '../access/pull-access.ts'
import type { Facts } from '../facts/facts.ts'
import type { Manifests } from '../kubernetes/manifests.ts'
import type { LookupPolicy } from './lookup-policy.ts'

/** The pulls of one run, with what their credentials come to and all that is known around them. */
export type PullContext = {
  readonly manifests: Manifests
  readonly facts: Facts
  readonly accesses: readonly PullAccess[]
  readonly lookup: LookupPolicy
}
