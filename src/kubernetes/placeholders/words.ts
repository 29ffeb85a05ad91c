/** Words that stand for a registry which the reader is to put in, although a host could be written so. */
type WordRow = {
  /** Of a whole host label, or of a host without dots. */
  readonly pattern: RegExp
  readonly examples: readonly string[]
  readonly source: string
}

const seen = 'seen in public repositories and in documentation of Microsoft'

/**
 * No row matches what people call a registry of their own: names such as `myregistry` and `acrdev` are judged. A registry
 * that is called so nevertheless is not judged, and the finding says why.
 */
const wordRows: readonly WordRow[] = [
  {
    pattern: /^x{3,}$/i,
    examples: ['XXXXXX', 'xxx'],
    source: seen
  },
  {
    pattern: /^your(?:[-_]|(?=acr|azure|container|registry|docker|company|org))/i,
    examples: ['your-acr-name', 'YOUR_ACR', 'yourregistry'],
    source: seen
  },
  {
    pattern:
      /(?:^|[-_])(?:replace|change|fill|insert|edit|put|set)[-_]?(?:me|this|it|here)(?:$|[-_])/i,
    examples: ['REPLACE_ME', 'changeme', 'insert-here'],
    source: seen
  },
  {
    pattern: /placeholder|^(?:to-?do|tbd|fixme)(?:$|[-_])/i,
    examples: ['placeholder', 'acr-placeholder', 'TODO'],
    source: seen
  },
  {
    pattern:
      /^(?:(?:azure|container|docker)[-_]?)*(?:acr|registry)[-_]?(?:login[-_]?server|name)$/i,
    examples: ['acrname', 'registry-name', 'containerRegistryName', 'ACRLOGINSERVER'],
    source: seen
  },
  {
    pattern: /^(?:ACR|REGISTRY|CONTAINERREGISTRY|HOST|LOGINSERVER)$/,
    examples: ['ACR', 'REGISTRY'],
    source: seen
  }
]

/** What people fill in with sed: a part in capitals with an underscore, which no reference may hold. */
const capitals = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/

const isWord = (label: string): boolean =>
  capitals.test(label) || wordRows.some(({ pattern }) => pattern.test(label))

/** The first label of what stands before the first slash; or any part of the path in capitals. */
const places = /(^[^./:@\s]+(?=\/|[.:][^/@\s]*\/))|(?<![^/])[A-Z][A-Z0-9_]*(?![^/:@])/g

export type FilledWords = {
  readonly text: string
  /** The first that nothing stands for. */
  readonly open: string | null
}

/** Fills in the words of an image text whose values are known. */
export const fillWords = (
  text: string,
  variables: Readonly<Record<string, string>>
): FilledWords => {
  let open: string | null = null
  const filled = text.replace(places, (place, first: string | undefined) => {
    if (!(first === undefined ? capitals.test(place) : isWord(place))) return place
    const value = Object.hasOwn(variables, place) ? variables[place] : undefined
    if (value === undefined) open ??= place
    return value ?? place
  })
  return { text: filled, open }
}
