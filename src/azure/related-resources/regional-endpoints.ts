import * as z from 'zod/mini'
import { resourceName } from '../../base/resource-id.ts'
import { registryRead } from '../../facts/arm-actions.ts'
import type { RegionalEndpoints } from '../../facts/related-resources/regional-endpoints.ts'
import { factOf } from '../reasons.ts'
import { resourceAt } from './arm-resources.ts'
import type { Reader } from './reader.ts'

/** The first api-version that tells of regional endpoints (Azure/acr docs/preview/regional-endpoints); the SDK knows no preview. */
const apiVersion = '2026-01-01-preview'

const registryBody = z.object({
  properties: z.object({
    regionalEndpoints: z.nullish(z.string()),
    regionalEndpointHostNames: z.nullish(z.array(z.string()))
  })
})

const states: Readonly<Record<string, boolean>> = { enabled: true, disabled: false }

function settingsFrom(json: unknown): RegionalEndpoints {
  const { regionalEndpoints, regionalEndpointHostNames } = registryBody.parse(json).properties
  return {
    enabled: states[regionalEndpoints?.toLowerCase() ?? ''] ?? null,
    hosts: (regionalEndpointHostNames ?? []).map(host => host.toLowerCase())
  }
}

export const readRegionalEndpoints: Reader<'regionalEndpoints'> = ({ registryId }, { clients }) =>
  factOf(
    {
      what: `the regional endpoints of registry ${resourceName(registryId)}`,
      takes: registryRead
    },
    async () => settingsFrom(await resourceAt(clients, registryId, apiVersion))
  )
