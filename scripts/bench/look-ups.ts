import { registryId } from '../../__tests__/emulator/arm-bodies/registry.ts'
import { startCloud, type Cloud } from '../../__tests__/emulator/cloud.ts'
import { contoso } from '../../__tests__/emulator/contoso.ts'
import {
  azureRequests,
  longestChain,
  registryRequests
} from '../../__tests__/emulator/recorded-requests.ts'
import { registryIsInstalled } from '../../__tests__/emulator/registry/tools.ts'
import { runBundle, type BundleResult } from '../../__tests__/emulator/run-bundle.ts'
import type { AzureWorldData, PushedData } from '../../__tests__/emulator/world.ts'
import { median, type Figure } from './measure.ts'

const latency = 100
const rounds = 3
const tagsOfRepository = 15
const names = ['contoso', 'contosoteam', 'contosotools'] as const
const cluster = `${contoso.subscriptionId}/${contoso.resourceGroup}/aks-bench`

/** 20 repositories in 3 registries, 15 tags each, every second one an index. */
const repositories = Array.from({ length: 20 }, (_, number) => ({
  registry: names[number % names.length] ?? 'contoso',
  repository: `team/app-${number}`
}))

const pushedTo = (registry: string): readonly PushedData[] =>
  repositories
    .filter(each => each.registry === registry)
    .flatMap(({ repository }) =>
      Array.from({ length: tagsOfRepository }, (_, tag) => ({
        repository,
        tag: `1.${tag}`,
        ...(tag % 2 === 0
          ? { kind: 'index' as const, platforms: ['linux/amd64', 'linux/arm64'] }
          : {})
      }))
    )

const registries = names.map(name => ({ name, pushed: pushedTo(name) }))

const world: AzureWorldData = {
  clusters: [{ name: 'aks-bench' }],
  registries,
  roleAssignments: registries.map(registry => ({
    principalId: contoso.kubeletObjectId,
    role: 'AcrPull',
    scope: registryId(registry)
  }))
}

const images = repositories.flatMap(({ registry, repository }) =>
  Array.from(
    { length: tagsOfRepository },
    (_, tag) => `${registry}.azurecr.io/${repository}:1.${tag}`
  )
)

const podsOf = (chosen: readonly string[]): string =>
  chosen
    .map(
      (image, number) => `apiVersion: v1
kind: Pod
metadata: { name: pod-${number} }
spec:
  containers:
    - name: main
      image: ${image}
`
    )
    .join('---\n')

async function oneRun(
  cloud: Cloud,
  mode: 'auto' | 'off',
  chosen: readonly string[] = images
): Promise<BundleResult> {
  const result = await runBundle({
    cloud,
    arguments: ['check', 'pods.yaml', '--cluster', cluster, '--registry-lookup', mode],
    files: { 'pods.yaml': podsOf(chosen) }
  })
  if (result.code !== 0)
    throw new Error(`check exits with ${result.code}: ${result.stderr}${result.stdout}`)
  return result
}

async function runs(cloud: Cloud, mode: 'auto' | 'off'): Promise<readonly BundleResult[]> {
  const results = []
  for (let round = 0; round < rounds; round += 1) results.push(await oneRun(cloud, mode))
  return results
}

const seconds = (results: readonly BundleResult[]): number =>
  median(results.map(({ milliseconds }) => milliseconds)) / 1000

const counted = ({ requests }: BundleResult, part: string): number =>
  registryRequests(requests).filter(({ path }) => path.includes(part)).length

const chainOf = ({ requests }: BundleResult): number =>
  longestChain([...azureRequests(requests), ...registryRequests(requests)])

/** What it costs to look up 300 images of 20 repositories in 3 registries. */
export async function lookUps(): Promise<readonly Figure[]> {
  if (!registryIsInstalled) return []
  const cloud = await startCloud(world, { latency })
  try {
    const without = await runs(cloud, 'off')
    const asked = await runs(cloud, 'auto')
    const [first] = asked
    const [plain] = without
    if (first === undefined || plain === undefined) return []
    const single = images.length / 2 - repositories.length / 2
    // More images wait for one another: a registry is asked eight at a time.
    const [index = '', image = ''] = images
    const chain = async (mode: 'auto' | 'off', text: string): Promise<number> =>
      chainOf(await oneRun(cloud, mode, [text]))
    const plainChain = await chain('off', index)
    const whole = seconds(asked)
    return [
      {
        name: 'look-up of 300 images, exchanges (3 registries)',
        value: counted(first, '/oauth2/exchange'),
        limit: names.length,
        unit: ''
      },
      {
        name: 'look-up of 300 images, tokens (20 repositories)',
        value: counted(first, '/oauth2/token'),
        limit: repositories.length,
        unit: ''
      },
      {
        name: 'look-up of 300 images, manifests',
        value: counted(first, '/manifests/'),
        limit: images.length,
        unit: ''
      },
      {
        name: 'look-up of 300 images, configs of those without an index',
        value: counted(first, '/blobs/'),
        limit: single,
        unit: ''
      },
      {
        name: 'look-up of an index, requests that the chain grows by',
        value: (await chain('auto', index)) - plainChain,
        limit: 2,
        unit: ''
      },
      {
        // The config, and the storage that it lies in.
        name: 'look-up of one image, requests that the chain grows by',
        value: (await chain('auto', image)) - plainChain,
        limit: 4,
        unit: ''
      },
      {
        name: `look-up of 300 images, wall time at ${latency} ms a request`,
        value: whole,
        limit: Math.round(600 * seconds(without)) / 100,
        unit: ' s'
      },
      {
        name: 'no look-up, requests to registries',
        value: registryRequests(plain.requests).length,
        limit: 0,
        unit: ''
      }
    ]
  } finally {
    await cloud.close()
  }
}
