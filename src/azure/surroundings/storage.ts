import * as z from 'zod/mini'
import type { Storage, StorageAnswer } from '../../facts/surroundings.ts'
import { UntrustedAnswerError } from '../arm-errors.ts'
import type { Clients } from '../clients.ts'
import { factOf } from '../reasons.ts'
import { lastSegment } from '../resource-id.ts'
import { registryApiVersion, resourceAt } from './arm-resources.ts'

const usagesBody = z.object({
  value: z.array(z.object({ name: z.string(), limit: z.number(), currentValue: z.number() }))
})

/** How full a registry is (`registries/listUsages`, the row named Size, in bytes). */
export async function readStorage(clients: Clients, registryId: string): Promise<StorageAnswer> {
  const subject = {
    what: `the storage usage of registry ${lastSegment(registryId)}`,
    permission: 'Microsoft.ContainerRegistry/registries/listUsages/read'
  }
  const answer = await factOf(subject, async (): Promise<Storage> => {
    const body = await resourceAt(clients, `${registryId}/listUsages`, registryApiVersion)
    const size = usagesBody.parse(body).value.find(({ name }) => name.toLowerCase() === 'size')
    if (size === undefined) throw new UntrustedAnswerError('it does not tell the size')
    return { usedBytes: size.currentValue, limitBytes: size.limit }
  })
  return { registryId, answer }
}
