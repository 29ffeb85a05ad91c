import type { AbsentImage } from '../../../facts/images.ts'
import { answerTo } from '../../../facts/related-resources/index.ts'
import { type LookedUpPull, lookedUpPulls, referenceText } from '../../looked-up.ts'
import { isDigest } from '../../lookup-policy.ts'
import type { ObstacleBase, ObstacleSource } from '../../obstacle.ts'
import type { PullContext } from '../../pull-context.ts'
import { stoppedOf } from '../../pulls-by-registry.ts'

/** The registry does not have the image: a tag may be pushed yet, a digest is not pushed by chance. */
export type ImageAbsentObstacle = ObstacleBase<'image-absent'> & {
  readonly pull: LookedUpPull
  readonly state: AbsentImage
}

/** The registry has no repository of that name. */
export const lacksRepository = ({ code }: AbsentImage): boolean => code === 'NAME_UNKNOWN'

/** What else an answer of "not found" may mean at this registry, as clauses. */
function doubts({ from: { registry } }: LookedUpPull, { facts }: PullContext): readonly string[] {
  const rules = answerTo(facts, { kind: 'cacheRules', registryId: registry.id })
  return [
    ...(registry.quarantine
      ? ['the registry says the same of an image that is still in quarantine']
      : []),
    ...(rules?.known === false
      ? ['whether a cache rule fetches it at the first pull is not known']
      : [])
  ]
}

const absenceText = (pull: LookedUpPull, state: AbsentImage): string =>
  lacksRepository(state)
    ? `registry ${pull.from.registry.name} has no repository ${pull.access.repository}`
    : `registry ${pull.from.registry.name} has no ${referenceText(pull)}`

function obstacleOf(
  pull: LookedUpPull,
  state: AbsentImage,
  context: PullContext
): ImageAbsentObstacle {
  const otherwise = doubts(pull, context)
  const isSure = pull.reference !== null && isDigest(pull.reference) && otherwise.length === 0
  return {
    kind: 'image-absent',
    pulls: stoppedOf(pull.from, pull.access.uses),
    nodePools: [],
    certainty: isSure ? 'surely' : 'perhaps',
    evidence: [
      `${absenceText(pull, state)}, as it said at ${pull.askedAt ?? 'no known time'}`,
      ...otherwise
    ],
    pull,
    state
  }
}

export const imageAbsent: ObstacleSource<ImageAbsentObstacle> = {
  kind: 'image-absent',
  *find(context) {
    for (const pull of lookedUpPulls(context))
      if (pull.found.known && pull.found.value.state === 'absent' && !pull.expected)
        yield obstacleOf(pull, pull.found.value, context)
  }
}
