import * as z from 'zod/mini'
import { unknown } from '../../facts/fact.ts'
import { scaleSetsRead, type ScaleSet } from '../../facts/related-resources/scale-sets.ts'
import { factOf } from '../reasons.ts'
import { listAt } from './arm-resources.ts'
import type { Reader } from './reader.ts'

const apiVersion = '2024-07-01'

const scaleSetBody = z.object({
  name: z.string(),
  tags: z.nullish(z.record(z.string(), z.string())),
  identity: z.nullish(
    z.object({ userAssignedIdentities: z.nullish(z.record(z.string(), z.unknown())) })
  )
})

/** ARM `virtualMachineScaleSets` in our words; AKS tags each with the name of its pool. */
function scaleSetFrom(json: unknown): ScaleSet {
  const { name, tags, identity } = scaleSetBody.parse(json)
  return {
    name,
    nodePool: tags?.['aks-managed-poolName'] ?? null,
    identityIds: Object.keys(identity?.userAssignedIdentities ?? {})
  }
}

export const readScaleSets: Reader<'scaleSets'> = async ({ clusterId }, { clients, cluster }) => {
  const found = await cluster(clusterId)
  if (!found.known) return found
  const { subscriptionId, nodeResourceGroup } = found.value
  if (nodeResourceGroup === null)
    return unknown('not-collected', 'Azure does not tell the resource group of the nodes')
  const group = `/subscriptions/${subscriptionId}/resourceGroups/${encodeURIComponent(nodeResourceGroup)}`
  const subject = {
    what: `the list of scale sets in resource group ${nodeResourceGroup}`,
    takes: scaleSetsRead
  }
  return factOf(subject, async () => {
    const path = `${group}/providers/Microsoft.Compute/virtualMachineScaleSets`
    return (await listAt(clients, path, apiVersion)).map(scaleSetFrom)
  })
}
