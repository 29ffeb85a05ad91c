import {
  parseCondition,
  type Attribute,
  type Comparing,
  type Expression,
  type Operand,
  type Quantifier
} from './condition-grammar.ts'
import type { Value } from './condition-operators.ts'
import { ConditionSyntaxError } from './condition-tokens.ts'
import { isRepositoryOperation, matchesWildcard } from './permissions.ts'
import { allOf, anyOf, not, truthOf, type Truth } from '../../base/three-valued.ts'

/** What a condition is asked about: an operation's name, and the repository as the registry writes it. */
export type ConditionRequest = { readonly action: string; readonly repository: string }

/** A condition of a role assignment, of a deny assignment or of one permission of a role, read once. */
export type Condition =
  | { readonly kind: 'none' }
  | { readonly kind: 'readable'; readonly expression: Expression; readonly ambiguous: boolean }
  /** Its value is unknown; `problem` quotes its beginning. */
  | { readonly kind: 'unreadable'; readonly problem: string }

const supportedVersion = '2.0'
const quotedLength = 60

const quote = (text: string): string =>
  text.length > quotedLength ? `"${text.slice(0, quotedLength)}…"` : `"${text}"`

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Reads a condition as ARM gives it; null and empty text are none. Never throws. */
export function readCondition(text: string | null, version: string | null): Condition {
  if (text === null || text.trim() === '') return { kind: 'none' }
  const unreadable = (why: string): Condition => ({
    kind: 'unreadable',
    problem: `${why}: ${quote(oneLine(text))}`
  })
  if (version !== supportedVersion)
    return unreadable(`its version is ${version ?? 'not given'}, not ${supportedVersion}`)
  try {
    return { kind: 'readable', ...parseCondition(text) }
  } catch (error) {
    if (error instanceof ConditionSyntaxError) return unreadable(error.message)
    throw error
  }
}

/** Kleene's value of a condition for one operation on one repository. */
export const evaluateCondition = (condition: Condition, request: ConditionRequest): Truth => {
  if (condition.kind === 'none') return 'yes'
  return condition.kind === 'unreadable' ? 'maybe' : valueOf(condition.expression, request)
}

function valueOf(expression: Expression, request: ConditionRequest): Truth {
  switch (expression.kind) {
    case 'any':
      return anyOf(expression.parts.map(part => valueOf(part, request)))
    case 'all':
      return allOf(expression.parts.map(part => valueOf(part, request)))
    case 'not':
      return not(valueOf(expression.part, request))
    case 'action-matches':
      return truthOf(expression.patterns.some(pattern => matchesWildcard(pattern, request.action)))
    case 'suboperation-matches':
      return 'maybe'
    case 'exists':
      return isRepositoryName(expression.attribute) && isAnswered(expression.attribute, request)
        ? 'yes'
        : 'maybe'
    case 'comparison':
      return comparisonValue(expression, request)
  }
}

const repositoryName = 'microsoft.containerregistry/registries/repositories:name'

const isRepositoryName = (attribute: Attribute): boolean =>
  attribute.name.toLowerCase() === repositoryName

/**
 * Only `@Request[…repositories:name]` is what ACR documents, and for repository permissions only: whether a registry
 * without these sends it is not documented, nor whether `@Resource`, the form of its preview, still counts. All other
 * attributes are known to the registry alone.
 */
const isAnswered = ({ source }: Attribute, { action }: ConditionRequest): boolean =>
  source === 'request' && isRepositoryOperation(action)

/** The values of an operand, or null when they cannot be known from here. */
function valuesOf(operand: Operand, request: ConditionRequest): readonly Value[] | null {
  if (operand.kind === 'mixed') return null
  if (operand.kind === 'values') return operand.values
  return isRepositoryName(operand) && isAnswered(operand, request) ? [request.repository] : null
}

function comparisonValue(comparing: Comparing, request: ConditionRequest): Truth {
  const left = valuesOf(comparing.left, request)
  const right = valuesOf(comparing.right, request)
  if (left === null || right === null) return 'maybe'
  const compare = (one: Value, other: Value): Truth => {
    const value = comparing.compare(one, other)
    return comparing.negated ? not(value) : value
  }
  const quantifier = comparing.quantifier ?? singleValues(left, right)
  return quantifier === null ? 'maybe' : quantified(quantifier, left, right, compare)
}

/** Without a quantifier both sides must be single values; what Azure makes of a set there is not documented. */
const singleValues = (left: readonly Value[], right: readonly Value[]): Quantifier | null =>
  left.length === 1 && right.length === 1 ? { left: 'any', right: 'any' } : null

const combine = { any: anyOf, every: allOf } as const

const quantified = (
  quantifier: Quantifier,
  left: readonly Value[],
  right: readonly Value[],
  compare: (one: Value, other: Value) => Truth
): Truth =>
  combine[quantifier.left](
    left.map(one => combine[quantifier.right](right.map(other => compare(one, other))))
  )

/** The parts of an expression, itself included. */
function* partsOf(expression: Expression): Generator<Expression, void, undefined> {
  yield expression
  if (expression.kind === 'not') yield* partsOf(expression.part)
  if (expression.kind === 'any' || expression.kind === 'all')
    for (const part of expression.parts) yield* partsOf(part)
}

/**
 * The texts that a condition compares repository names with, as written: `backend/` of
 * `@Request[…:name] StringStartsWithIgnoreCase 'backend/'`. Empty when it compares none.
 */
export function repositoriesNamed(condition: Condition): readonly string[] {
  if (condition.kind !== 'readable') return []
  const named = [...partsOf(condition.expression)].flatMap(part =>
    part.kind === 'comparison' &&
    part.left.kind === 'attribute' &&
    isRepositoryName(part.left) &&
    part.right.kind === 'values'
      ? part.right.values.map(String)
      : []
  )
  return [...new Set(named)]
}
