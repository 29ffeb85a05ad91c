import { isObject, type JsonObject } from '../arm-bodies/json.ts'
import type { KustoColumn, KustoCondition, KustoStage, KustoValue } from './query.ts'

/** Applies the stages of a query, one after the other, to the rows of its table. */
export const runKusto = (
  rows: readonly JsonObject[],
  stages: readonly KustoStage[]
): readonly JsonObject[] => stages.reduce(apply, rows)

function apply(rows: readonly JsonObject[], stage: KustoStage): readonly JsonObject[] {
  switch (stage.kind) {
    case 'where':
      return rows.filter(row => holds(row, stage.condition))
    case 'project':
      return rows.map(row => columns(row, stage.columns))
    case 'extend':
      return rows.map(row => ({ ...row, ...columns(row, stage.columns) }))
    case 'order':
      return ordered(rows, stage.by, stage.descending)
    case 'limit':
      return rows.slice(0, stage.rows)
  }
}

const columns = (row: JsonObject, wanted: readonly KustoColumn[]): JsonObject =>
  Object.fromEntries(wanted.map(({ name, value }) => [name, evaluate(row, value) ?? null]))

const ordered = (rows: readonly JsonObject[], by: KustoValue, descending: boolean) =>
  rows.toSorted((one, other) => {
    const order = text(evaluate(one, by)).localeCompare(text(evaluate(other, by)))
    return descending ? -order : order
  })

function evaluate(row: JsonObject, value: KustoValue): unknown {
  if (value.kind === 'path') return value.path.split('.').reduce<unknown>(member, row)
  const argument = evaluate(row, value.argument)
  switch (value.name) {
    case 'tostring':
      return text(argument)
    case 'tolower':
      return text(argument).toLowerCase()
    case 'toupper':
      return text(argument).toUpperCase()
    case 'tobool':
      return argument === true || text(argument).toLowerCase() === 'true'
    default:
      return Number(argument)
  }
}

const member = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined)

const text = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return value === undefined || value === null ? '' : JSON.stringify(value)
}

function holds(row: JsonObject, condition: KustoCondition): boolean {
  switch (condition.kind) {
    case 'or':
      return condition.parts.some(part => holds(row, part))
    case 'and':
      return condition.parts.every(part => holds(row, part))
    case 'compare':
      return compares(text(evaluate(row, condition.left)), condition.operator, condition.right)
  }
}

/** `~` ignores case, `!` negates; `has` is taken as `contains`, which differs only inside words. */
function compares(left: string, operator: string, right: readonly string[]): boolean {
  if (operator.startsWith('!')) {
    const positive = operator === '!=' ? '==' : operator === '!~' ? '=~' : operator.slice(1)
    return !compares(left, positive, right)
  }
  const lower = left.toLowerCase()
  switch (operator) {
    case '==':
    case 'in':
      return right.includes(left)
    case '=~':
    case 'in~':
      return right.some(other => other.toLowerCase() === lower)
    case 'startswith':
      return right.some(other => lower.startsWith(other.toLowerCase()))
    default:
      return right.some(other => lower.includes(other.toLowerCase()))
  }
}
