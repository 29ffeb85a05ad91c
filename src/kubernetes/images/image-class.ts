import type { ImageUse } from './image-use.ts'

/** Whether a kubelet surely pulls it: an image in some other field may be for anybody, and a mention for nobody. */
export const isSurelyPulled = (use: Pick<ImageUse, 'class'>): boolean =>
  use.class === 'pod' || use.class === 'container'
