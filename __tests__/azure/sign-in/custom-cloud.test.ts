import { afterEach, expect, test } from '@jest/globals'
import { cloudFor } from '../../../src/azure/sign-in/custom-cloud.ts'
import { startCloud, type Cloud } from '../../emulator/cloud.ts'
import type { AzureWorldData } from '../../emulator/world.ts'
import { meet } from '../loopback.ts'

let cloud: Cloud
afterEach(() => cloud.close())

const custom = {
  environment: 'custom',
  resourceManager: 'https://management.usgovcloudapi.net/',
  authority: 'https://login.microsoftonline.us'
}

async function cloudOf(world: AzureWorldData) {
  cloud = await startCloud(world)
  meet(cloud)
  return cloudFor(custom, '0.0.0')
}

test('a custom cloud tells how its registries are called, without sign-in', async () => {
  expect(await cloudOf({})).toEqual({
    name: 'custom',
    resourceManager: 'https://management.usgovcloudapi.net',
    authority: 'https://login.microsoftonline.us',
    instanceDiscovery: false,
    blobSuffix: 'blob.core.usgovcloudapi.net',
    registrySuffixes: ['azurecr.usgovcloudapi.net']
  })
  expect(cloud.requests.map(({ path, principal }) => [path, principal])).toEqual([
    ['/metadata/endpoints', null]
  ])
})

test('old clouds answer with a list', async () => {
  const body = [{ suffixes: { acrLoginServer: '.AzureCR.local' } }]
  const answer = { kind: 'answer', status: 200, body } as const
  const { registrySuffixes } = await cloudOf({ faults: [{ url: '*/metadata/*', answer }] })
  expect(registrySuffixes).toEqual(['azurecr.local'])
})

test.each([
  ['says nothing about registries', { kind: 'answer', status: 200, body: { suffixes: {} } }],
  ['is no Azure', { kind: 'answer', status: 404 }],
  ['answers half', { kind: 'broken-json' }]
] as const)('a cloud that %s is an error with the input to correct', async (_name, answer) => {
  await expect(cloudOf({ faults: [{ url: '*/metadata/*', answer }] })).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringMatching(/does not tell its registry suffix .+resource-manager-endpoint/)
  })
})
