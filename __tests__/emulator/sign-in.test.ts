import type { IncomingMessage } from 'node:http'
import { Agent, request as httpsRequest } from 'node:https'
import { json } from 'node:stream/consumers'

import { afterEach, describe, expect, test } from '@jest/globals'
import { ClientAssertionCredential, ClientSecretCredential } from '@azure/identity'
import { startCloud, type Cloud } from './cloud.ts'
import { contoso, fabrikam } from './contoso.ts'
import { throughProxyOf } from './sdk-clients.ts'
import { githubToken, idTokenRequestToken, idTokenRequestUrl } from './services/github.ts'
import { tokenCanary } from './tokens.ts'
import type { AzureWorldData } from './world.ts'

const scope = 'https://management.azure.com/.default'

let cloud: Cloud
afterEach(() => cloud.close())
const start = async (world: AzureWorldData = {}) => {
  cloud = await startCloud(world)
}

async function request(method: string, url: string, token: string, body?: unknown) {
  const agent = new Agent({ proxyEnv: cloud.env })
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    httpsRequest(url, { method, agent, headers: { authorization: `Bearer ${token}` } }, resolve)
      .on('error', reject)
      .end(body === undefined ? '' : JSON.stringify(body))
  })
  return { status: response.statusCode ?? 0, answer: await json(response) }
}

describe('client secret', () => {
  const signIn = (tenant: string, clientId: string, secret: string, options = {}) =>
    new ClientSecretCredential(tenant, clientId, secret, {
      ...throughProxyOf(cloud),
      ...options
    }).getToken(scope)

  test('the caller gets a token', async () => {
    await start()
    const token = await signIn(contoso.tenantId, contoso.callerClientId, contoso.callerSecret)
    expect(token.token).toContain(tokenCanary)
  })

  test.each([
    [
      'an unknown tenant',
      fabrikam.tenantId,
      contoso.callerClientId,
      contoso.callerSecret,
      'AADSTS90002'
    ],
    ['an unknown application', contoso.tenantId, contoso.kubeletClientId, 'any', 'AADSTS700016'],
    ['a wrong secret', contoso.tenantId, contoso.callerClientId, 'wrong', 'AADSTS7000215']
  ])('%s is refused as Entra does', async (_name, tenant, clientId, secret, code) => {
    await start()
    await expect(signIn(tenant, clientId, secret)).rejects.toThrow(code)
  })

  test.each([
    ['login.microsoftonline.us', 'login.microsoftonline.us', {}],
    ['login.chinacloudapi.cn', 'login.partner.microsoftonline.cn', {}],
    ['login.contoso.cloud', 'login.contoso.cloud', { disableInstanceDiscovery: true }]
  ])('the authority %s leads to %s, which answers too', async (name, host, options) => {
    await start()
    const authority = { authorityHost: `https://${name}`, ...options }
    await signIn(contoso.tenantId, contoso.callerClientId, contoso.callerSecret, authority)
    expect(cloud.requests.map(recorded => recorded.host)).toContain(host)
  })
})

describe('id token of a job', () => {
  const idToken = async (audience: string, token = idTokenRequestToken) => {
    const { status, answer } = await request(
      'GET',
      `${idTokenRequestUrl}&audience=${audience}`,
      token
    )
    return status === 200 ? (answer as { value: string }).value : `status ${status}`
  }
  const signIn = (assertion: string) =>
    new ClientAssertionCredential(
      contoso.tenantId,
      contoso.callerClientId,
      () => Promise.resolve(assertion),
      throughProxyOf(cloud)
    ).getToken(scope)

  test('it opens Azure', async () => {
    await start()
    expect((await signIn(await idToken('api://AzureADTokenExchange'))).token).toContain(tokenCanary)
  })

  test('without the job’s request token there is none', async () => {
    await start()
    expect(await idToken('api://AzureADTokenExchange', 'other')).toBe('status 401')
  })

  test.each([
    ['another audience', {}, 'api://elsewhere', 'AADSTS700212'],
    [
      'another subject',
      { federatedSubject: 'repo:contoso/shop:environment:live' },
      'api://AzureADTokenExchange',
      'AADSTS700213'
    ]
  ])('%s matches no federated credential', async (_name, caller, audience, code) => {
    await start({ caller })
    await expect(signIn(await idToken(audience))).rejects.toThrow(code)
  })
})

describe('check runs', () => {
  const url = 'https://api.github.com/repos/contoso/shop/check-runs'
  const annotations = (count: number) => ({ output: { annotations: Array(count).fill({}) } })

  test.each([
    ['are created', 'POST', url, 50, {}, 201],
    ['are updated', 'PATCH', `${url}/1`, 50, {}, 200],
    ['take no more than 50 annotations', 'POST', url, 51, {}, 422],
    ['are refused without the right', 'POST', url, 1, { github: { checksWrite: false } }, 403]
  ] as const)('they %s', async (_name, method, address, count, world, status) => {
    await start(world)
    expect((await request(method, address, githubToken, annotations(count))).status).toBe(status)
    expect(cloud.requests.map(({ body }) => body)).toEqual([JSON.stringify(annotations(count))])
  })

  test('they need a token of GitHub', async () => {
    await start()
    expect((await request('POST', url, 'other', {})).status).toBe(401)
  })
})

test('anything else is 404 and recorded', async () => {
  await start()
  expect(
    (await request('GET', 'https://management.azure.com/metadata/endpoints', 'none')).status
  ).toBe(200)
  expect((await request('GET', 'https://api.github.com/user', githubToken)).status).toBe(404)
  expect(cloud.requests.map(({ status }) => status)).toEqual([200, 404])
})
