import type { NodeSelectorRequirement, NodeSelectorTerm } from '../images/image-use.ts'
import type { LabelValues } from './node-labels.ts'
import { allOf, type Truth, truthOf, anyOf, not } from '../../base/three-valued.ts'

type Labels = (key: string) => LabelValues | undefined

/** Asks each possible value; all must agree for a certain answer. */
function ask(values: LabelValues | undefined, holds: (value: string) => boolean): Truth {
  if (values === null) return 'no'
  if (values === undefined || values === 'any') return 'maybe'
  const answers = new Set(values.map(holds))
  return answers.size > 1 ? 'maybe' : truthOf(answers.has(true))
}

const exists = (values: LabelValues | undefined): Truth =>
  values === undefined ? 'maybe' : truthOf(values !== null)

const integer = (text: string | undefined): number =>
  /^-?\d+$/.test(text ?? '') ? Number(text) : NaN

/** Both sides must be integers, else nothing matches (Kubernetes API, NodeSelectorRequirement). */
const differs = (values: LabelValues | undefined, bounds: readonly string[], sign: 1 | -1) =>
  ask(values, value => sign * (integer(value) - integer(bounds[0])) > 0)

const operators: Readonly<
  Record<string, (values: LabelValues | undefined, wanted: readonly string[]) => Truth>
> = {
  In: (values, wanted) => ask(values, value => wanted.includes(value)),
  NotIn: (values, wanted) => not(ask(values, value => wanted.includes(value))),
  Exists: values => exists(values),
  DoesNotExist: values => not(exists(values)),
  Gt: (values, wanted) => differs(values, wanted, 1),
  Lt: (values, wanted) => differs(values, wanted, -1)
}

const fulfils = (labels: Labels, { key, operator, values }: NodeSelectorRequirement): Truth =>
  operators[operator]?.(labels(key), values) ?? 'maybe'

/** A term without any requirement matches no node (Kubernetes API, NodeSelectorTerm). */
function matchesTerm(labels: Labels, term: NodeSelectorTerm): Truth {
  if (term.expressions.length === 0 && !term.hasMatchFields) return 'no'
  return allOf([
    ...term.expressions.map(requirement => fulfils(labels, requirement)),
    ...(term.hasMatchFields ? (['maybe'] as const) : [])
  ])
}

/** Terms are alternatives, the requirements of a term hold together. */
export const matchesAffinity = (
  labels: Labels,
  terms: readonly NodeSelectorTerm[] | null
): Truth => (terms === null ? 'yes' : anyOf(terms.map(term => matchesTerm(labels, term))))

/** One pair of a `nodeSelector`. */
export const matchesLabel = (labels: Labels, key: string, value: string): Truth =>
  ask(labels(key), actual => actual === value)
