import { capitalised } from '../../base/sentences.ts'
import { groupBy } from '../../base/group-by.ts'
import { memoizeForObjects } from '../../base/memoize.ts'
import type { Obstacle, ObstacleKind } from '../../pulls/obstacles/index.ts'

type ObstacleOf<Kind extends ObstacleKind> = Extract<Obstacle, { kind: Kind }>

const isOfKind = <Kind extends ObstacleKind>(
  obstacle: Obstacle,
  kind: Kind
): obstacle is ObstacleOf<Kind> => obstacle.kind === kind

/** Grouped once for all checks of a run. */
const byKind = memoizeForObjects((obstacles: readonly Obstacle[]) =>
  groupBy(obstacles, ({ kind }) => kind)
)

/** The obstacles of one kind, with the data of that kind. */
export const obstaclesOf = <Kind extends ObstacleKind>(
  obstacles: readonly Obstacle[],
  kind: Kind
): readonly ObstacleOf<Kind>[] =>
  [...(byKind(obstacles).get(kind) ?? [])].filter((each): each is ObstacleOf<Kind> =>
    isOfKind(each, kind)
  )

/** What is known of an obstacle, to end a message with. */
export const evidenceText = ({ evidence }: Obstacle): string => evidence.join('; ')

/** The same as a message of its own, where nothing more can be said. */
export const evidenceMessage = (obstacle: Obstacle): string => capitalised(evidenceText(obstacle))
