import type { Flood } from './flood.ts'
import { images } from './images.ts'
import { shapes } from './shapes.ts'

export const floods: readonly Flood[] = [...images, ...shapes]
