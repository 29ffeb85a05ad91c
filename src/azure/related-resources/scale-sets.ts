import * as z from 'zod/mini'
import { unknown } from '../../facts/fact.ts'
import type { Cluster } from '../../facts/facts.ts'
import type { ScaleSet, ScaleSetsAnswer } from '../../facts/related-resources.ts'
import type { Clients } from '../clients.ts'
import { factOf } from '../reasons.ts'
import { listAt } from './arm-resources.ts'

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

export async function readScaleSets(
  clients: Clients,
  clusterId: string,
  { subscriptionId, nodeResourceGroup }: Cluster
): Promise<ScaleSetsAnswer> {
  if (nodeResourceGroup === null)
    return {
      clusterId,
      answer: unknown('not-collected', 'Azure does not tell the resource group of the nodes')
    }
  const group = `/subscriptions/${subscriptionId}/resourceGroups/${encodeURIComponent(nodeResourceGroup)}`
  const subject = {
    what: `the list of scale sets in resource group ${nodeResourceGroup}`,
    permission: 'Microsoft.Compute/virtualMachineScaleSets/read'
  }
  const answer = await factOf(subject, async () => {
    const path = `${group}/providers/Microsoft.Compute/virtualMachineScaleSets`
    return (await listAt(clients, path, apiVersion)).map(scaleSetFrom)
  })
  return { clusterId, answer }
}
