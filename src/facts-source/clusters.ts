import { homedir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { InputError } from '../base/errors.ts'
import { readNamed } from '../files/named.ts'
import { Tree } from '../files/tree.ts'
import type { ClusterAnswer, Facts } from '../facts/facts.ts'
import { clusterArmId, shortName, type ClusterName } from '../settings/cluster-names.ts'

/** Where the user works; the environment says where the Azure CLI keeps its files. */
type Place = {
  readonly workspace: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Where the Azure CLI keeps what `az account show` tells (learn.microsoft.com, "Azure CLI configuration", AZURE_CONFIG_DIR). */
const profileFile = ({ environment }: Place): string =>
  join(environment['AZURE_CONFIG_DIR'] ?? join(homeOf(environment), '.azure'), 'azureProfile.json')

const homeOf = (environment: Place['environment']): string =>
  environment['HOME'] ?? environment['USERPROFILE'] ?? homedir()

const profile = z.object({
  subscriptions: z.array(z.object({ id: z.string(), isDefault: z.optional(z.boolean()) }))
})

/** A profile lists the subscriptions of its user. */
const largestProfile = 8 * 1024 * 1024

/** null: nobody is signed in with the Azure CLI, or the file is none of its. */
function defaultSubscription(place: Place): string | null {
  const content = readNamed(Tree.open(place.workspace), profileFile(place), largestProfile)
  if (content.kind !== 'read') return null
  const read = profile.safeParse(parsed(content.bytes.toString('utf8')))
  return read.data?.subscriptions.find(({ isDefault }) => isDefault === true)?.id ?? null
}

function parsed(text: string): unknown {
  try {
    // The Azure CLI writes a byte order mark, which JSON does not have.
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
  } catch {
    return null
  }
}

/** ARM ids of the clusters that are read from Azure; InputError where one lacks a subscription and the Azure CLI has no default. */
export function clusterIds(names: readonly ClusterName[], place: Place): readonly string[] {
  if (names.every(({ kind }) => kind === 'id')) return names.map(name => idIn(name, ''))
  const subscription = defaultSubscription(place)
  return names.map(name => idIn(name, subscription))
}

function idIn(name: ClusterName, subscription: string | null): string {
  if (name.kind === 'id') return name.id
  if (subscription === null)
    throw new InputError(
      `Cluster ${shortName(name)} is named without its subscription, and the Azure CLI has no default one here: write SUBSCRIPTION-ID/${shortName(name)}, or run az login and az account set --subscription ID.`
    )
  return clusterArmId(subscription, name.resourceGroup, name.name)
}

/** `/subscriptions/ID/` is the same for no two estates, and ARM compares the rest without case. */
const withoutSubscription = (id: string): string =>
  id.toLowerCase().replace(/^\/subscriptions\/[^/]*\//, '')

const isNamed = (name: ClusterName, { id }: ClusterAnswer): boolean =>
  name.kind === 'id'
    ? id.toLowerCase() === name.id.toLowerCase()
    : withoutSubscription(id) ===
      withoutSubscription(clusterArmId('', name.resourceGroup, name.name))

/** The clusters of a facts file that the user asks about; the file may hold a whole fleet. Without names all of them. */
export function chosenClusters(facts: Facts, file: string, names: readonly ClusterName[]): Facts {
  if (facts.clusters.length === 0)
    throw new InputError(
      `Facts file ${file} holds no cluster, so there is nothing to judge against: collect it again with --cluster ID.`
    )
  if (names.length === 0) return facts
  return { ...facts, clusters: names.map(name => clusterNamed(name, facts, file)) }
}

function clusterNamed(name: ClusterName, { clusters }: Facts, file: string): ClusterAnswer {
  const [found, ...others] = clusters.filter(cluster => isNamed(name, cluster))
  const text = name.kind === 'id' ? name.id : shortName(name)
  if (found === undefined)
    throw new InputError(
      `Facts file ${file} knows nothing of cluster ${text}, but of ${listed(clusters)}: name one of these, or collect it again with --cluster ${text}.`
    )
  if (others.length > 0)
    throw new InputError(
      `Facts file ${file} knows ${others.length + 1} clusters ${text}, ${listed([found, ...others])}: write the whole id of one.`
    )
  return found
}

/** More would hide the cure. */
const mostListed = 10

function listed(clusters: readonly ClusterAnswer[]): string {
  const names = clusters.slice(0, mostListed).map(({ id }) => id)
  const more = clusters.length - names.length
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
