import type * as z from 'zod/mini'

/** What facts files are made of. */
export type Json = z.infer<ReturnType<typeof z.json>>

type JsonObject = Record<string, Json>

export const isObject = (node: Json): node is JsonObject =>
  typeof node === 'object' && node !== null && !Array.isArray(node)

const isKnown = (node: JsonObject): boolean =>
  node['known'] === true && Object.hasOwn(node, 'value')

export const isFact = (node: Json): boolean =>
  isObject(node) && (isKnown(node) || (node['known'] === false && Object.hasOwn(node, 'reason')))

/** What tells the items of a list apart, in every list of a facts file. */
const identifying = [
  ...['name', 'host', 'key', 'reference', 'id', 'registryId', 'clusterId', 'subscriptionId'],
  ...['principalId', 'objectId', 'zone', 'minor', 'address', 'location', 'nodePool']
]

/** An ARM id by its last segment: registries and clusters are known by their names. */
const lastSegment = (text: string): string => text.split('/').at(-1) ?? text

/** The words that a step of a path may call an item of a list by. */
export const wordsOf = (item: Json): string[] => {
  if (typeof item === 'string') return [lastSegment(item)]
  if (!isObject(item)) return []
  return identifying.flatMap(key => {
    const value = item[key]
    return typeof value === 'string' ? [lastSegment(value)] : []
  })
}

/** `contoso+aaaa` is the item that is called both; a number counts from 0. */
function indexOf(list: readonly Json[], step: string, path: string): number {
  if (/^\d+$/.test(step) && Number(step) < list.length) return Number(step)
  const found = list.flatMap((item, index) => {
    const words = wordsOf(item)
    return step.split('+').every(word => words.includes(word)) ? [index] : []
  })
  const [index, another] = found
  if (index !== undefined && another === undefined) return index
  const choice = list.map(item => wordsOf(item).join('+')).join(', ')
  throw new Error(
    index === undefined
      ? `${path}: nothing is called ${step}; there is: ${choice}`
      : `${path}: ${step} is more than one; there is: ${choice}`
  )
}

export const itemNamed = (list: readonly Json[], step: string, path: string): Json =>
  list[indexOf(list, step, path)] ?? null

/**
 * The key by which a step leads on from an object. Answers are gone through without being named: `clusters/aks-prod/name`
 * is `clusters[0].answer.value.name`.
 */
function keyOf(node: JsonObject, step: string, path: string): { key: string; through: boolean } {
  if (Object.hasOwn(node, step)) return { key: step, through: false }
  if (Object.hasOwn(node, 'answer')) return { key: 'answer', through: true }
  if (isKnown(node)) return { key: 'value', through: true }
  throw new Error(`${path}: there is no ${step}, only: ${Object.keys(node).join(', ')}`)
}

/** The same JSON with what `edit` makes of the node at the end of the steps. */
export function edited(
  node: Json,
  steps: readonly string[],
  path: string,
  edit: (node: Json) => Json
): Json {
  const [step, ...rest] = steps
  if (step === undefined) return edit(node)
  if (Array.isArray(node)) {
    const index = indexOf(node, step, path)
    return node.map((item, at) => (at === index ? edited(item, rest, path, edit) : item))
  }
  if (!isObject(node)) throw new Error(`${path}: there is no ${step} in ${JSON.stringify(node)}`)
  const { key, through } = keyOf(node, step, path)
  return { ...node, [key]: edited(node[key] ?? null, through ? steps : rest, path, edit) }
}

/** The list without the item, or the object without the key, that the last step names. */
export function without(node: Json, step: string, path: string): Json {
  if (Array.isArray(node)) {
    const index = indexOf(node, step, path)
    return node.filter((_item, at) => at !== index)
  }
  if (!isObject(node)) throw new Error(`${path}: there is no ${step} in ${JSON.stringify(node)}`)
  const { key, through } = keyOf(node, step, path)
  if (through) return { ...node, [key]: without(node[key] ?? null, step, path) }
  return Object.fromEntries(Object.entries(node).filter(([name]) => name !== step))
}
