import { isObject, type JsonObject } from '../emulator/arm-bodies/json.ts'
import { clusterId } from '../emulator/arm-bodies/cluster.ts'
import { loginServerOf } from '../emulator/arm-bodies/registry.ts'
import { storageHosts } from '../emulator/services/registry-data-plane.ts'
import { startCloud } from '../emulator/cloud.ts'
import type { RecordedRequest } from '../emulator/recorded-requests.ts'
import type { InProcessRun, RunResult } from '../emulator/run-in-process.ts'
import type { Report } from '../../src/reports/report.ts'
import type { Scenario } from './scenario.ts'

/** Where a live run writes its facts. */
export const factsFile = 'collected.facts.json'

/** The program, in this process or as a child. */
export type Program = (run: InProcessRun) => Promise<RunResult>

export type ScenarioRun = {
  readonly live: RunResult
  /** null where the live run had no facts to write. */
  readonly offline: RunResult | null
  readonly requests: readonly RecordedRequest[]
  readonly connections: readonly string[]
  /** The registries that Azure Resource Manager knows of, and where they send. */
  readonly registryHosts: readonly string[]
}

const noSignIn = {
  AZURE_CLIENT_ID: undefined,
  AZURE_TENANT_ID: undefined,
  AZURE_CLIENT_SECRET: undefined
}

const registryHostsOf = ({ world: { registries = [] } }: Scenario): readonly string[] => [
  ...registries.map(loginServerOf),
  ...(registries.some(({ pushed }) => pushed !== undefined) ? storageHosts : [])
]

/** Checks against the loopback cloud, then once more from the facts that this run wrote, without any network. */
export async function runScenario(scenario: Scenario, program: Program): Promise<ScenarioRun> {
  const cloud = await startCloud(scenario.world)
  try {
    const clusters = scenario.clusters ?? (scenario.world.clusters ?? []).map(clusterId)
    const named = clusters.flatMap(id => ['--cluster', id])
    const shared = [
      ...(scenario.arguments ?? []),
      ...['--format', 'json'],
      ...Object.keys(scenario.manifests)
    ]
    const live = await program({
      cloud,
      files: scenario.manifests,
      arguments: ['check', ...named, '--facts-out', factsFile, ...shared]
    })
    const facts = live.files[factsFile]
    const offline =
      facts === undefined
        ? null
        : await program({
            files: { ...scenario.manifests, [factsFile]: facts },
            arguments: ['check', '--facts', factsFile, ...shared],
            environment: noSignIn
          })
    return {
      live,
      offline,
      requests: cloud.requests,
      connections: cloud.connections,
      registryHosts: registryHostsOf(scenario)
    }
  } finally {
    await cloud.close()
  }
}

/** The JSON report on standard output; the program's own tests hold its schema. */
export function reportOf(result: RunResult): Report {
  const report: unknown = JSON.parse(result.stdout)
  return report as Report
}

/** What must be the same from Azure and from a file: everything but where and when the facts were read. */
export function comparable(result: RunResult): JsonObject {
  const report: unknown = JSON.parse(result.stdout)
  return isObject(report) ? { ...report, facts: null } : {}
}
