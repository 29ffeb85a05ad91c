import { describe, expect, test } from '@jest/globals'
import { clusterId } from '../emulator/arm-bodies/cluster.ts'
import type { FaultAnswer } from '../emulator/world.ts'
import { collectFrom } from './loopback.ts'

const permission = 'Microsoft.ContainerService/managedClusters/read'
const cluster = 'cluster aks-shop in resource group rg-contoso'

const error = (status: number, code: string | null, message = 'No.'): FaultAnswer => ({
  kind: 'answer',
  status,
  body: code === null ? {} : { error: { code, message } }
})

const objectId = 'ABCDEF00-0000-4000-8000-00000000000A'
const naming = `The client 'x' with Object Id '${objectId}' does not have authorization.`

async function reasonFor(answer: FaultAnswer) {
  const { facts } = await collectFrom({
    world: {
      clusters: [{ name: 'aks-shop' }],
      faults: [{ url: '*managedClusters/aks-shop*', answer }]
    },
    request: { clusters: [clusterId({ name: 'aks-shop' })] },
    limits: { request: 2_000, retries: 0 }
  })
  const read = facts.clusters[0]?.answer
  return read === undefined || read.known ? null : read.reason
}

describe('what was not answered is a reason: about what, why, and with which status', () => {
  const refused = `may not read ${cluster}, it lacks ${permission}`
  const failed = `${cluster} could not be read: Azure answered with an error`
  const absent = `${cluster} does not exist, or not for the signed-in identity`

  test.each<[string, FaultAnswer, string, string]>([
    [
      'forbidden, with the identity that was refused',
      error(403, 'AuthorizationFailed', naming),
      'forbidden',
      `the signed-in identity (object id ${objectId}) ${refused} (403 AuthorizationFailed)`
    ],
    [
      'forbidden, without a name',
      error(403, 'AuthorizationFailed'),
      'forbidden',
      `the signed-in identity ${refused} (403 AuthorizationFailed)`
    ],
    [
      'forbidden by something that gives no code',
      error(403, null),
      'forbidden',
      `the signed-in identity ${refused} (403)`
    ],
    [
      'a subscription out of sight',
      error(404, 'SubscriptionNotFound'),
      'not-visible',
      `${cluster} is in a subscription that the signed-in identity cannot see (404 SubscriptionNotFound)`
    ]
  ])('%s: the missing action would help', async (_name, answer, code, message) => {
    expect(await reasonFor(answer)).toEqual({ code, message, permission })
  })

  test.each<[string, FaultAnswer, string, string]>([
    [
      'a sign-in that has ended',
      error(401, 'ExpiredAuthenticationToken'),
      'forbidden',
      `${cluster} could not be read: Azure does not accept this sign-in (401 ExpiredAuthenticationToken)`
    ],
    [
      'a sign-in to another tenant',
      error(401, 'InvalidAuthenticationTokenTenant'),
      'forbidden',
      `${cluster} belongs to another tenant than the signed-in identity: sign in to that tenant (401 InvalidAuthenticationTokenTenant)`
    ],
    [
      'an absent resource',
      error(404, 'ResourceNotFound'),
      'not-found',
      `${absent} (404 ResourceNotFound)`
    ],
    [
      'an absent resource, in other words',
      error(404, 'resourceGroupDoesnotexist'),
      'not-found',
      `${absent} (404 resourceGroupDoesnotexist)`
    ],
    [
      'a type that this cloud does not know',
      error(404, 'InvalidResourceType'),
      'unexpected-answer',
      `${failed} (404 InvalidResourceType)`
    ],
    ['404 of a proxy', error(404, null), 'unexpected-answer', `${failed} (404)`],
    [
      'absence with another status',
      error(400, 'ResourceNotFound'),
      'unexpected-answer',
      `${failed} (400 ResourceNotFound)`
    ],
    [
      'throttling',
      error(429, 'TooManyRequests'),
      'throttled',
      `${cluster} could not be read: Azure throttles for longer than a check waits (429 TooManyRequests)`
    ],
    [
      'a time-out of the request',
      error(408, null),
      'timeout',
      `${cluster} could not be read: Azure took too long (408)`
    ],
    [
      'a time-out of the gateway',
      error(504, 'GatewayTimeout'),
      'timeout',
      `${cluster} could not be read: Azure took too long (504 GatewayTimeout)`
    ],
    [
      'an error of Azure',
      error(500, 'InternalServerError'),
      'unexpected-answer',
      `${failed} (500 InternalServerError)`
    ],
    [
      'an answer of another shape',
      error(200, null),
      'unexpected-answer',
      `Azure's answer on ${cluster} cannot be used: id is missing or of another kind`
    ],
    [
      'an answer that is no JSON',
      { kind: 'broken-json' },
      'unexpected-answer',
      `Azure's answer on ${cluster} cannot be used: it is not JSON of the documented shape`
    ],
    [
      'no connection',
      { kind: 'reset' },
      'network',
      `${cluster} could not be read: no connection to Azure Resource Manager (ECONNRESET)`
    ],
    [
      'no answer in time',
      { kind: 'hang' },
      'timeout',
      `${cluster} could not be read: no answer within 2 s`
    ]
  ])('%s: no grant would help', async (_name, answer, code, message) => {
    expect(await reasonFor(answer)).toEqual({ code, message, permission: null })
  })
})
