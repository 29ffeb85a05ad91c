import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createServer } from 'node:http'
import { endlessTime } from '../../../src/base/run-time.ts'
import { cloudFor } from '../../../src/azure/sign-in/custom-cloud.ts'
import { credentialFor } from '../../../src/azure/sign-in/sign-in.ts'
import { now } from '../loopback.ts'

const cloud = await cloudFor({ environment: null, resourceManager: null, authority: null }, '0.0.0')

/** Which identity each request asked for; null: the one of the machine. */
const asked: (string | null)[] = []

const server = createServer((request, response) => {
  asked.push(new URL(request.url ?? '', 'http://localhost').searchParams.get('client_id'))
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ access_token: 'token-of-machine', expires_on: '4102444800' }))
})

/** The SDK keeps the endpoint and the tokens for the life of the process: one endpoint, and a scope for each test. */
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  // As App Service and Container Apps give them to a program (Azure docs, "REST endpoint reference").
  process.env['IDENTITY_ENDPOINT'] = `http://127.0.0.1:${port}/msi/token`
  process.env['IDENTITY_HEADER'] = 'canary-identity-header'
})

afterAll(() => {
  Reflect.deleteProperty(process.env, 'IDENTITY_ENDPOINT')
  Reflect.deleteProperty(process.env, 'IDENTITY_HEADER')
  server.closeAllConnections()
  server.close()
})

describe('a managed identity', () => {
  const machines = "this machine's managed identity"

  test.each([
    ['that of the machine', null, undefined, machines, null],
    ['that of the input', 'from-input', undefined, `${machines} from-input`, 'from-input'],
    ['that of AZURE_CLIENT_ID', null, 'from-env', `${machines} from-env`, 'from-env'],
    ['that of the input first', 'from-input', 'from-env', `${machines} from-input`, 'from-input'],
    ['that of the machine, not one without a name', null, ' ', machines, null]
  ])('is %s', async (name, clientId, variable, description, expected) => {
    const signedIn = credentialFor(
      { cloud, clientId, tenantId: null, audience: null, managedIdentity: true },
      {
        environment: { AZURE_CLIENT_ID: variable },
        getIdToken: null,
        now: () => now,
        time: endlessTime
      }
    )
    expect(signedIn.description).toBe(description)
    const scope = `https://${name.replace(/\W/g, '-')}.example/.default`
    expect((await signedIn.credential.getToken(scope))?.token).toBe('token-of-machine')
    expect(asked.splice(0)).toEqual([expected])
  })
})
