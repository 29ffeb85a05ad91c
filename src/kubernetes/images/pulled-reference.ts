import { placeholdersIn } from '../placeholders/placeholders.ts'
import type { ParsedImage } from './parsed-image.ts'

type Reference = Extract<ParsedImage, { readonly kind: 'reference' }>

/**
 * By what a node asks the registry for an image: the digest where one is written, else the tag, else `latest`
 * (kubernetes pkg/kubelet/images/image_manager.go, applyDefaultImageTag). null: a placeholder stands there.
 */
export function pulledReference({ text, reference: { tag, digest } }: Reference): string | null {
  if (digest !== null) return digest
  // What a placeholder behind the tag stands for may be a digest.
  if (text.includes('@')) return null
  if (tag !== null) return tag
  return placeholdersIn(text).length === 0 ? 'latest' : null
}
