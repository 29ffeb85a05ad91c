import type { Verdict } from '../../pulls/verdict.ts'
import type { FindingDraft } from '../check.ts'

const isAssumed = ({ result, evidence }: Verdict): boolean =>
  result === 'no-pull' && evidence.some(({ about }) => about === 'assumption')

/** Objects without a namespace are said to have none. */
const namespaceText = (namespace: string | null): string =>
  namespace === null || namespace === '' ? '' : ` of namespace ${namespace}`

const sayOtherwise = '--image-pull-secret NAME (action: imagepullsecrets)'

function assumptionOf({ uses }: Verdict): { readonly text: string; readonly cure: string } {
  const ofPod = uses.find(({ pod }) => pod !== null)
  return ofPod === undefined
    ? {
        text: 'it is assumed that its pods bring neither a pull secret nor an identity',
        cure: `If these pods get a pull secret in the cluster, say so: ${sayOtherwise}.`
      }
    : {
        text: `it is assumed that service account default${namespaceText(ofPod.workload.namespace)} brings no pull secret`,
        cure: `If the cluster gives service account default a pull secret, say so: ${sayOtherwise}, or --assume-default-account unknown (action: assume-default-account).`
      }
}

/** A refusal with what was taken for granted of pods that are not in sight, and how to say otherwise. */
export function assuming(verdict: Verdict, draft: FindingDraft): FindingDraft {
  if (!isAssumed(verdict)) return draft
  const { text, cure } = assumptionOf(verdict)
  return {
    ...draft,
    message: `${draft.message}; ${text}`,
    remediation: [...draft.remediation, { description: cure, command: null }]
  }
}
