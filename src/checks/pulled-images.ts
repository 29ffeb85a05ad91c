import type { ImageReference } from '../kubernetes/image-reference.ts'
import type { ImageUse } from '../kubernetes/manifests.ts'
import type { CheckContext } from './check.ts'

export type PulledImage = { readonly use: ImageUse; readonly reference: ImageReference }

/** Only what a kubelet surely pulls: an image of another registry in some field may be for anybody. */
export const pulledImages = ({ manifests }: CheckContext): readonly PulledImage[] =>
  manifests.uses
    .filter(use => use.class === 'pod' || use.class === 'container')
    .flatMap(use =>
      use.image.kind === 'reference' ? [{ use, reference: use.image.reference }] : []
    )
