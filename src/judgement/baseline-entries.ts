import type { ImageUse } from '../kubernetes/images/image-use.ts'
import type { BaselineEntry } from '../settings/baseline-file.ts'
import type { Side } from './side.ts'

/** `apps/v1 Deployment shop/web`; of what is no object of Kubernetes, its file. */
const objectOf = ({ workload, location }: ImageUse): string =>
  workload.namespace === null
    ? location.file
    : `${workload.apiVersion} ${workload.kind} ${workload.namespace}/${workload.name}`

/** All that was found, as a baseline has it. A reason that an old one gives stays. */
export const baselineEntries = (
  { found }: Pick<Side, 'found'>,
  old: readonly BaselineEntry[]
): readonly BaselineEntry[] => {
  const reasons = new Map(old.map(({ fingerprint, reason }) => [fingerprint, reason]))
  return found.flatMap(({ check, draft, parts }) =>
    parts.map(({ fingerprint, use, locations: [place] }) => {
      const reason = reasons.get(fingerprint)
      return {
        fingerprint,
        check: check.id,
        object: use === null ? (place?.file ?? null) : objectOf(use),
        image: use?.image.text ?? draft.image ?? null,
        registry: draft.registry ?? null,
        cluster: draft.cluster ?? null,
        ...(reason === undefined ? {} : { reason })
      }
    })
  )
}
