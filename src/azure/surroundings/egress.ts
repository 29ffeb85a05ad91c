import { BlockList } from 'node:net'
import * as z from 'zod/mini'
import { unknown } from '../../facts/fact.ts'
import type { Cluster } from '../../facts/facts.ts'
import type { EgressAddress, EgressAnswer } from '../../facts/surroundings.ts'
import { UntrustedAnswerError } from '../arm-errors.ts'
import type { Clients } from '../clients.ts'
import { factOf } from '../reasons.ts'
import { resourceAt } from './arm-resources.ts'

const apiVersion = '2024-05-01'

const publicAddressBody = z.object({ properties: z.object({ ipAddress: z.string() }) })

const rulesBody = z.object({
  properties: z.object({
    networkRuleSet: z.object({
      ipRules: z.array(z.object({ action: z.nullish(z.string()), value: z.string() }))
    })
  })
})

/** IPv4 addresses and CIDR ranges, the only forms of a registry's rules (ACR docs, "Configure public IP network rules"). */
function allowList(registryBody: unknown): BlockList {
  const { ipRules } = rulesBody.parse(registryBody).properties.networkRuleSet
  const list = new BlockList()
  for (const { action, value } of ipRules) {
    const [address = '', prefix] = value.split('/')
    if ((action ?? 'Allow').toLowerCase() !== 'allow') continue
    if (prefix === undefined) list.addAddress(address)
    else list.addSubnet(address, Number(prefix))
  }
  return list
}

async function publicAddress(clients: Clients, id: string): Promise<string> {
  if (!/\/Microsoft\.Network\/publicIPAddresses\/[^/?#]+$/i.test(id))
    throw new UntrustedAnswerError(`${id} is no public IP address`)
  return publicAddressBody.parse(await resourceAt(clients, id, apiVersion)).properties.ipAddress
}

/**
 * The addresses that a cluster goes out with, and whether the firewall of a registry lets each in. Decided here, because
 * the rules of a registry are no fact that may be kept in a file.
 */
export async function readEgress(
  clients: Clients,
  asked: Pick<EgressAnswer, 'clusterId' | 'registryId'>,
  { name, outboundIpIds }: Cluster,
  registryBody: () => Promise<unknown>
): Promise<EgressAnswer> {
  if (outboundIpIds.length === 0)
    return {
      ...asked,
      answer: unknown(
        'not-collected',
        `Azure does not tell how the nodes of cluster ${name} go out`
      )
    }
  const subject = {
    what: `the public IP addresses of cluster ${name}`,
    permission: 'Microsoft.Network/publicIPAddresses/read'
  }
  const answer = await factOf(subject, async (): Promise<readonly EgressAddress[]> => {
    const [body, addresses] = await Promise.all([
      registryBody(),
      Promise.all(outboundIpIds.map(id => publicAddress(clients, id)))
    ])
    const allowed = allowList(body)
    return addresses.map(address => ({ address, allowed: allowed.check(address) }))
  })
  return { ...asked, answer }
}
