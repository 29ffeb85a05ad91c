import { moreTime } from '../../base/run-time.ts'
import { FactsError, messageOf } from '../../base/errors.ts'

/** Why a job has no OIDC token, and what gives it one. */
export type MissingToken = { readonly cause: string; readonly cure: string }

/** The way of sign-in that was tried, as far as its failures depend on it. */
export type Attempt = {
  readonly way: 'oidc' | 'environment' | 'managed-identity' | 'azure-cli'
  readonly description: string
  readonly clientId: string | null
  readonly tenantId: string | null
  /** A client id was given for OIDC, and the job has no id-token: why, as far as somebody knows. null: nothing of that. */
  readonly missingToken: MissingToken | null
}

/** A failed sign-in as one sentence of cause, object and cure. The SDK's own text is cut to its first sentence and freed of tokens. */
export function explainSignIn(attempt: Attempt, error: unknown): FactsError {
  const message = messageOf(error)
  const { cause, cure } = sentencesFor(attempt, message)
  return new FactsError(`Azure sign-in failed: ${withoutTokens(cause)}; ${cure}`, { cause: error })
}

type Sentences = { readonly cause: string; readonly cure: string }
type Say = (attempt: Attempt, message: string) => Sentences

function sentencesFor(attempt: Attempt, message: string): Sentences {
  if (attempt.missingToken !== null) return withoutToken(attempt, attempt.missingToken)
  return (rows.find(({ when }) => when.test(message)) ?? lastRow).say(attempt, message)
}

const withoutToken = ({ clientId }: Attempt, { cause, cure }: MissingToken): Sentences => ({
  cause: `input client-id is ${nameOf(clientId)}, but ${cause}, and the Azure CLI is not signed in either`,
  cure: `${cure}.`
})

/** Where nobody knows the event of the job. */
export const missingPermission: MissingToken = {
  cause: 'this job has no OIDC token',
  cure: 'give the job permissions id-token: write; pull requests from forks never get such a token, judge them from a facts file'
}

/** "Microsoft Entra authentication and authorization error codes"; the first row whose text is in the message counts. */
const rows: readonly { readonly when: RegExp; readonly say: Say }[] = [
  {
    when: /AADSTS700016/,
    say: ({ clientId, tenantId }) => ({
      cause: `tenant ${nameOf(tenantId)} knows no application with client id ${nameOf(clientId)} (AADSTS700016)`,
      cure: 'correct client-id or tenant-id: az ad app show --id CLIENT-ID, az account show --query tenantId.'
    })
  },
  {
    when: /AADSTS90002|AADSTS900023/,
    say: ({ tenantId }) => ({
      cause: `tenant ${nameOf(tenantId)} does not exist in this cloud (AADSTS90002)`,
      cure: 'correct tenant-id, or name the right cloud with environment (command line: --cloud).'
    })
  },
  {
    when: /AADSTS70021\b|AADSTS700211|AADSTS700213/,
    say: ({ clientId }, message) => ({
      cause: `application ${nameOf(clientId)} trusts no federated credential that fits this job${subjectText(message)} (${codeOf(message)})`,
      cure: `add one with exactly this subject: az ad app federated-credential create --id ${clientId ?? 'CLIENT-ID'}; the subject of a pull request ends with :pull_request, that of an environment with :environment:NAME.`
    })
  },
  {
    when: /AADSTS700212/,
    say: ({ clientId }) => ({
      cause: `the federated credentials of application ${nameOf(clientId)} expect another audience (AADSTS700212)`,
      cure: 'give input audience the value of the federated credential, usually api://AzureADTokenExchange.'
    })
  },
  {
    when: /AADSTS7000215|AADSTS7000222/,
    say: ({ clientId }, message) => ({
      cause: `the secret of client ${nameOf(clientId)} is wrong or expired (${codeOf(message)})`,
      cure: 'set AZURE_CLIENT_SECRET to a valid secret value (not its id), or sign in with OIDC, which has none.'
    })
  },
  {
    when: /AADSTS700024|AADSTS700027/,
    say: ({ clientId }, message) => ({
      cause: `the assertion of client ${nameOf(clientId)} is expired or signed with a key that is not registered (${codeOf(message)})`,
      cure: 'renew the certificate or the token file, and check the clock of this machine.'
    })
  },
  {
    when: /AADSTS53003|AADSTS50076|AADSTS50079/,
    say: ({ description }, message) => ({
      cause: `a conditional access policy refuses ${description} (${codeOf(message)})`,
      cure: 'sign in again with az login, or use a workload identity that the policy lets in.'
    })
  },
  {
    when: /Azure CLI could not be found/i,
    say: () => ({
      cause: 'no credential was given, and there is no Azure CLI on this machine',
      cure: 'give client-id and tenant-id (OIDC), or AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET, or install the Azure CLI and run az login; without any credential acr-pull-check check --facts judges a facts file.'
    })
  },
  {
    when: /az login/i,
    say: () => ({
      cause:
        'no credential was given, and the Azure CLI is not signed in, or its sign-in has expired',
      cure: 'run az login (in a workflow: azure/login before this step), or give client-id and tenant-id (OIDC).'
    })
  },
  {
    when: /ACTIONS_ID_TOKEN_REQUEST|Failed to get ID Token|ID Token field/i,
    say: (_attempt, message) => ({
      cause: `GitHub gave this job no OIDC token (${firstSentence(message)})`,
      cure: 'give the job permissions id-token: write; pull requests from forks never get such a token, judge them from a facts file.'
    })
  },
  {
    when: /ManagedIdentityCredential|identity endpoint|IMDS/i,
    say: ({ description }) => ({
      cause: `${description} gives no token: this machine has none, or its metadata service cannot be reached`,
      cure: 'assign a managed identity to the machine, or sign in another way.'
    })
  },
  {
    when: /no answer within/,
    say: ({ description }, message) => ({
      cause: `${description} gave no token in time (${/no answer within [\d.]{1,12} s/.exec(message)?.[0] ?? 'no answer'})`,
      cure: `check the network and HTTPS_PROXY, or ${moreTime}.`
    })
  },
  {
    when: /it is larger than \d+ MB/,
    say: ({ description }, message) => ({
      cause: `the sign-in authority's answer for ${description} cannot be used (${/it is larger than \d{1,9} MB/.exec(message)?.[0] ?? 'it is too large'})`,
      cure: 'check HTTPS_PROXY and, in a custom cloud, authority-host (command line: --authority).'
    })
  },
  {
    when: /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|endpoints_resolution_error|network_error|certificate/i,
    say: ({ description }, message) => ({
      cause: `the sign-in authority cannot be reached for ${description} (${firstSentence(message)})`,
      cure: 'check the network, HTTPS_PROXY and, in a custom cloud, authority-host (command line: --authority).'
    })
  }
]

const lastRow: { readonly say: Say } = {
  say: ({ description }, message) => ({
    cause: `${description} was refused (${firstSentence(message)})`,
    cure: 'check the inputs for sign-in, or try the same identity with az login.'
  })
}

const nameOf = (id: string | null): string => id ?? '(of the signed-in user)'

const codeOf = (message: string): string => /AADSTS\d+/.exec(message)?.[0] ?? 'no code'

/** Entra quotes it: "No matching federated identity record found for presented assertion subject 'repo:…'". */
function subjectText(message: string): string {
  const subject = /subject '([^'\s]{1,300})'/i.exec(message)?.[1]
  return subject === undefined ? '' : `, whose subject is ${subject}`
}

/** Entra's messages go on with trace ids, times and links. */
const firstSentence = (message: string): string =>
  (message.trim().split(/\.\s|\sTrace ID|\r|\n/i, 1)[0] ?? '')
    .slice(0, 300)
    .trim()
    .replace(/\.$/, '')

/** Anything that looks like a token, in case an error quotes one. */
const withoutTokens = (text: string): string =>
  text.replace(/\beyJ[\w-]+(?:\.[\w-]+)*/g, '***').replace(/(?<=secret[=: ]{1,9})\S{16,}/gi, '***')
