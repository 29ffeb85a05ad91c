import type { Reason } from '../facts/fact.ts'
import type { Remediation } from './check.ts'

/** What may bring an answer that is missing. */
export const permissionCure = (permission: string | null): string =>
  permission === null
    ? 'Run the check again; if it persists, look at --verbose.'
    : `Give the identity that runs this check ${permission} (docs/permissions.md has the role).`

export const bringAnswer = ({ permission }: Reason): Remediation => ({
  description: permissionCure(permission),
  command: null
})
