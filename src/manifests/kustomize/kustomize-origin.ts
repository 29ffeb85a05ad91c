import { resolve } from 'node:path'
import { mappingIn } from '../../yaml/nodes.ts'
import {
  nodeAt,
  parseDocuments,
  plainValue,
  scalarAt,
  type LocatedDocument
} from '../../kubernetes/read.ts'
import * as z from 'zod/mini'

/**
 * What kustomize writes into `config.kubernetes.io/origin` (api/resource/origin.go): a local file, a
 * file of a repository, or the generator that made the object.
 */
const originSchema = z.object({
  path: z.optional(z.string()),
  repo: z.optional(z.string()),
  configuredIn: z.optional(z.string())
})

export type ObjectOrigin =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'generator'; readonly path: string }
  | { readonly kind: 'remote'; readonly url: string }

const annotation = 'config.kubernetes.io/origin'

/** The origin of one built object; paths are made absolute from the directory that was built, then those of the workspace. */
export const originOf = (
  { root }: LocatedDocument,
  directory: string,
  originalOf: (path: string) => string
): ObjectOrigin | null => {
  const text = scalarAt(root, ['metadata', 'annotations', annotation])?.text
  if (text === undefined) return null
  const [document] = parseDocuments({ file: annotation, text }).documents
  const { data } = originSchema.safeParse(plainValue(document?.root ?? null))
  if (data?.repo !== undefined) return { kind: 'remote', url: data.repo }
  if (data?.path?.includes('://') === true) return { kind: 'remote', url: data.path }
  if (data?.path !== undefined)
    return { kind: 'file', path: originalOf(resolve(directory, data.path)) }
  return data?.configuredIn === undefined
    ? null
    : { kind: 'generator', path: originalOf(resolve(directory, data.configuredIn)) }
}

/**
 * The built text without these annotations, which are ours and not the user's. Their characters
 * become spaces, so that every position stays what it was.
 */
export const withoutOrigins = (text: string, documents: readonly LocatedDocument[]): string => {
  let kept = ''
  let from = 0
  for (const { root } of documents) {
    const annotations = mappingIn(nodeAt(root, ['metadata', 'annotations']))
    const entry = annotations?.entries.find(({ key }) => key.text === annotation)
    if (entry === undefined) continue
    kept += text.slice(from, entry.key.start) + blank(text.slice(entry.key.start, entry.value.end))
    from = entry.value.end
  }
  return kept + text.slice(from)
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')
