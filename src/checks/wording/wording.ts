import { resourceName } from '../../base/resource-id.ts'
import { listText } from '../../base/sentences.ts'
import type { NamedAssignment } from '../../access/pull-access.ts'
import type { PullSubject } from './from-verdicts.ts'

export { modeText, pullerText } from '../../access/wording.ts'

export const clusterText = ({ cluster }: Pick<PullSubject, 'cluster'>): string =>
  `cluster ${resourceName(cluster)}`

export const rolesText = (grants: readonly NamedAssignment[]): string =>
  [...new Set(grants.map(grant => grant.role))].join(', ')

/** Such as `node pools apps and batch`. */
export const poolsText = (names: readonly string[]): string =>
  `node pool${names.length === 1 ? '' : 's'} ${listText(names)}`

/** What an image comes to as it is written, where something else may be deployed. */
export const asWritten = { pull: 'could be pulled', 'no-pull': 'could not be pulled' } as const
