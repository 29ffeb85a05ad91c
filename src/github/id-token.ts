import { env } from 'node:process'
import { getIDToken, setSecret } from '@actions/core'
import { FactsError, messageOf } from '../base/errors.ts'
import { oneLine } from '../reports/escape.ts'
import { readEvent, type Environment, type RunEvent } from './environment.ts'

export type MissingToken = { readonly cause: string; readonly cure: string }

const fromFork: MissingToken = {
  cause: 'this run is for a pull request from a fork, which never gets an OIDC token',
  cure: 'judge from a facts file instead (input facts, docs/fork-pull-requests.md)'
}

const permission =
  'give the job permissions id-token: write and contents: read, and where another workflow calls it, the calling job too'

/**
 * Why a job has no OIDC token. GitHub docs, "OpenID Connect": a fork's pull request gets none, any other job where its
 * permissions say so; the subject of the token follows the event, and Entra compares it whole.
 */
export function missingToken({ pullRequest }: RunEvent, environment: Environment): MissingToken {
  if (pullRequest?.fromFork === true) return fromFork
  const lacking = 'the job has no OIDC token, because it lacks the permission'
  if (pullRequest !== null) return { cause: lacking, cure: permission }
  const event = environment['GITHUB_EVENT_NAME'] ?? 'unknown'
  const repository = environment['GITHUB_REPOSITORY'] ?? 'OWNER/REPOSITORY'
  return {
    cause: `${lacking}; it runs on event ${event}`,
    cure: `${permission}; a federated credential for this event has subject repo:${repository}:ref:${environment['GITHUB_REF'] ?? 'refs/heads/BRANCH'}, not that of pull requests`
  }
}

const missingTokenText = ({ cause, cure }: MissingToken): string =>
  `Azure sign-in failed: ${cause}; ${cure}.`

/** Each part of a token is as good as a password to somebody, so none may reach the log. */
function mask(token: string): void {
  for (const part of [token, ...token.split('.')]) if (part !== '') setSecret(part)
}

/** The job's OIDC token for an audience, such as `api://AzureADTokenExchange`, masked before anybody sees it. */
export async function getIdToken(
  audience: string,
  environment: Environment = env
): Promise<string> {
  if ((environment['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '') === '')
    throw new FactsError(missingTokenText(missingToken(readEvent(environment), environment)))
  try {
    const token = await getIDToken(audience)
    mask(token)
    return token
  } catch (error) {
    const reason = oneLine(messageOf(error)).replace(/\s+/g, ' ').trim()
    throw new FactsError(
      `GitHub gave no OIDC token for audience ${audience} (${reason}): run the job again, or look at githubstatus.com.`,
      { cause: error }
    )
  }
}
