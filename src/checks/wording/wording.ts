import { resourceName } from '../../base/resource-id.ts'
import type { NamedAssignment } from '../../access/pull-access.ts'
import type { PullSubject } from './from-verdicts.ts'

export { modeText, pullerText } from '../../access/wording.ts'

export const clusterText = ({ cluster }: Pick<PullSubject, 'cluster'>): string =>
  `cluster ${resourceName(cluster)}`

export const rolesText = (grants: readonly NamedAssignment[]): string =>
  [...new Set(grants.map(grant => grant.role))].join(', ')
