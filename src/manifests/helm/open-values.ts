import { groupBy } from '../../base/group-by.ts'
import { parseImage } from '../../kubernetes/images/parsed-image.ts'
import type { ImageUse } from '../../kubernetes/images/image-use.ts'
import type { ManifestProblem } from '../../kubernetes/manifests.ts'
import { valueOfChart } from '../../kubernetes/images/chart-values.ts'
import type { FileContent } from '../../kubernetes/read.ts'
import type { Location } from '../../yaml/location.ts'
import { sourceAbove, sourceComments } from './chart-source.ts'
import type { OpenKey } from './open-keys.ts'

/** A chart as it was rendered: its text, and what was read of it. */
export type Rendering = { readonly text: string; readonly content: FileContent }

/** Legal as a host label, in a repository, a tag and a digest, and in nothing that people write. */
export const markOf = (index: number): string => `zq${index}qz`

const anyMark = /zq(\d+)qz/g

/** A place where an image should be: one that was read, or a problem in its stead. */
type Spot = {
  readonly location: Location
  readonly use: ImageUse | null
  readonly problem: ManifestProblem | null
}

/** What Helm and Go print for a value that is not there. */
const nothingPrinted = /<nil>|<no value>/

const isOpen = ({ use }: Spot): boolean =>
  use === null || use.image.kind === 'invalid' || nothingPrinted.test(use.image.text)

const spotsIn = ({ uses, problems }: FileContent): readonly Spot[] =>
  [
    ...uses.map(use => ({ location: use.location, use, problem: null })),
    ...problems
      .filter(({ check }) => check === 'image-not-text')
      .map(problem => ({ location: problem.location, use: null, problem }))
  ].sort(
    (one, other) =>
      one.location.line - other.location.line || one.location.column - other.location.column
  )

/** Places whose image is none, which a value that nobody has set may explain. */
export const openPlaces = (content: FileContent): readonly Location[] =>
  spotsIn(content)
    .filter(isOpen)
    .map(({ location }) => location)

/** The same places in two renderings; a template that came out with other places than before says nothing. */
const pairs = (plain: Rendering, marked: Rendering): readonly (readonly [Spot, Spot])[] => {
  const byTemplate = ({ text, content }: Rendering) => {
    const comments = sourceComments(text.split('\n'))
    return groupBy(spotsIn(content), ({ location }) => sourceAbove(comments, location.line) ?? '')
  }
  const others = byTemplate(marked)
  return [...byTemplate(plain)].flatMap(([template, spots]) => {
    const found = others.get(template) ?? []
    if (found.length !== spots.length) return []
    return spots.flatMap((spot, index) => {
      const other = found[index]
      return other === undefined ? [] : [[spot, other] as const]
    })
  })
}

type Explained = { readonly use: ImageUse; readonly keys: readonly OpenKey[] }

/** The image as it would be with the values of these keys, which stand in it as placeholders. */
const explained = (spot: Spot, marked: Spot, keys: readonly OpenKey[]): Explained | null => {
  const text = marked.use?.image.text ?? ''
  const found = [...text.matchAll(anyMark)].flatMap(([, number]) => keys[Number(number)] ?? [])
  if (marked.use === null || found.length === 0) return null
  const shown = text.replace(anyMark, (mark, number: string) => {
    const key = keys[Number(number)]
    return key === undefined ? mark : valueOfChart(key.text)
  })
  const image = parseImage(shown, {})
  return {
    use: { ...(spot.use ?? { ...marked.use, location: spot.location }), image },
    keys: found
  }
}

export type Opened = {
  readonly content: FileContent
  /** Where the value is to be set, by `placeKey`; none for an image that only lacks its tag. */
  readonly places: ReadonlyMap<string, Location>
}

/** A place in the rendered text. */
export const placeKey = ({ line, column }: Location): string => `${line}:${column}`

/** The content with what the second rendering, with a mark at each key, explains of the images that are none. */
export const withOpenValues = (
  plain: Rendering,
  marked: Rendering,
  keys: readonly OpenKey[]
): Opened => {
  const bySpot = new Map<ImageUse | ManifestProblem, Explained>()
  for (const [spot, other] of pairs(plain, marked)) {
    const found = isOpen(spot) ? explained(spot, other, keys) : null
    const place = spot.use ?? spot.problem
    if (found !== null && place !== null) bySpot.set(place, found)
  }
  const { content } = plain
  const added = content.problems.flatMap(problem => bySpot.get(problem)?.use ?? [])
  const places = [...bySpot.values()].flatMap(({ use, keys: found }) => {
    const location = found[0]?.location ?? null
    return use.image.kind !== 'unresolved' || location === null
      ? []
      : [[placeKey(use.location), location] as const]
  })
  return {
    content: {
      ...content,
      uses: [...content.uses.map(use => bySpot.get(use)?.use ?? use), ...added],
      problems: content.problems.filter(problem => !bySpot.has(problem))
    },
    places: new Map(places)
  }
}
