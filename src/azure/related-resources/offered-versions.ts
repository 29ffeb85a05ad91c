import * as z from 'zod/mini'
import type { OfferedVersion, OfferedVersionsAnswer } from '../../facts/related-resources.ts'
import { UntrustedAnswerError } from '../arm-errors.ts'
import type { Clients } from '../clients.ts'
import { factOf } from '../reasons.ts'
import { resourceAt } from './arm-resources.ts'

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
export async function readOfferedVersions(
  clients: Clients,
  asked: Pick<OfferedVersionsAnswer, 'subscriptionId' | 'location'>
): Promise<OfferedVersionsAnswer> {
  const { subscriptionId, location } = asked
  const subject = {
    what: `the list of Kubernetes versions in ${location}`,
    permission: 'Microsoft.ContainerService/locations/kubernetesVersions/read'
  }
  const answer = await factOf(subject, async (): Promise<readonly OfferedVersion[]> => {
    const path = `/subscriptions/${subscriptionId}/providers/Microsoft.ContainerService/locations/${encodeURIComponent(location)}/kubernetesVersions`
    const { values } = versionsBody.parse(await resourceAt(clients, path, apiVersion))
    if (values.length === 0) throw new UntrustedAnswerError('it is empty')
    return values.map(({ version, isPreview, capabilities }) => ({
      minor: version,
      supportPlans: capabilities?.supportPlan ?? [],
      preview: isPreview ?? false
    }))
  })
  return { subscriptionId, location, answer }
}
