import { BlockList, isIPv4, isIPv6 } from 'node:net'
import * as z from 'zod/mini'
import { unknown, type Fact } from '../../facts/fact.ts'
import { registryRead } from '../../facts/arm-actions.ts'
import { publicAddressesRead, type EgressAddress } from '../../facts/related-resources/egress.ts'
import { UntrustedAnswerError } from '../arm-errors.ts'
import type { Clients } from '../clients.ts'
import { factOf } from '../reasons.ts'
import { resourceName } from '../../base/resource-id.ts'
import { resourceAt } from './arm-resources.ts'
import type { Reader } from './reader.ts'

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
    const [address = '', prefix = '32'] = value.split('/')
    if ((action ?? 'Allow').toLowerCase() !== 'allow' || isIPv6(address)) continue
    if (!isIPv4(address) || !/^\d{1,2}$/.test(prefix) || Number(prefix) > 32)
      throw new UntrustedAnswerError('one of its rules is no IPv4 address or range')
    list.addSubnet(address, Number(prefix))
  }
  return list
}

/** Endpoints of a registry are reached over IPv4 ("IPv6 dual-stack endpoints in Azure Container Registry", a preview). */
function ofVersion4(addresses: readonly string[]): readonly string[] {
  const found = addresses.filter(isIPv4)
  if (found.length === 0)
    throw new UntrustedAnswerError('the cluster goes out with no IPv4 address')
  return found
}

const publicAddressId =
  /^\/subscriptions\/[^/?#]+\/resourceGroups\/[^/?#]+\/providers\/Microsoft\.Network\/publicIPAddresses\/[^/?#]+$/i

/** The address behind an ARM id; never rejects, so that nobody goes on asking after an answer is there. */
export function readPublicAddress(clients: Clients, id: string): Promise<Fact<string>> {
  const subject = {
    what: `public IP address ${resourceName(id)}`,
    takes: publicAddressesRead
  }
  return factOf(subject, async () => {
    if (!publicAddressId.test(id))
      throw new UntrustedAnswerError('its id is no ARM id of a public IP address')
    return publicAddressBody.parse(await resourceAt(clients, id, apiVersion)).properties.ipAddress
  })
}

/**
 * The addresses that a cluster goes out with, and whether the firewall of a registry lets each in. Decided here, because
 * the rules of a registry are no fact that may be kept in a file.
 */
export const readEgress: Reader<'egress'> = async (
  { clusterId, registryId },
  { cluster, publicAddress, registryBody }
) => {
  const found = await cluster(clusterId)
  if (!found.known) return found
  const { name, outboundIpIds } = found.value
  if (outboundIpIds.length === 0)
    return unknown('not-collected', `Azure does not tell how the nodes of cluster ${name} go out`)
  const answers = await Promise.all(outboundIpIds.map(publicAddress))
  const missing = answers.find(({ known }) => !known)
  if (missing?.known === false) return missing
  const addresses = answers.flatMap(answer => (answer.known ? [answer.value] : []))
  const subject = {
    what: `the firewall rules of registry ${resourceName(registryId)}`,
    takes: registryRead
  }
  return factOf(subject, async (): Promise<readonly EgressAddress[]> => {
    const allowed = allowList(await registryBody(registryId))
    return ofVersion4(addresses).map(address => ({ address, allowed: allowed.check(address) }))
  })
}
