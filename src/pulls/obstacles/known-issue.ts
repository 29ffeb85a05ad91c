import { knownIssues } from '../../known-issues/index.ts'
import type { KnownIssue } from '../../known-issues/known-issue.ts'
import { type ExposedPulls, exposedPulls } from '../exposed-pulls.ts'
import { exposedText } from '../exposed-text.ts'
import type { ObstacleBase, ObstacleSource } from '../obstacle.ts'

/** A published bug stops the pulls for good on the pools that have it. What heals by itself stands before no pull. */
export type KnownIssueObstacle = ObstacleBase<'known-issue'> & {
  readonly issue: KnownIssue
  readonly exposed: ExposedPulls
}

const obstacleOf = (issue: KnownIssue, exposed: ExposedPulls): KnownIssueObstacle => ({
  kind: 'known-issue',
  pulls: { clusterId: exposed.clusterId, host: exposed.registry, uses: exposed.uses },
  nodePools: [...exposed.pools.keys()],
  certainty: exposed.blocks === 'yes' ? 'surely' : 'perhaps',
  evidence: exposedText(issue, exposed),
  issue,
  exposed
})

export const knownIssue: ObstacleSource<KnownIssueObstacle> = {
  kind: 'known-issue',
  *find(context) {
    for (const issue of knownIssues)
      for (const exposed of exposedPulls(issue, context))
        if (exposed.blocks !== 'no') yield obstacleOf(issue, exposed)
  }
}
