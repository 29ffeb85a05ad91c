import * as z from 'zod/mini'
import { usagesRead, type Storage } from '../../facts/related-resources/storage.ts'
import { UntrustedAnswerError } from '../arm-errors.ts'
import { factOf } from '../reasons.ts'
import { resourceName } from '../../base/resource-id.ts'
import { registryApiVersion, resourceAt } from './arm-resources.ts'
import type { Reader } from './reader.ts'

const usagesBody = z.object({
  value: z.array(z.object({ name: z.string(), limit: z.number(), currentValue: z.number() }))
})

type Usage = z.infer<typeof usagesBody>['value'][number]

function usageOf(usages: readonly Usage[], wanted: string): Usage {
  const usage = usages.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())
  if (usage === undefined) throw new UntrustedAnswerError(`it has no row ${wanted}`)
  return usage
}

/** Other rows say -1 for "no limit". */
function maximumOf(usages: readonly Usage[]): number {
  const { limit } = usageOf(usages, 'MaximumStorageCapacity')
  if (limit <= 0) throw new UntrustedAnswerError('it does not tell the maximum')
  return limit
}

/**
 * How full a registry is (`registries/listUsages`), in bytes. The limit of row Size is no more than what the tier includes
 * in its price; where pushes end is a row of its own (Azure/azure-cli#32263).
 */
export const readStorage: Reader<'storage'> = ({ registryId }, { clients }) => {
  const subject = {
    what: `the storage usage of registry ${resourceName(registryId)}`,
    takes: usagesRead
  }
  return factOf(subject, async (): Promise<Storage> => {
    const body = await resourceAt(clients, `${registryId}/listUsages`, registryApiVersion)
    const usages = usagesBody.parse(body).value
    return { usedBytes: usageOf(usages, 'Size').currentValue, limitBytes: maximumOf(usages) }
  })
}
