import { secretHints } from '../../access/credentials/unseen-secrets.ts'
import { indexManifests } from '../../access/manifests-index.ts'
import type { Manifests } from '../../kubernetes/manifests.ts'
import type { Verdict } from '../../pulls/verdict.ts'
import type { FindingDraft } from '../check.ts'
import { alternatives } from './alternatives.ts'
import { hintedCures } from '../secrets/unseen-text.ts'

/** A refusal with the pull secrets of the manifests that would be for the registry, and that the pod does not get. */
export function withUnnamedSecrets(
  manifests: Manifests,
  verdict: Verdict,
  draft: FindingDraft
): FindingDraft {
  const objects = indexManifests(manifests)
  const hints = verdict.uses.flatMap(({ pod, image, workload }) =>
    pod === null || image.kind !== 'reference'
      ? []
      : secretHints(workload.namespace ?? '', image.reference, objects)
  )
  const texts = [...new Set(hints.map(({ text }) => text))]
  return texts.length === 0
    ? draft
    : {
        ...draft,
        message: `${draft.message}; ${texts.join('; ')}`,
        remediation: alternatives([draft.remediation, ...hintedCures(hints, verdict)])
      }
}
