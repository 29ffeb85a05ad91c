import { truthOf, type Truth } from '../../base/three-valued.ts'

/** A literal of a condition, or the value of an attribute. */
export type Value = string | number | boolean

/** Compares one value with another; `maybe` where the types do not fit the operator. */
export type Comparison = (left: Value, right: Value) => Truth

/** A text with its escapes resolved: each step is a wildcard or one character that must be there. */
type Step = { readonly wildcard: '*' | '?' } | { readonly character: string }

function stepsOf(pattern: string): readonly Step[] {
  const steps: Step[] = []
  const characters = Array.from(pattern)
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? ''
    const next = characters[index + 1]
    if (character === '\\' && next !== undefined) {
      steps.push({ character: next })
      index += 1
    } else if (character === '*' || character === '?') steps.push({ wildcard: character })
    else steps.push({ character })
  }
  return steps
}

const takes = (step: Step | undefined, character: string | undefined): boolean =>
  step !== undefined && ('wildcard' in step ? step.wildcard === '?' : step.character === character)

/**
 * `*` any run, `?` one character, backslash escapes (Azure docs, "conditions format", StringLike). On a mismatch only
 * the last `*` is widened, so the time is bounded by the product of the lengths.
 */
export function isLike(text: string, pattern: string): boolean {
  const steps = stepsOf(pattern)
  const characters = Array.from(text)
  let step = 0
  let position = 0
  let star: { readonly step: number; position: number } | null = null
  while (position < characters.length) {
    const current = steps[step]
    if (current !== undefined && 'wildcard' in current && current.wildcard === '*') {
      star = { step, position }
      step += 1
    } else if (takes(current, characters[position])) {
      step += 1
      position += 1
    } else if (star !== null) {
      star.position += 1
      step = star.step + 1
      position = star.position
    } else return false
  }
  return steps.slice(step).every(rest => 'wildcard' in rest && rest.wildcard === '*')
}

const texts =
  (test: (left: string, right: string) => boolean): Comparison =>
  (left, right) =>
    typeof left === 'string' && typeof right === 'string' ? truthOf(test(left, right)) : 'maybe'

const ignoringCase =
  (test: (left: string, right: string) => boolean) =>
  (left: string, right: string): boolean =>
    test(left.toLowerCase(), right.toLowerCase())

const numbers =
  (read: (value: Value) => number, test: (left: number, right: number) => boolean): Comparison =>
  (left, right) => {
    const [one, other] = [read(left), read(right)]
    return Number.isNaN(one) || Number.isNaN(other) ? 'maybe' : truthOf(test(one, other))
  }

const numberOf = (value: Value): number => (typeof value === 'number' ? value : Number.NaN)

const timeOf = (value: Value): number =>
  typeof value === 'string' ? Date.parse(value) : Number.NaN

const booleans: Comparison = (left, right) =>
  typeof left === 'boolean' && typeof right === 'boolean' ? truthOf(left === right) : 'maybe'

const equal = (left: string, right: string): boolean => left === right
const startsWith = (left: string, right: string): boolean => left.startsWith(right)

const orders: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  equals: (left, right) => left === right,
  lessthan: (left, right) => left < right,
  lessthanequals: (left, right) => left <= right,
  greaterthan: (left, right) => left > right,
  greaterthanequals: (left, right) => left >= right
}

const ordered = (family: string, read: (value: Value) => number): [string, Comparison][] =>
  Object.entries(orders).map(([name, test]) => [`${family}${name}`, numbers(read, test)])

/** Lower case; each has a `Not` form between family and test (Azure docs, "Azure role assignment condition format"). */
const affirmative = new Map<string, Comparison>([
  ['stringequals', texts(equal)],
  ['stringequalsignorecase', texts(ignoringCase(equal))],
  ['stringstartswith', texts(startsWith)],
  ['stringstartswithignorecase', texts(ignoringCase(startsWith))],
  ['stringlike', texts(isLike)],
  ['stringlikeignorecase', texts(ignoringCase(isLike))],
  // GUIDs have no case.
  ['guidequals', texts(ignoringCase(equal))],
  ['guidequalsignorecase', texts(ignoringCase(equal))],
  ['boolequals', booleans],
  ...ordered('numeric', numberOf),
  ...ordered('datetime', timeOf)
])

const negation = /^(string|guid|bool|numeric|datetime)not(?=[a-z])/

/** An operator by its name, without case; null when there is none of that name. */
export function operatorNamed(
  name: string
): { readonly compare: Comparison; readonly negated: boolean } | null {
  const wanted = name.toLowerCase()
  const compare = affirmative.get(wanted.replace(negation, '$1'))
  return compare === undefined ? null : { compare, negated: negation.test(wanted) }
}
