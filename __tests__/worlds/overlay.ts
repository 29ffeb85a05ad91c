import { isDeepStrictEqual } from 'node:util'
import { load } from 'js-yaml'
import * as z from 'zod/mini'
import { edited, isFact, isObject, itemNamed, without, type Json } from './json-path.ts'

/**
 * The facts of a case, as what differs from a named world (WORLD.json beside this file):
 *
 *     world: contoso
 *     add: # items at the end of a list; `like` copies the item of that name first
 *       clusters/aks-prod/nodePools:
 *         - {like: apps, name: win, osType: Windows}
 *     change: # what a path leads to; answers are gone through without being named
 *       registries/contoso.azurecr.io/networkDefaultAction: Deny
 *       registries/contoso.azurecr.io: {known: false, reason: {…}}
 *     delete: # items of a list
 *       - clusters/aks-prod/nodePools/apps
 *
 * It is done in this order, whatever the order of the text. Each path must find what it names, and each change must change something.
 */
const overlay = z.strictObject({
  world: z.string(),
  add: z.optional(z.record(z.string(), z.array(z.json()))),
  change: z.optional(z.record(z.string(), z.json())),
  delete: z.optional(z.array(z.string()))
})

/** @throws Error that names the path which leads nowhere. */
export function expanded(text: string, worldNamed: (name: string) => Json): Json {
  const { world, add, change, delete: deletions } = overlay.parse(load(text))
  const grown = Object.entries(add ?? {}).reduce(
    (facts, [path, items]) => items.reduce((more, item) => added(more, path, item), facts),
    worldNamed(world)
  )
  const changed = Object.entries(change ?? {}).reduce(
    (facts, [path, value]) => edited(facts, path.split('/'), path, replacing(path, value)),
    grown
  )
  return (deletions ?? []).reduce(deleted, changed)
}

const added = (facts: Json, path: string, item: Json): Json =>
  edited(facts, path.split('/'), path, node => appended(node, path, item))

function appended(node: Json, path: string, item: Json): Json {
  if (Array.isArray(node)) return [...node, likeAnother(node, path, item)]
  const key = isFact(node) ? 'value' : 'answer'
  if (!isObject(node) || !Object.hasOwn(node, key)) throw new Error(`${path}: this is no list`)
  return { ...node, [key]: appended(node[key] ?? null, path, item) }
}

function likeAnother(list: readonly Json[], path: string, item: Json): Json {
  if (!isObject(item) || typeof item['like'] !== 'string') return item
  const { like, ...own } = item
  const model = itemNamed(list, like, path)
  return { ...(isObject(model) ? model : {}), ...own }
}

const replacing =
  (path: string, value: Json) =>
  (node: Json): Json => {
    const replaced = asAnswer(node, value)
    if (isDeepStrictEqual(replaced, node)) throw new Error(`${path}: the world has it so already`)
    return replaced
  }

/** Where a fact stands, a value is its answer; `{known: false, reason}` is a fact itself. */
function asAnswer(node: Json, value: Json): Json {
  if (isFact(node)) return isFact(value) ? value : { known: true, value }
  return isObject(node) && isFact(node['answer'] ?? null)
    ? { ...node, answer: asAnswer(node['answer'] ?? null, value) }
    : value
}

function deleted(facts: Json, path: string): Json {
  const steps = path.split('/')
  const last = steps.pop() ?? ''
  return edited(facts, steps, path, node => without(node, last, path))
}
