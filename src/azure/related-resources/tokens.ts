import * as z from 'zod/mini'
import {
  scopeMapsRead,
  tokensRead,
  type RegistryToken
} from '../../facts/related-resources/tokens.ts'
import { UntrustedAnswerError } from '../arm-errors.ts'
import type { Clients } from '../clients.ts'
import { factOf } from '../reasons.ts'
import { resourceName } from '../../base/resource-id.ts'
import { child, registryApiVersion } from './arm-resources.ts'
import type { Reader } from './reader.ts'

const text = z.nullish(z.string())

const tokenBody = z.object({
  properties: z.object({
    status: text,
    scopeMapId: text,
    credentials: z.nullish(z.object({ passwords: z.nullish(z.array(z.object({ expiry: text }))) }))
  })
})

const scopeMapBody = z.object({ properties: z.object({ actions: z.array(z.string()) }) })

/** A token of a registry (`registries/tokens`) with what its scope map allows. */
export const readToken: Reader<'tokens'> = ({ registryId, name }, { clients }) => {
  const subject = {
    what: `token ${name} of registry ${resourceName(registryId)}`,
    takes: tokensRead
  }
  return factOf(subject, async (): Promise<RegistryToken> => {
    const body = await child(clients, registryId, 'tokens', name, registryApiVersion)
    const { status, scopeMapId, credentials } = tokenBody.parse(body).properties
    return {
      enabled: status?.toLowerCase() !== 'disabled',
      passwordExpiries: (credentials?.passwords ?? []).map(({ expiry }) => expiry ?? null),
      scopeMap: nameIn(scopeMapId),
      actions: await readActions(clients, registryId, nameIn(scopeMapId))
    }
  })
}

const nameIn = (id: string | null | undefined): string | null =>
  id == null ? null : resourceName(id)

const readActions = (clients: Clients, registryId: string, name: string | null) => {
  const subject = {
    what: `scope map ${name ?? ''} of registry ${resourceName(registryId)}`,
    takes: scopeMapsRead
  }
  return factOf(subject, async () => {
    if (name === null) throw new UntrustedAnswerError('the token names no scope map')
    const body = await child(clients, registryId, 'scopeMaps', name, registryApiVersion)
    return scopeMapBody.parse(body).properties.actions
  })
}
