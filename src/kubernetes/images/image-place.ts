import { embeddedValuesKeys, falseFriendKeys } from '../custom-resources.ts'
import type { EffectiveEntry } from '../../yaml/nodes.ts'
import type { AliasNode, YamlNode } from '../../yaml/yaml-nodes.ts'

/** What a place in an object inherits from the places around it. */
export type Place = {
  /** The outermost alias on the way here: what a reader sees in the object itself. */
  readonly via: AliasNode | null
  /** Whether images that a kubelet pulls can stand here; where not, registries are only mentioned. */
  readonly pulled: boolean
}

const behind = (place: Place, alias: AliasNode | null | undefined): Place =>
  alias === null || alias === undefined || place.via !== null ? place : { ...place, via: alias }

export const inside = (place: Place, node: YamlNode): Place =>
  behind(place, node.kind === 'alias' ? node : null)

export const belowKey = (place: Place, { key, value, via }: EffectiveEntry): Place => {
  const below = inside(behind(place, via), value)
  if (falseFriendKeys.has(key.text)) return { ...below, pulled: false }
  return embeddedValuesKeys.has(key.text) ? { ...below, pulled: true } : below
}

/** `x-…` is the convention for keys that only hold anchors; what is used of them is met behind its aliases. */
export const isOutsideOfSpec = (key: string): boolean => key === 'status' || key.startsWith('x-')
