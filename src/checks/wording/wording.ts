import type { NamedAssignment } from '../../access/pull-access.ts'
import type { PullSubject } from './from-verdicts.ts'

export { modeText, pullerText } from '../../access/wording.ts'

/** Last segment of an ARM id: the name that people know a resource by. */
export const lastSegment = (id: string): string => id.slice(id.lastIndexOf('/') + 1)

export const clusterText = ({ cluster }: Pick<PullSubject, 'cluster'>): string =>
  `cluster ${lastSegment(cluster)}`

export const rolesText = (grants: readonly NamedAssignment[]): string =>
  [...new Set(grants.map(grant => grant.role))].join(', ')
