import type { NamedAssignment, Verdict } from '../../access/verdict.ts'

export { modeText, pullerText } from '../../access/wording.ts'

/** Last segment of an ARM id: the name that people know a resource by. */
export const lastSegment = (id: string): string => id.slice(id.lastIndexOf('/') + 1)

export const clusterText = (verdict: Verdict): string => `cluster ${lastSegment(verdict.cluster)}`

export const rolesText = (grants: readonly NamedAssignment[]): string =>
  [...new Set(grants.map(grant => grant.role))].join(', ')
