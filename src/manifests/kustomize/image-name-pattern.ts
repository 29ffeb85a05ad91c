/** One character of a pattern, and how often it may come. */
type Step = {
  readonly fits: (character: string) => boolean
  readonly optional: boolean
  readonly repeats: boolean
}

/**
 * Of RE2 what people write in names: characters, `.`, escaped signs, classes, `* + ?`. Groups, alternatives, counts and
 * named classes are not followed.
 */
const atom = /(?:\\([^a-zA-Z0-9])|\[(\^?)([^[\]\\]+)\]|([^\\[\](){}|^$*+?]))([*+?]?)/y

const isInClass = (members: string, character: string): boolean => {
  for (let at = 0; at < members.length; at++) {
    const first = members.charAt(at)
    const last = members.charAt(at + 1) === '-' ? members.charAt(at + 2) : ''
    if (last === '' ? first === character : first <= character && character <= last) return true
    if (last !== '') at += 2
  }
  return false
}

const stepOf = ([, escaped, negated, members, plain, count]: RegExpExecArray): Step => ({
  fits: character => {
    if (members !== undefined) return isInClass(members, character) !== (negated === '^')
    return plain === '.' ? character !== '\n' : (escaped ?? plain) === character
  },
  optional: count === '*' || count === '?',
  repeats: count === '*' || count === '+'
})

const stepsOf = (pattern: string): readonly Step[] | null => {
  const steps: Step[] = []
  for (let at = 0; at < pattern.length;) {
    atom.lastIndex = at
    const match = atom.exec(pattern)
    if (match === null) return null
    steps.push(stepOf(match))
    at += match[0].length
  }
  return steps
}

/** What can be reached without a further character. */
const withOptional = (steps: readonly Step[], places: ReadonlySet<number>): ReadonlySet<number> => {
  const reached = new Set(places)
  for (const place of reached) if (steps[place]?.optional === true) reached.add(place + 1)
  return reached
}

const after = (
  steps: readonly Step[],
  places: ReadonlySet<number>,
  character: string
): ReadonlySet<number> => {
  const next = new Set<number>()
  for (const place of places) {
    const step = steps[place]
    if (step?.fits(character) !== true) continue
    next.add(place + 1)
    if (step.repeats) next.add(place)
  }
  return withOptional(steps, next)
}

/** Longer names and texts are not those of images; time grows with the product. */
const longest = 1_000

/**
 * Whether a name is matched as a whole, as kustomize does with `images[].name`, which it takes for a regular expression
 * (api/internal/image/image.go, IsImageMatched); null: the pattern is not followed here. Time does not depend on who wrote it.
 */
export const namePatternMatches = (pattern: string, name: string): boolean | null => {
  if (pattern === name) return true
  if (pattern.length > longest || name.length > longest) return null
  const steps = stepsOf(pattern)
  if (steps === null) return null
  let places = withOptional(steps, new Set([0]))
  for (const character of name) {
    places = after(steps, places, character)
    if (places.size === 0) return false
  }
  return places.has(steps.length)
}
