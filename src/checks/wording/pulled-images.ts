import { isSurelyPulled } from '../../kubernetes/images/image-class.ts'
import type { ImageReference } from '../../kubernetes/images/image-reference.ts'
import type { ImageUse } from '../../kubernetes/images/image-use.ts'
import type { CheckContext } from '../check.ts'

export type PulledImage = { readonly use: ImageUse; readonly reference: ImageReference }

export const pulledImages = ({ manifests }: CheckContext): readonly PulledImage[] =>
  manifests.uses
    .filter(isSurelyPulled)
    .flatMap(use =>
      use.image.kind === 'reference' ? [{ use, reference: use.image.reference }] : []
    )
