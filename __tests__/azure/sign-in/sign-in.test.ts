import { afterEach, describe, expect, test } from '@jest/globals'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endlessTime } from '../../../src/base/run-time.ts'
import { tokenScope, type AzureCloud } from '../../../src/azure/sign-in/clouds.ts'
import { cloudFor } from '../../../src/azure/sign-in/custom-cloud.ts'
import { credentialFor, type SignIn, type SignInWorld } from '../../../src/azure/sign-in/sign-in.ts'
import { explainSignIn, type Attempt } from '../../../src/azure/sign-in/sign-in-errors.ts'
import { FactsError, InputError } from '../../../src/base/errors.ts'
import { startCloud, type Cloud } from '../../emulator/cloud.ts'
import { contoso } from '../../emulator/contoso.ts'
import { unsignedToken } from '../../emulator/tokens.ts'
import type { AzureWorldData } from '../../emulator/world.ts'
import { meet, now } from '../loopback.ts'

const publicCloud = await cloudFor(
  { environment: null, resourceManager: null, authority: null },
  '0.0.0'
)
const nothing: SignIn = {
  cloud: publicCloud,
  clientId: null,
  tenantId: null,
  audience: null,
  managedIdentity: false
}
const oidcInputs = { ...nothing, clientId: contoso.callerClientId, tenantId: contoso.tenantId }
const idTokenVariables = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://pipelines.actions.githubusercontent.com/idtoken',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'canary-id-token-request-token'
}
const client = { AZURE_CLIENT_ID: contoso.callerClientId, AZURE_TENANT_ID: contoso.tenantId }
const secretVariables = { ...client, AZURE_CLIENT_SECRET: contoso.callerSecret }

const idToken =
  (subject = 'repo:contoso/shop:pull_request') =>
  (audience: string) =>
    Promise.resolve(unsignedToken({ aud: audience, sub: subject }))

const worldWith = (
  environment: SignInWorld['environment'],
  getIdToken: SignInWorld['getIdToken'] = null
): SignInWorld => ({ environment, getIdToken, now: () => now, time: endlessTime })

describe('a tenant that is none', () => {
  const rows: [string, SignIn, SignInWorld, string][] = [
    [
      'beside an OIDC token',
      { ...oidcInputs, tenantId: 'not a tenant' },
      worldWith(idTokenVariables, idToken()),
      'Input tenant-id is no tenant'
    ],
    [
      'for the Azure CLI',
      { ...nothing, tenantId: 'a/b' },
      worldWith({}),
      'Input tenant-id is no tenant'
    ],
    [
      'in the environment',
      nothing,
      worldWith({ ...secretVariables, AZURE_TENANT_ID: 'x\n::notice::y' }),
      'Environment variable AZURE_TENANT_ID is no tenant'
    ]
  ]
  test.each(rows)('%s is wrong input', (_name, signIn, world, message) => {
    expect(() => credentialFor(signIn, world)).toThrow(
      new InputError(
        `${message}: write its id or one of its domain names (az account show --query tenantId).`
      )
    )
  })
})

describe('the first way that applies', () => {
  const rows: [string, SignIn, SignInWorld, RegExp][] = [
    ['nothing given', nothing, worldWith({}), /^the signed-in Azure CLI$/],
    [
      'OIDC before the environment',
      oidcInputs,
      worldWith({ ...idTokenVariables, ...secretVariables }, idToken()),
      /^OIDC token of this job, as client 31000000-.+ in tenant 10000000-/
    ],
    [
      'the environment when the job has no id-token',
      oidcInputs,
      worldWith(secretVariables, idToken()),
      /^AZURE_CLIENT_SECRET, as client/
    ],
    [
      'the environment when nobody can fetch the id-token',
      oidcInputs,
      worldWith({ ...idTokenVariables, ...secretVariables }),
      /^AZURE_CLIENT_SECRET, as client/
    ],
    [
      'OIDC needs the tenant too',
      { ...oidcInputs, tenantId: null },
      worldWith(idTokenVariables, idToken()),
      /Azure CLI/
    ],
    [
      'a certificate',
      nothing,
      worldWith({ ...client, AZURE_CLIENT_CERTIFICATE_PATH: '/tmp/none.pem' }),
      /^AZURE_CLIENT_CERTIFICATE_PATH, as client/
    ],
    [
      'a federated token file',
      nothing,
      worldWith({ ...client, AZURE_FEDERATED_TOKEN_FILE: '/tmp/none' }),
      /^AZURE_FEDERATED_TOKEN_FILE, as client/
    ],
    ['a client without secret', nothing, worldWith(client), /Azure CLI/],
    [
      'empty variables are none',
      nothing,
      worldWith({ ...client, AZURE_CLIENT_SECRET: ' ' }),
      /Azure CLI/
    ],
    [
      'a managed identity that was asked for, before all others',
      { ...nothing, managedIdentity: true },
      worldWith({ ...secretVariables, AZURE_CLIENT_ID: 'user-assigned' }),
      /^this machine's managed identity user-assigned$/
    ]
  ]
  test.each(rows)('%s', (_name, signIn, world, expected) => {
    const { description } = credentialFor(signIn, world)
    expect(description).toMatch(expected)
    expect(description).not.toContain('canary')
  })
})

describe('against Entra', () => {
  let cloud: Cloud | undefined
  afterEach(() => cloud?.close())

  const tokenFrom = async (
    content: AzureWorldData,
    signIn: SignIn,
    world: SignInWorld,
    times = 1
  ) => {
    cloud = await startCloud(content)
    meet(cloud)
    const { credential } = credentialFor(signIn, world)
    const ask = () => credential.getToken(tokenScope(signIn.cloud))
    const [token] = await Promise.all(Array.from({ length: times }, ask))
    return token
  }
  const failure = async (...parameters: Parameters<typeof tokenFrom>): Promise<FactsError> => {
    try {
      await tokenFrom(...parameters)
    } catch (error) {
      if (error instanceof FactsError) return error
      throw error
    }
    throw new Error('signed in')
  }

  test('all clients together sign in once, with the audience of the inputs', async () => {
    const audiences: string[] = []
    const getIdToken = (audience: string) => {
      audiences.push(audience)
      return idToken()(audience)
    }
    const token = await tokenFrom({}, oidcInputs, worldWith(idTokenVariables, getIdToken), 5)
    expect(token?.token).toBeTruthy()
    expect(audiences).toEqual(['api://AzureADTokenExchange'])
    expect(cloud?.requests.map(({ host }) => host)).toEqual(['login.microsoftonline.com'])
  })

  const oidcWorld = worldWith(idTokenVariables, idToken())
  const rows: [string, AzureWorldData, SignIn, SignInWorld, readonly string[]][] = [
    [
      'an unknown client',
      { caller: { clientId: 'another' } },
      oidcInputs,
      oidcWorld,
      ['AADSTS700016', contoso.callerClientId, contoso.tenantId, 'az ad app show']
    ],
    [
      'an unknown tenant',
      { caller: { tenantIds: [] } },
      oidcInputs,
      oidcWorld,
      ['AADSTS90002', contoso.tenantId, 'environment']
    ],
    [
      'a subject that nobody trusts',
      { caller: { federatedSubject: 'repo:contoso/shop:ref:refs/heads/main' } },
      oidcInputs,
      oidcWorld,
      [
        'AADSTS700213',
        'whose subject is repo:contoso/shop:pull_request',
        'az ad app federated-credential create'
      ]
    ],
    [
      'another audience',
      {},
      { ...oidcInputs, audience: 'api://Contoso' },
      oidcWorld,
      ['AADSTS700212', 'input audience']
    ],
    [
      'a wrong secret',
      { caller: { clientSecret: 'changed' } },
      nothing,
      worldWith(secretVariables),
      ['AADSTS7000215', 'AZURE_CLIENT_SECRET']
    ]
  ]
  test.each(rows)('%s: cause, object and cure', async (_name, content, signIn, world, parts) => {
    const { message, exitCode } = await failure(content, signIn, world)
    for (const part of parts) expect(message).toContain(part)
    expect(message).not.toMatch(/canary|Trace ID|eyJ/)
    expect(exitCode).toBe(3)
  })

  test('GitHub that gives no token', async () => {
    const refuse = () =>
      Promise.reject(
        new Error('Error message: Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable')
      )
    const { message } = await failure({}, oidcInputs, worldWith(idTokenVariables, refuse))
    expect(message).toContain('permissions id-token: write')
  })

  test('a sovereign cloud has its own authority', async () => {
    const government: AzureCloud = await cloudFor(
      { environment: 'azureusgovernment', resourceManager: null, authority: null },
      '0.0.0'
    )
    await tokenFrom({}, { ...oidcInputs, cloud: government }, oidcWorld)
    expect(cloud?.requests.map(({ host }) => host)).toEqual(['login.microsoftonline.us'])
  })
})

describe('the Azure CLI', () => {
  const path = process.env['PATH'] ?? ''
  let folder: string | undefined
  afterEach(async () => {
    process.env['PATH'] = path
    if (folder !== undefined) await rm(folder, { recursive: true })
    folder = undefined
  })

  /** A shell script in the place of `az`; null: there is none. */
  const withCli = async (script: string | null) => {
    folder = await mkdtemp(join(tmpdir(), 'acr-pull-check-az-'))
    const az = join(folder, 'az')
    if (script !== null) {
      await writeFile(az, `#!/bin/sh\n${script}\n`)
      await chmod(az, 0o755)
    }
    process.env['PATH'] = script === null ? folder : `${folder}:/usr/bin:/bin`
  }
  const tokenOf = (signIn: SignIn, environment = {}) =>
    credentialFor(signIn, worldWith(environment)).credential.getToken(tokenScope(publicCloud))

  test('that is signed in gives its token', async () => {
    await withCli(`echo '{"accessToken": "token-of-az", "expires_on": 4102444800}'`)
    expect((await tokenOf(nothing))?.token).toBe('token-of-az')
  })

  const notSignedIn = `echo "ERROR: Please run 'az login' to setup account." >&2; exit 1`
  test.each([
    ['that is not signed in', notSignedIn, nothing, /run az login \(in a workflow: azure\/login/],
    ['that is not there', null, nothing, /there is no Azure CLI on this machine; give client-id/],
    [
      'after OIDC was meant, but the job has no id-token',
      notSignedIn,
      oidcInputs,
      /client-id is 31000000-.+no OIDC token.+permissions id-token: write.+forks.+facts file/
    ]
  ])('%s', async (_name, script, signIn, expected) => {
    await withCli(script)
    await expect(tokenOf(signIn)).rejects.toThrow(expected)
    await expect(tokenOf(signIn)).rejects.toThrow(FactsError)
  })
})

describe('explanations', () => {
  const attempt: Attempt = {
    way: 'environment',
    description: 'AZURE_CLIENT_SECRET, as client c in tenant t',
    clientId: 'c',
    tenantId: 't',
    missingToken: null
  }
  test.each([
    [
      'an expired secret',
      'AADSTS7000222: The provided client secret keys are expired.',
      /AADSTS7000222/
    ],
    ['conditional access', 'AADSTS53003: Access has been blocked.', /conditional access policy/],
    [
      'an old assertion',
      'AADSTS700024: Client assertion is not within its valid time range.',
      /clock/
    ],
    [
      'no network',
      'getaddrinfo ENOTFOUND login.microsoftonline.com',
      /cannot be reached.+HTTPS_PROXY/
    ],
    ['no metadata service', 'ManagedIdentityCredential: no endpoint', /metadata service/],
    ['anything else', 'Strange thing happened. And more.', /was refused \(Strange thing happened\)/]
  ])('%s', (_name, message, expected) => {
    expect(explainSignIn(attempt, new Error(message)).message).toMatch(expected)
  })

  test('nothing that looks like a token is repeated', () => {
    const { message } = explainSignIn(
      attempt,
      new Error('bad assertion eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln was sent')
    )
    expect(message).toContain('bad assertion *** was sent')
  })
})
