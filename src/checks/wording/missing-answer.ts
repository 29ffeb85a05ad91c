import type { Reason, ReasonCode } from '../../facts/fact.ts'
import type { Remediation } from '../check.ts'

export const permissionCure = (permission: string): string =>
  `Give the identity that runs this check ${permission} (docs/permissions.md has the role).`

const collectAgain: Partial<Record<ReasonCode, string>> = {
  'not-collected':
    'Collect the facts again with these manifests: acr-pull-check collect PATH... --cluster ID --out FILE, with --registry HOST for what no manifest names.',
  stale: 'Collect the facts again: acr-pull-check collect PATH... --cluster ID --out FILE.'
}

/** What may bring an answer that is missing. */
export const answerCure = ({ code, permission }: Reason): string =>
  permission === null
    ? (collectAgain[code] ??
      'Run the check again, or collect the facts again where they are from a file; if it persists, look at --verbose.')
    : permissionCure(permission)

export const bringAnswer = (reason: Reason): Remediation => ({
  description: answerCure(reason),
  command: null
})
