import type { ManifestObject } from './kubernetes-objects.ts'
import type { Substitution } from './placeholders/placeholders.ts'
import { nodeAt, textIn } from '../yaml/nodes.ts'

/** fluxcd.io, Kustomization, "Post build variable substitution": as a label or an annotation it keeps Flux off an object. */
const switchKey = 'kustomize.toolkit.fluxcd.io/substitute'

/** A controller deploys the text and fills in nothing, not even a default. */
export const nothingFilled: Substitution = { variables: {}, hidden: 'all' }

const isSwitchedOff = ({ node }: ManifestObject): boolean =>
  ['labels', 'annotations'].some(
    place => textIn(nodeAt(node, ['metadata', place, switchKey])) === 'disabled'
  )

/** What a controller that deploys the file fills in for one of its objects. */
export const substitutionFor = (
  object: ManifestObject,
  ofFile: Substitution | null
): Substitution | null => (isSwitchedOff(object) ? nothingFilled : ofFile)
