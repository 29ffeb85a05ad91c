import { registryId } from '../../__tests__/emulator/arm-bodies/registry.ts'
import { startCloud, type Cloud } from '../../__tests__/emulator/cloud.ts'
import { contoso } from '../../__tests__/emulator/contoso.ts'
import { azureRequests, longestChain } from '../../__tests__/emulator/recorded-requests.ts'
import { runBundle } from '../../__tests__/emulator/run-bundle.ts'
import type { AzureWorldData } from '../../__tests__/emulator/world.ts'
import { median, type Figure } from './measure.ts'

const latency = 100
const rounds = 5
const registries = ['contoso', 'contosoteam', 'contosotools'].map(name => ({ name }))
const cluster = `${contoso.subscriptionId}/${contoso.resourceGroup}/aks-bench`

const world: AzureWorldData = {
  clusters: [{ name: 'aks-bench' }],
  registries,
  roleAssignments: registries.map(registry => ({
    principalId: contoso.kubeletObjectId,
    role: 'AcrPull',
    scope: registryId(registry)
  }))
}

const manifest = (index: number): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: workload-${index}
spec:
  selector:
    matchLabels: { app: workload-${index} }
  template:
    metadata:
      labels: { app: workload-${index} }
    spec:
      containers:
        - name: main
          image: ${registries[index % registries.length]?.name ?? ''}.azurecr.io/team/workload-${index}:1.0
`

const files = Object.fromEntries(
  Array.from({ length: 20 }, (_, index) => [`deploy/workload-${index}.yaml`, manifest(index)])
)

async function oneRun(cloud: Cloud) {
  const result = await runBundle({
    cloud,
    arguments: ['check', 'deploy', '--cluster', cluster],
    files
  })
  if (result.code !== 0)
    throw new Error(`check exits with ${result.code}: ${result.stderr}${result.stdout}`)
  return result
}

export async function liveCheck(): Promise<readonly Figure[]> {
  const cloud = await startCloud(world, { latency })
  try {
    const runs = []
    for (let round = 0; round < rounds; round += 1) runs.push(await oneRun(cloud))
    const asked = azureRequests(runs[0]?.requests ?? [])
    const roles = new Set(
      asked.filter(({ path }) => /roledefinitions/i.test(path)).map(({ path }) => path)
    ).size
    const chain = longestChain(asked)
    return [
      {
        name: 'live check, requests after sign-in (3 registries, 1 role)',
        value: asked.length,
        // Beside the grants: the scale sets of the cluster, and the cache rules of each registry.
        limit: 2 + 3 * registries.length + roles + 1 + registries.length,
        unit: ''
      },
      { name: 'live check, longest chain of dependent requests', value: chain, limit: 4, unit: '' },
      {
        name: `live check, wall time at ${latency} ms a request`,
        value: median(runs.map(run => run.milliseconds)) / 1000,
        limit: ((chain + 2) * latency + 400) / 1000,
        unit: ' s'
      }
    ]
  } finally {
    await cloud.close()
  }
}
