import { listText } from '../../base/sentences.ts'
import type { ImageReference } from '../../kubernetes/images/image-reference.ts'
import type { ImageUse, NamedBeside } from '../../kubernetes/images/image-use.ts'
import type { ManifestsIndex } from '../manifests-index.ts'
import type { Credential } from './credentials.ts'
import { fewHidden, secretCredential } from './named-secrets.ts'
import { changerHints, hintedSecret } from './unseen-secrets.ts'

const noPodSpec =
  'No PodSpec surrounds the image here; its pods are assumed to add nothing to the pull, neither a pull secret nor an identity.'

/** What the pods of an image without a PodSpec may bring. */
type UnwrittenPod = {
  readonly credentials: readonly Credential[]
  /** In sentences. */
  readonly assumptions: readonly string[]
}

/**
 * A container outside of a PodSpec becomes part of a pod that something else describes, with an account of its choice
 * (a TaskRun, a Workflow, the pod that a sidecar goes into). What is only named like an image may be for no pod at all; where
 * its object names a pull secret or an account, the pods that come of it may get that.
 */
export function withoutPod(
  use: ImageUse,
  reference: ImageReference,
  manifests: ManifestsIndex
): UnwrittenPod {
  const { beside, workload, location } = use
  const namespace = workload.namespace ?? ''
  const named = (beside?.pullSecrets ?? []).map(name =>
    secretCredential({ name, namespace, file: location.file, images: null }, reference, manifests)
  )
  const isOpen = use.class === 'container' || beside !== null
  return {
    credentials: [
      ...(isOpen
        ? [
            ...fewHidden(named.map(withoutEnd)),
            beside === null ? unknownAccount : unknownPod(beside)
          ]
        : []),
      ...hintedSecret(changerHints(use, manifests))
    ],
    assumptions: isOpen ? [] : [noPodSpec]
  }
}

/** That the pod gets this Secret is not certain, so it cannot end the pull for certain. */
const withoutEnd = (credential: Credential): Credential =>
  credential.kind === 'undecodable-secret'
    ? { kind: 'broken-secret', fault: null, because: credential.because }
    : credential

const mostNames = 8

const firstOf = (names: readonly string[]): readonly string[] => {
  const left = names.length - mostNames
  return left > 0 ? [...names.slice(0, mostNames), `${left} more`] : names
}

function unknownPod({ pullSecrets, serviceAccounts, unnamed }: NamedBeside): Credential {
  const names = [
    ...pullSecrets.map(name => `pull secret ${name}`),
    ...serviceAccounts.map(name => `service account ${name}`),
    ...unnamed
  ]
  return {
    kind: 'hidden-account',
    name: serviceAccounts[0] ?? null,
    because: `No PodSpec surrounds the image, and its object names ${listText(firstOf(names))}; what its pods get of that is known to the cluster alone.`
  }
}

const unknownAccount: Credential = {
  kind: 'hidden-account',
  name: null,
  because:
    'No PodSpec surrounds the container; the object that makes a pod of it may bring a service account and pull secrets.'
}
