import * as z from 'zod/mini'
import { InputError } from '../base/errors.ts'
import { visible } from '../base/visible.ts'
import type { DeploymentTarget } from '../kubernetes/deployment-target.ts'
import { clusterIdOf } from './cluster-names.ts'
import { faultOf, grammars, type Grammar } from './grammar.ts'
import { all, settingText, type Settings } from './setting-values.ts'
import { faultyPart, jsonIn } from './json-value.ts'

const scalar = z.union([z.string(), z.number(), z.boolean()])
const texts = z.union([scalar, z.array(scalar)])
const pairs = z.record(z.string(), scalar)

/** One entry of the list, as a settings file has it. */
const targetShape = z.strictObject({
  manifests: texts,
  clusters: z.optional(texts),
  subscription: z.optional(texts),
  fleet: z.optional(texts),
  'cluster-tags': z.optional(pairs),
  values: z.optional(texts),
  variables: z.optional(pairs),
  namespace: z.optional(z.string())
})

const shape =
  'write a map with manifests (paths and globs), which clusters they go to (clusters, subscription, fleet, cluster-tags), and maybe values, variables and namespace'

const wrong = (number: number, fault: string): InputError =>
  new InputError(`Option ${settingText('targets')} is wrong in target ${number}: ${fault}.`)

function shapeOf(text: string, number: number): z.infer<typeof targetShape> {
  const { data, error } = targetShape.safeParse(jsonIn(text))
  if (data !== undefined) return data
  throw wrong(number, `${faultyPart(error)} is not understood; ${shape}`)
}

/** One target is read so that each value is as its own option demands. */
class TargetReader {
  readonly number: number

  constructor(number: number) {
    this.number = number
  }

  texts(
    key: string,
    value: z.infer<typeof texts> | undefined,
    grammar: Grammar
  ): readonly string[] {
    const values = value === undefined ? [] : [value].flat().map(item => String(item).trim())
    return values.map(text => this.checked(key, text, grammar))
  }

  pairs(
    key: string,
    value: z.infer<typeof pairs> | undefined,
    grammar: Grammar
  ): Readonly<Record<string, string>> {
    const entries = Object.entries(value ?? {}).map(([name, item]) => [name, String(item)] as const)
    for (const [name, item] of entries) this.checked(key, `${name}=${item}`, grammar)
    return Object.fromEntries(entries)
  }

  checked(key: string, text: string, grammar: Grammar): string {
    const fault = text === '' ? grammar.write : faultOf(text, grammar, 'file')
    if (fault !== null)
      throw wrong(this.number, `'${visible(text)}' of '${key}' is none: write ${fault}`)
    return text
  }
}

function targetOf(text: string, number: number): DeploymentTarget {
  const given = shapeOf(text, number)
  const read = new TargetReader(number)
  const manifests = read.texts('manifests', given.manifests, grammars.path)
  if (manifests.length === 0) throw wrong(number, `it names no manifests; ${shape}`)
  const clusters = read.texts('clusters', given.clusters, grammars.line).map(clusterIdOf)
  return {
    number,
    manifests,
    choice: {
      clusters: given.clusters === undefined ? null : clusters,
      subscriptions: read.texts('subscription', given.subscription, grammars.guid),
      fleets: read.texts('fleet', given.fleet, grammars.fleet),
      tags: read.pairs('cluster-tags', given['cluster-tags'], grammars.pair)
    },
    valuesFiles: read.texts('values', given.values, grammars.valuesFile),
    variables: read.pairs('variables', given.variables, grammars.variable),
    namespace:
      given.namespace === undefined
        ? null
        : read.checked('namespace', given.namespace, grammars.namespace)
  }
}

/** null: nobody says what goes where, so that all goes to all clusters. InputError names the target and the key. */
export function deploymentTargets(settings: Settings): readonly DeploymentTarget[] | null {
  const given = all(settings, 'targets')
  return given.length === 0 ? null : given.map((text, index) => targetOf(text, index + 1))
}
