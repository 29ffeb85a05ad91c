import { get } from '@azure/arm-containerregistry/api/registries'
import { registryRead } from '../../facts/arm-actions.ts'
import type { Fact } from '../../facts/fact.ts'
import type { BootstrapRegistryAnswer, Registry, RegistryAnswer } from '../../facts/facts.ts'
import { UntrustedAnswerError } from '../arm-errors.ts'
import { byKey, type ByKey } from '../by-key.ts'
import type { Clients } from '../clients.ts'
import { rawBody } from '../raw-answers.ts'
import { factOf } from '../reasons.ts'
import { registryFrom } from './registry-body.ts'
import type { RegistryFinder } from './registry-finder.ts'
import { isRegistryId, loginServerOf } from '../../facts/registry-hosts.ts'
import type { RegistryLocation } from './registry-location.ts'
import { parseResourceId, resourceName } from '../../base/resource-id.ts'
import { readTenant } from '../subscriptions.ts'

/** The ARM bodies of registries by id. */
export type RegistryBodies = ByKey<string, unknown>

export const registryBodies = (clients: Clients): RegistryBodies =>
  byKey(
    id => id,
    id => registryBodyOf(clients, id)
  )

/** Reads the registry behind each host; several hosts of one registry share one request. */
export function registryReader(
  clients: Clients,
  finder: RegistryFinder,
  bodies: RegistryBodies
): (host: string) => Promise<RegistryAnswer> {
  const read = byKey(({ id }: RegistryLocation) => id, readAt(clients, bodies))
  return async host => {
    const loginServer = loginServerOf(host)
    const location = await finder.find(loginServer)
    if (!location.known) return { host, answer: location }
    const answer = await read(location.value)
    return { host, answer: isGone(answer) ? await readMoved(loginServer) : answer }
  }

  async function readMoved(loginServer: string): Promise<Fact<Registry>> {
    const location = await finder.findAgain(loginServer)
    return location.known ? read(location.value) : location
  }
}

const isGone = (answer: Fact<Registry>): boolean =>
  !answer.known && answer.reason.code === 'not-found'

/** A registry that a cluster names by its ARM id. */
export const readBootstrapRegistry =
  (clients: Clients, bodies: RegistryBodies) =>
  async (registryId: string): Promise<BootstrapRegistryAnswer> => {
    const location = {
      id: registryId,
      loginServer: resourceName(registryId).toLowerCase(),
      tenantId: null
    }
    return { registryId, answer: await readAt(clients, bodies)(location) }
  }

const readAt =
  (clients: Clients, bodies: RegistryBodies) =>
  (location: RegistryLocation): Promise<Fact<Registry>> =>
    factOf({ what: `registry ${location.loginServer}`, takes: registryRead }, async () => {
      const [body, tenantId] = await Promise.all([bodies(location.id), tenantOf(clients, location)])
      return registryFrom(body, tenantId)
    })

async function registryBodyOf(clients: Clients, id: string): Promise<unknown> {
  const parts = isRegistryId(id) ? parseResourceId(id) : null
  if (parts === null) throw new UntrustedAnswerError('its id is no ARM id of a registry')
  return rawBody(onResponse =>
    get(clients.containerRegistry(parts.subscriptionId), parts.resourceGroup, parts.name, {
      onResponse
    })
  )
}

/** A tenant that nobody tells stays null: it only sharpens the explanation. */
async function tenantOf(clients: Clients, location: RegistryLocation): Promise<string | null> {
  const parts = parseResourceId(location.id)
  if (location.tenantId !== null || parts === null) return location.tenantId
  return readTenant(clients, parts.subscriptionId)
}
