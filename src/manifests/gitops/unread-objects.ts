import { documentsInTurn, nothingReported, type FileContent } from '../../kubernetes/read.ts'
import { mayHoldObjects, type ReadSource } from './gitops-objects.ts'

/** Kinds of Flux and Argo CD that say how other files are deployed. */
const deploying = /\bkind["']?\s*:\s*["']?(Kustomization|HelmRelease|ApplicationSet|Application)\b/

/** What no controller reads either, as it stands. */
const isTemplate = (text: string): boolean => text.includes('{{')

function unreadKindIn({ source }: ReadSource): string | null {
  if (!mayHoldObjects(source.text) || !deploying.test(source.text)) return null
  const parsing = documentsInTurn(source, mayHoldObjects, nothingReported)
  // What was not read is complete once all documents were asked for.
  Array.from(parsing.documents)
  const texts = parsing.unread.map(({ start, end }) => source.text.slice(start, end))
  const kinds = texts.map(text => (isTemplate(text) ? null : (deploying.exec(text)?.[1] ?? null)))
  return kinds.find(kind => kind !== null) ?? null
}

/**
 * The first object that deploys other files, is there and cannot be read, as a clause; null: there is none. Which files it
 * deploys, and with which images, nobody knows.
 */
export function unreadDeployingObject(sources: readonly ReadSource[]): string | null {
  for (const each of sources) {
    const kind = unreadKindIn(each)
    if (kind !== null) return `the ${kind} in ${each.source.file} cannot be read`
  }
  return null
}

/** What is read of files that such an object may deploy otherwise. */
export const withUnreadObject = (content: FileContent, unread: string | null): FileContent =>
  unread === null
    ? content
    : {
        ...content,
        uses: content.uses.map(use => ({ ...use, overridden: use.overridden ?? unread }))
      }
