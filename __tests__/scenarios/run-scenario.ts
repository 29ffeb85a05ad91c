import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { isObject, type JsonObject } from '../emulator/arm-bodies/json.ts'
import { clusterId } from '../emulator/arm-bodies/cluster.ts'
import { startCloud } from '../emulator/cloud.ts'
import type { RecordedRequest } from '../emulator/recorded-requests.ts'
import { runBundle, type BundleResult } from '../emulator/run-bundle.ts'
import type { Report } from '../../src/reports/report.ts'
import type { Scenario } from './scenario.ts'

const factsFile = 'collected.facts.json'

/** Hundreds of processes compile the same program; what the first ones leave here, the others need not do again. */
const warm = { NODE_COMPILE_CACHE: join(tmpdir(), 'acr-pull-check-compile-cache') }

export type ScenarioRun = {
  readonly live: BundleResult
  /** null where the live run had no facts to write. */
  readonly offline: BundleResult | null
  readonly requests: readonly RecordedRequest[]
  readonly connections: readonly string[]
}

/** Checks against the loopback cloud, then once more from the facts that this run wrote, without any network. */
export async function runScenario(scenario: Scenario): Promise<ScenarioRun> {
  const cloud = await startCloud(scenario.world)
  try {
    const clusters = scenario.clusters ?? (scenario.world.clusters ?? []).map(clusterId)
    const shared = [
      ...(scenario.arguments ?? []),
      '--format',
      'json',
      ...Object.keys(scenario.manifests)
    ]
    const live = await runBundle({
      cloud,
      files: scenario.manifests,
      environment: warm,
      arguments: [
        'check',
        ...clusters.flatMap(id => ['--cluster', id]),
        '--facts-out',
        factsFile,
        ...shared
      ]
    })
    const facts = live.files[factsFile]
    const offline =
      facts === undefined
        ? null
        : await runBundle({
            files: { ...scenario.manifests, [factsFile]: facts },
            arguments: ['check', '--facts', factsFile, ...shared],
            environment: {
              ...warm,
              AZURE_CLIENT_ID: undefined,
              AZURE_TENANT_ID: undefined,
              AZURE_CLIENT_SECRET: undefined
            }
          })
    return { live, offline, requests: cloud.requests, connections: cloud.connections }
  } finally {
    await cloud.close()
  }
}

/** The JSON report on standard output; the program's own tests hold its schema. */
export function reportOf(result: BundleResult): Report {
  const report: unknown = JSON.parse(result.stdout)
  return report as Report
}

/** What must be the same from Azure and from a file: everything but where and when the facts were read. */
export function comparable(result: BundleResult): JsonObject {
  const report: unknown = JSON.parse(result.stdout)
  return isObject(report) ? { ...report, facts: null } : {}
}
