import type { ImageUse } from '../../kubernetes/images/image-use.ts'
import type { RegistryPulls } from '../../pulls/pulls-by-registry.ts'
import type { FindingDraft } from '../check.ts'

/** One finding for all images; a single one is named. */
export function subjectOfPulls(
  { clusterId, host }: RegistryPulls,
  uses: readonly ImageUse[]
): Pick<FindingDraft, 'uses' | 'cluster' | 'registry' | 'image'> {
  const [image, ...others] = new Set(uses.map(use => use.image.text))
  return {
    uses,
    cluster: clusterId,
    registry: host,
    ...(image === undefined || others.length > 0 ? {} : { image })
  }
}

/** How the messages about all images of a registry begin. */
export const pullsText = ({ host, cluster }: RegistryPulls): string =>
  `Pulls from ${host} on cluster ${cluster.name}`
