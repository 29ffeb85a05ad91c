import { endlessTime } from '../../src/base/run-time.ts'
import type { AzureWorld } from '../../src/azure/clients.ts'
import { cloudFor } from '../../src/azure/sign-in/custom-cloud.ts'
import { collect } from '../../src/azure/collect.ts'
import { credentialFor } from '../../src/azure/sign-in/sign-in.ts'
import type { Facts } from '../../src/facts/facts.ts'
import type { FactsRequest, Question } from '../../src/facts/questions.ts'
import { startCloud, type Cloud, type CloudOptions } from '../emulator/cloud.ts'
import { contoso } from '../emulator/contoso.ts'
import { azureRequests, registryRequests } from '../emulator/recorded-requests.ts'
import '../emulator/trust.ts'
import type { AzureWorldData } from '../emulator/world.ts'

export const now = new Date('2026-09-01T08:00:00Z')

/** The real SDK clients of this process trust the loopback cloud, and reach no other. */
export function meet(cloud: Cloud): void {
  process.env['HTTPS_PROXY'] = cloud.env.HTTPS_PROXY
}

const publicCloud = () =>
  cloudFor({ environment: null, resourceManager: null, authority: null }, '0.0.0')

const request: FactsRequest = {
  clusters: [],
  registryHosts: [],
  identities: [],
  kubeletObjectId: null,
  thorough: false,
  quick: true,
  images: [],
  registryLookup: 'off'
}

export type Collection = {
  readonly world: AzureWorldData
  readonly request: Partial<FactsRequest>
  readonly questions?: readonly Question[]
  readonly limits?: AzureWorld['limits']
  readonly options?: CloudOptions
}

export type Collected = {
  readonly facts: Facts
  readonly requests: Cloud['requests']
  /** To the registries themselves, and to where they send. */
  readonly registryRequests: Cloud['requests']
  readonly connections: Cloud['connections']
}

/** A collection by the real clients from a loopback Azure of this content. */
export async function collectFrom(collection: Collection): Promise<Collected> {
  const cloud = await startCloud(collection.world, collection.options)
  try {
    meet(cloud)
    const azureCloud = await publicCloud()
    const facts = await collect(
      { ...request, ...collection.request },
      () => collection.questions ?? [],
      {
        credential: credentialFor(
          {
            cloud: azureCloud,
            clientId: null,
            tenantId: null,
            audience: null,
            managedIdentity: false
          },
          {
            environment: {
              AZURE_CLIENT_ID: contoso.callerClientId,
              AZURE_TENANT_ID: contoso.tenantId,
              AZURE_CLIENT_SECRET: contoso.callerSecret
            },
            getIdToken: null,
            now: () => new Date(),
            time: endlessTime
          }
        ).credential,
        cloud: azureCloud,
        now: () => now,
        version: '0.0.0',
        ...(collection.limits === undefined ? {} : { limits: collection.limits })
      }
    )
    return {
      facts,
      requests: azureRequests(cloud.requests),
      registryRequests: registryRequests(cloud.requests),
      connections: cloud.connections
    }
  } finally {
    await cloud.close()
  }
}
