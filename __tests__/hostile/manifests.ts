import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FreshText } from './harness/fresh-text.ts'

/** The registry of the facts whose images the one cluster may pull. */
export const goodImage = 'contoso.azurecr.io/shop/web:1'
/** The cluster's identity has no grant there. */
export const blockedImage = 'contosoteam.azurecr.io/shop/api:1'

export const pod = (image: string, name = 'web'): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {containers: [{name: main, image: '${image}'}]}\n`

/** A pod as JSON, whose strings may hold anything. */
export const podJson = (image: string, text: () => string): string =>
  `${JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: text(),
      namespace: text(),
      labels: { [text()]: text() },
      annotations: { [text()]: text() }
    },
    spec: { containers: [{ name: text(), image }] }
  })}\n`

/** What beside the attack is all right, with hostile words in every string that decides nothing. */
export const goodManifest = (fresh: FreshText): string => podJson(goodImage, fresh.any)

const examples = join(import.meta.dirname, '..', '..', 'examples', 'facts.json')

type Example = {
  readonly clusters: readonly {
    readonly answer: {
      readonly value: {
        readonly otherIdentities: readonly object[]
        readonly nodePools: readonly object[]
      }
    }
  }[]
  readonly registries: readonly {
    readonly host: string
    readonly answer: { readonly value: Readonly<Record<string, unknown>> }
  }[]
  readonly assignments: readonly {
    readonly registryId: string
    readonly principalId: string
    readonly answer: object
  }[]
  readonly roleDefinitions: readonly { readonly answer: { readonly value: object } }[]
}

const replaced = (text: string): string =>
  text.replaceAll('registries/contoso', 'registries/contosoteam')

/** Facts of one cluster and two registries, with hostile words in the names that Azure lets people choose. */
export function hostileFacts(fresh: FreshText): string {
  const facts = JSON.parse(readFileSync(examples, 'utf8')) as Example
  const [cluster] = facts.clusters
  const [registry] = facts.registries
  const [assignment] = facts.assignments
  if (cluster === undefined || registry === undefined || assignment === undefined)
    throw new Error('The example of a facts file holds no cluster and no registry any more.')
  const { value } = cluster.answer
  const others = value.otherIdentities.map(identity => ({ ...identity, name: fresh.any() }))
  const pools = value.nodePools.map(nodePool => ({ ...nodePool, name: fresh.line() }))
  const properties = {
    ...value,
    name: `aks-production ${fresh.line()}`,
    otherIdentities: others,
    nodePools: pools
  }
  const team = {
    ...registry.answer.value,
    id: replaced(String(registry.answer.value['id'])),
    name: 'contosoteam',
    loginServer: 'contosoteam.azurecr.io'
  }
  const reason = { code: 'forbidden', message: fresh.any(), permission: null }
  return JSON.stringify({
    ...facts,
    collectedAt: new Date().toISOString(),
    clusters: [{ ...cluster, answer: { known: true, value: properties } }],
    registries: [
      registry,
      { host: 'contosoteam.azurecr.io', answer: { known: true, value: team } },
      { host: 'contosohidden.azurecr.io', answer: { known: false, reason } }
    ],
    assignments: [
      assignment,
      {
        ...assignment,
        registryId: replaced(assignment.registryId),
        answer: { known: true, value: [] }
      }
    ],
    roleDefinitions: facts.roleDefinitions.map(role => ({
      ...role,
      answer: { known: true, value: { ...role.answer.value, name: fresh.any() } }
    }))
  })
}
