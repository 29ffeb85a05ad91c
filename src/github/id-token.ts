import { env } from 'node:process'
import { getIDToken, setSecret } from '@actions/core'
import { FactsError, messageOf } from '../base/errors.ts'
import { oneLine } from '../reports/escape.ts'
import { readEvent, type Environment, type RunEvent } from './environment.ts'

/** Why a job has no OIDC token (GitHub docs, "OpenID Connect": a fork's pull request gets none). */
export function missingTokenText({ pullRequest }: RunEvent): string {
  const cause =
    pullRequest?.fromFork === true
      ? 'it is for a pull request from a fork, which never gets one: judge from a facts file instead (input facts, docs/fork-pull-requests.md)'
      : 'the job lacks the permission: add permissions: id-token: write (and contents: read) to it'
  return `This run has no OIDC token to sign in to Azure with, because ${cause}.`
}

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
    throw new FactsError(missingTokenText(readEvent(environment)))
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
