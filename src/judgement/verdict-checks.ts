import { checks } from '../checks/index.ts'
import type { Worded } from '../checks/check.ts'
import { groupBy } from '../base/group-by.ts'
import type { Obstacle } from '../pulls/obstacles/index.ts'
import type { NoPullCause, OpenCause, Verdict } from '../pulls/verdict.ts'

/** The checks by what they word. */
const wording = groupBy(
  checks.flatMap(({ id, words }) => words.map(word => ({ id, word }))),
  ({ word }) => word
)

const idsOf = (word: Worded): readonly string[] => (wording.get(word) ?? []).map(({ id }) => id)

/** Every known issue is a check of its own; of all other kinds of obstacle the check says which they are. */
const ofObstacle = (obstacle: Obstacle): readonly string[] =>
  obstacle.kind === 'known-issue' ? [obstacle.issue.id] : idsOf(obstacle.kind)

const ofCause = (cause: NoPullCause | OpenCause): readonly string[] => {
  switch (cause.kind) {
    case 'blocked':
    case 'blocked-in-part':
    case 'perhaps-blocked':
      return cause.obstacles.flatMap(ofObstacle)
    default:
      return idsOf(cause.kind)
  }
}

/** Ids of the checks that word what a verdict rests on, in the order of the causes; none for a pull. */
export function checksBehind(verdict: Verdict): readonly string[] {
  switch (verdict.result) {
    case 'pull':
      return []
    case 'no-pull':
      return [...new Set(ofCause(verdict.cause))]
    case 'unknown':
      return [...new Set(ofCause(verdict.open))]
  }
}
