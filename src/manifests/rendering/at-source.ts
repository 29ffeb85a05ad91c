import type { Location } from '../../yaml/location.ts'
import type { Origin } from '../../kubernetes/images/image-use.ts'
import type { FileContent } from '../../kubernetes/read.ts'

/** Where a piece of rendered text is written, and how sure that is. */
export type SourcePlace = {
  readonly location: Location
  /** `exact`: proven; `likely`: the one place that fits; `file`: only the file is certain. */
  readonly confidence: Origin['confidence']
  /** Other places that the text is put together from. */
  readonly related?: readonly Location[]
}

/** Finds the source of what stands at a location of the rendered text. */
export type SourceFinder = (rendered: Location) => SourcePlace

/** Which chart or kustomization was rendered; the path is as reported. */
export type Rendered = Pick<Origin, 'renderer' | 'path'>

/** What was read from rendered text, moved to the lines that a person edits. */
export const atSource = (
  content: FileContent,
  rendered: Rendered,
  placeOf: SourceFinder
): FileContent => {
  const moved = <Located extends { readonly location: Location }>(items: readonly Located[]) =>
    items.map(item => ({ ...item, location: placeOf(item.location).location }))
  return {
    uses: content.uses.map(use => {
      const { location, confidence, related = [] } = placeOf(use.location)
      return {
        ...use,
        location,
        related,
        origin: { ...rendered, confidence },
        ...(use.suppressions === undefined ? {} : { suppressions: moved(use.suppressions) })
      }
    }),
    serviceAccounts: moved(content.serviceAccounts),
    secrets: moved(content.secrets),
    pullBindings: moved(content.pullBindings),
    podChangers: moved(content.podChangers),
    identityUses: moved(content.identityUses),
    problems: moved(content.problems)
  }
}
