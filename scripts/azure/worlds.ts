import { clusterId } from '../../__tests__/emulator/arm-bodies/cluster.ts'
import { everythingGranted, oneGrantMissing, twoImages } from '../../__tests__/doors/deployments.ts'
import type { AzureWorldData } from '../../__tests__/emulator/world.ts'
import { allScenarios } from '../../__tests__/scenarios/all-scenarios.ts'

/** An Azure to try things with, and what is deployed to it. */
export type TriedWorld = {
  readonly name: string
  readonly title: string
  readonly world: AzureWorldData
  /** Text by path. */
  readonly manifests: Readonly<Record<string, string>>
  /** ARM ids. */
  readonly clusters: readonly string[]
  /** Further arguments of `check`. */
  readonly arguments: readonly string[]
}

const clustersOf = ({ clusters = [] }: AzureWorldData): readonly string[] => clusters.map(clusterId)

const withTwoImages = (name: string, title: string, world: AzureWorldData): TriedWorld => ({
  name,
  title,
  world,
  manifests: twoImages,
  clusters: clustersOf(world),
  arguments: []
})

/** The first is taken where none is named. */
export const ownWorlds: readonly TriedWorld[] = [
  withTwoImages(
    'missing',
    'one cluster, two registries, and one grant is missing',
    oneGrantMissing
  ),
  withTwoImages('granted', 'the same, and everything is granted', everythingGranted),
  withTwoImages('refused', 'the same, and the caller may read no role assignments', {
    ...oneGrantMissing,
    caller: {
      permissions: [
        {
          actions: [
            'Microsoft.Resources/*/read',
            'Microsoft.ContainerService/*/read',
            'Microsoft.ContainerRegistry/*/read'
          ]
        }
      ]
    }
  }),
  withTwoImages('throttled', 'the same, and Azure wants to be left alone at first', {
    ...oneGrantMissing,
    faults: [
      {
        url: 'management.azure.com/*',
        times: 3,
        answer: { kind: 'answer', status: 429, headers: { 'retry-after': '2' } }
      }
    ]
  }),
  withTwoImages('slow', 'the same, and every answer takes a second', {
    ...oneGrantMissing,
    faults: [{ url: '*', answer: { kind: 'delay', milliseconds: 1000 } }]
  })
]

/** Every scenario of the tests is a world too. */
export async function allWorlds(): Promise<readonly TriedWorld[]> {
  const scenarios = await allScenarios()
  return [
    ...ownWorlds,
    ...scenarios.map(({ name, scenario }) => ({
      name,
      title: scenario.title,
      world: scenario.world,
      manifests: scenario.manifests,
      clusters: scenario.clusters ?? clustersOf(scenario.world),
      arguments: scenario.arguments ?? []
    }))
  ]
}

/** By its name, or by a part of it that no other has. */
export function worldNamed(worlds: readonly TriedWorld[], name: string): TriedWorld {
  const matching = worlds.filter(each => each.name.includes(name))
  const found = worlds.find(each => each.name === name) ?? matching[0]
  if (found !== undefined && (found.name === name || matching.length === 1)) return found
  throw new Error(
    matching.length === 0
      ? `There is no world ${name}: npm run azure -- --list names them all.`
      : `${name} is a part of several names; write one of them: ${matching.map(each => each.name).join(', ')}.`
  )
}
