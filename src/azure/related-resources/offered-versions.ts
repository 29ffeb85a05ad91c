import * as z from 'zod/mini'
import {
  offeredVersionsRead,
  type OfferedVersion
} from '../../facts/related-resources/offered-versions.ts'
import { UntrustedAnswerError } from '../arm-errors.ts'
import { factOf } from '../reasons.ts'
import { resourceAt } from './arm-resources.ts'
import type { Reader } from './reader.ts'

const apiVersion = '2026-06-01'

const versionsBody = z.object({
  values: z.array(
    z.object({
      version: z.string(),
      isPreview: z.nullish(z.boolean()),
      capabilities: z.nullish(z.object({ supportPlan: z.nullish(z.array(z.string())) }))
    })
  )
})

/** The minors that AKS offers at a location (`locations/kubernetesVersions`), with the plans that cover them. */
export const readOfferedVersions: Reader<'offeredVersions'> = (
  { subscriptionId, location },
  { clients }
) => {
  const subject = {
    what: `the list of Kubernetes versions in ${location}`,
    takes: offeredVersionsRead
  }
  return factOf(subject, async (): Promise<readonly OfferedVersion[]> => {
    const path = `/subscriptions/${subscriptionId}/providers/Microsoft.ContainerService/locations/${encodeURIComponent(location)}/kubernetesVersions`
    const { values } = versionsBody.parse(await resourceAt(clients, path, apiVersion))
    if (values.length === 0) throw new UntrustedAnswerError('it is empty')
    return values.map(({ version, isPreview, capabilities }) => ({
      minor: version,
      supportPlans: capabilities?.supportPlan ?? [],
      preview: isPreview ?? false
    }))
  })
}
