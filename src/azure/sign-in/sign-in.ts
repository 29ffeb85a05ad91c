import {
  AzureCliCredential,
  ClientAssertionCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  WorkloadIdentityCredential,
  type TokenCredential
} from '@azure/identity'
import type { RunTime } from '../../base/run-time.ts'
import { InputError } from '../../base/errors.ts'
import { RequestTimeoutError, UntrustedAnswerError } from '../arm-errors.ts'
import { once } from '../by-key.ts'
import { defaultLimits } from '../limits.ts'
import { boundsOfRequests, heardErrors, type AdditionalPolicy } from '../request-policies.ts'
import type { AzureCloud } from './clouds.ts'
import {
  explainSignIn,
  missingPermission,
  type Attempt,
  type MissingToken
} from './sign-in-errors.ts'
import { signedInOnce } from './signed-in.ts'

/** What inputs say about sign-in; null where they say nothing. */
export type SignIn = {
  readonly cloud: AzureCloud
  readonly clientId: string | null
  readonly tenantId: string | null
  /** Of the OIDC token; default `api://AzureADTokenExchange`. */
  readonly audience: string | null
  readonly managedIdentity: boolean
}

export type SignInWorld = {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Fetches the job's OIDC token, without printing it; null outside GitHub Actions. */
  readonly getIdToken: ((audience: string) => Promise<string>) | null
  /** Why the job has no OIDC token, where somebody knows its event. */
  readonly whyNoToken?: () => MissingToken
  readonly now: () => Date
  readonly time: RunTime
}

export type SignedIn = {
  readonly credential: TokenCredential
  /** Who signs in, and how: for the log. */
  readonly description: string
}

/**
 * The first way of sign-in that applies: what was asked for by name, the job's OIDC token, the environment, the Azure
 * CLI. Nothing is sent before the first token is asked for.
 *
 * @throws InputError when a tenant is no tenant.
 */
export function credentialFor(signIn: SignIn, world: SignInWorld): SignedIn {
  let met: Error | null = null
  const policies = policiesFor(world.time, trouble => {
    met = trouble
  })
  const { credential, attempt } =
    managedIdentity(signIn, world) ??
    oidc(signIn, { ...world, policies }) ??
    environmentVariables(signIn, { ...world, policies }) ??
    azureCli(signIn, world)
  return {
    credential: signedInOnce(credential, error => explainSignIn(attempt, met ?? error), world),
    description: attempt.description
  }
}

/** As the SDK takes it (azure-sdk-for-js, identity, tenantIdUtils.ts), which says neither where the wrong one stands nor what it is. */
function requireTenant(tenantId: string, where: string): void {
  if (!/^[0-9a-zA-Z.-]{1,255}$/.test(tenantId))
    throw new InputError(
      `${where} is no tenant: write its id or one of its domain names (az account show --query tenantId).`
    )
}

type Way = { readonly credential: TokenCredential; readonly attempt: Attempt }

/** A token has a few kilobytes, and the keys of an authority some tens. */
const largestAnswer = 1024 * 1024

/** The SDK bounds neither time nor size of an answer, and where we do, it says only that there was a network error. */
const policiesFor = (time: RunTime, meet: (trouble: Error) => void): AdditionalPolicy[] => [
  heardErrors(error => {
    if (error instanceof RequestTimeoutError || error instanceof UntrustedAnswerError) meet(error)
  }),
  ...boundsOfRequests({ ...defaultLimits, run: time.left('facts'), bodyBytes: largestAnswer })
]

/** A world in which an authority is asked. */
type AskingWorld = SignInWorld & { readonly policies: AdditionalPolicy[] }

/** Same options for every credential that talks to the authority itself. */
const authorityOptions = (cloud: AzureCloud, policies: AdditionalPolicy[]) => ({
  authorityHost: cloud.authority,
  disableInstanceDiscovery: !cloud.instanceDiscovery,
  redirectOptions: { maxRetries: 0 },
  additionalPolicies: policies
})

const defaultAudience = 'api://AzureADTokenExchange'

function oidc(signIn: SignIn, { environment, getIdToken, policies }: AskingWorld): Way | null {
  const { clientId, tenantId, cloud } = signIn
  if (clientId === null || tenantId === null || getIdToken === null) return null
  if (!hasIdToken(environment)) return null
  requireTenant(tenantId, 'Input tenant-id')
  const audience = signIn.audience ?? defaultAudience
  // msal may ask twice for one sign-in; the access token outlives the run, so one assertion is enough.
  const assertion = once(() => getIdToken(audience))
  return {
    credential: new ClientAssertionCredential(
      tenantId,
      clientId,
      assertion,
      authorityOptions(cloud, policies)
    ),
    attempt: {
      way: 'oidc',
      description: `OIDC token of this job, as client ${clientId} in tenant ${tenantId}`,
      clientId,
      tenantId,
      missingToken: null
    }
  }
}

/** Set by the runner when the job has `permissions: id-token: write`; never for pull requests from forks. */
const hasIdToken = (environment: SignInWorld['environment']): boolean =>
  present(environment['ACTIONS_ID_TOKEN_REQUEST_URL']) !== null &&
  present(environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN']) !== null

/** The variables of `EnvironmentCredential` and `WorkloadIdentityCredential` (azure-sdk-for-js, identity README). */
function environmentVariables(
  { cloud }: SignIn,
  { environment, policies }: AskingWorld
): Way | null {
  const clientId = present(environment['AZURE_CLIENT_ID'])
  const tenantId = present(environment['AZURE_TENANT_ID'])
  if (clientId === null || tenantId === null) return null
  requireTenant(tenantId, 'Environment variable AZURE_TENANT_ID')
  for (const { variable, credential } of variableCredentials) {
    const value = present(environment[variable])
    if (value !== null)
      return {
        credential: credential(
          { clientId, tenantId, value, environment },
          authorityOptions(cloud, policies)
        ),
        attempt: {
          way: 'environment',
          description: `${variable}, as client ${clientId} in tenant ${tenantId}`,
          clientId,
          tenantId,
          missingToken: null
        }
      }
  }
  return null
}

type VariableSignIn = {
  readonly clientId: string
  readonly tenantId: string
  readonly value: string
  readonly environment: SignInWorld['environment']
}

/** In the order of the SDK's own `EnvironmentCredential`. */
const variableCredentials: readonly {
  readonly variable: string
  readonly credential: (
    signIn: VariableSignIn,
    options: ReturnType<typeof authorityOptions>
  ) => TokenCredential
}[] = [
  {
    variable: 'AZURE_CLIENT_SECRET',
    credential: ({ tenantId, clientId, value }, options) =>
      new ClientSecretCredential(tenantId, clientId, value, options)
  },
  {
    variable: 'AZURE_CLIENT_CERTIFICATE_PATH',
    credential: ({ tenantId, clientId, value, environment }, options) => {
      const certificatePassword = present(environment['AZURE_CLIENT_CERTIFICATE_PASSWORD'])
      return new ClientCertificateCredential(
        tenantId,
        clientId,
        {
          certificatePath: value,
          ...(certificatePassword === null ? {} : { certificatePassword })
        },
        options
      )
    }
  },
  {
    variable: 'AZURE_FEDERATED_TOKEN_FILE',
    credential: ({ tenantId, clientId, value }, options) =>
      new WorkloadIdentityCredential({ tenantId, clientId, tokenFilePath: value, ...options })
  }
]

function managedIdentity(
  { clientId, managedIdentity }: SignIn,
  { environment }: SignInWorld
): Way | null {
  if (!managedIdentity) return null
  const chosen = clientId ?? present(environment['AZURE_CLIENT_ID'])
  return {
    credential:
      chosen === null
        ? new ManagedIdentityCredential()
        : new ManagedIdentityCredential({ clientId: chosen }),
    attempt: {
      way: 'managed-identity',
      description:
        chosen === null
          ? "this machine's managed identity"
          : `this machine's managed identity ${chosen}`,
      clientId: chosen,
      tenantId: null,
      missingToken: null
    }
  }
}

const longestCliAnswer = 60_000

/** The last way, and for people the usual one. Its first answer after `az login` can take many seconds. */
function azureCli(
  { clientId, tenantId }: SignIn,
  { environment, time, whyNoToken = () => missingPermission }: SignInWorld
): Way {
  if (tenantId !== null) requireTenant(tenantId, 'Input tenant-id')
  return {
    credential: new AzureCliCredential({
      processTimeoutInMs: Math.min(longestCliAnswer, time.left('facts')),
      ...(tenantId === null ? {} : { tenantId })
    }),
    attempt: {
      way: 'azure-cli',
      description: 'the signed-in Azure CLI',
      clientId,
      tenantId,
      missingToken: clientId === null || hasIdToken(environment) ? null : whyNoToken()
    }
  }
}

const present = (value: string | undefined): string | null =>
  value === undefined || value.trim() === '' ? null : value
