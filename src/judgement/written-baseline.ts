import type { Facts } from '../facts/facts.ts'
import type { Manifests } from '../kubernetes/manifests.ts'
import type { BaselineEntry } from '../settings/baseline-file.ts'
import { baselineEntries } from './baseline-entries.ts'
import { judgeRun } from './judged-run.ts'
import type { Policy } from './judgement.ts'
import { sideOf } from './side.ts'
import { unwatched } from '../access/look-up.ts'

/** All that a run finds, as a baseline has it. */
export const writtenBaseline = (
  manifests: Manifests,
  facts: Facts,
  policy: Policy
): readonly BaselineEntry[] =>
  baselineEntries(
    sideOf(judgeRun(manifests, facts, unwatched, policy.lookup), policy, []),
    policy.known?.entries ?? []
  )
