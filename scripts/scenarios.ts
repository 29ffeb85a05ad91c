import { availableParallelism } from 'node:os'
import { argv } from 'node:process'

import { allScenarios, type NamedScenario } from '../__tests__/scenarios/all-scenarios.ts'
import { causes } from '../__tests__/scenarios/causes.ts'
import { observed, unexplained, wanted } from '../__tests__/scenarios/observations.ts'
import { runBundle } from '../__tests__/emulator/run-bundle.ts'
import { reportOf, runScenario } from '../__tests__/scenarios/run-scenario.ts'
import { messageOf } from '../src/base/errors.ts'

/** One line of the table: what was seeded, what the program made of it, and what others would have seen. */
type Row = {
  readonly name: string
  readonly kind: 'fault' | 'trap'
  readonly cause: string
  readonly asExpected: boolean
  readonly verdict: string
  readonly checks: string
  readonly seconds: number
  readonly checkAcr: string
}

async function rowOf({ name, scenario }: NamedScenario): Promise<Row> {
  const { kind, cause, expect } = scenario
  const seeded = {
    name,
    kind,
    cause: cause === null ? 'Azure itself' : `${cause} ${causes[cause].cause}`,
    checkAcr: cause === null ? '-' : causes[cause].checkAcr
  }
  const { live } = await runScenario(scenario, runBundle)
  const seconds = live.milliseconds / 1000
  if (expect.error !== undefined) {
    const asExpected = live.code === expect.exitCode && live.stderr.includes(expect.error)
    return {
      ...seeded,
      asExpected,
      verdict: `exit ${String(live.code)}`,
      checks: 'error message',
      seconds
    }
  }
  const report = reportOf(live)
  const seen = observed(report, expect)
  return {
    ...seeded,
    asExpected:
      JSON.stringify(seen) === JSON.stringify(wanted(expect)) &&
      unexplained(report).length === 0 &&
      live.code === expect.exitCode,
    verdict: [...new Set(report.verdicts.map(({ result }) => result))].join(', ') || '-',
    checks: seen.findings.map(finding => finding.split(' ', 1).join('')).join(', ') || '-',
    seconds
  }
}

const failedRow = ({ name, scenario }: NamedScenario, error: unknown): Row => ({
  name,
  kind: scenario.kind,
  cause: scenario.cause ?? '-',
  asExpected: false,
  verdict: '-',
  checks: messageOf(error),
  seconds: 0,
  checkAcr: '-'
})

/** As many at a time as there are processors. */
async function runAll(scenarios: readonly NamedScenario[]): Promise<readonly Row[]> {
  const rows: Row[] = []
  const waiting = scenarios.values()
  const worker = async (): Promise<void> => {
    for (const named of waiting)
      rows.push(await rowOf(named).catch((error: unknown) => failedRow(named, error)))
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  return rows.toSorted((one, other) => one.name.localeCompare(other.name))
}

const table = (rows: readonly Row[]): string =>
  [
    '| scenario | cause | verdict | reported by | as expected | seconds | az aks check-acr notices |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(row =>
      [
        '',
        ` ${row.name} `,
        ` ${row.cause} `,
        ` ${row.verdict} `,
        ` ${row.checks} `,
        row.asExpected ? ' yes ' : ' **no** ',
        ` ${row.seconds.toFixed(2)} `,
        ` ${row.checkAcr} `,
        ''
      ].join('|')
    )
  ].join('\n')

function summary(rows: readonly Row[]): string {
  const count = (kind: Row['kind']) => {
    const ofKind = rows.filter(row => row.kind === kind)
    return `${ofKind.filter(row => row.asExpected).length} of ${ofKind.length}`
  }
  const covered = new Set(
    rows.filter(({ kind }) => kind === 'fault').map(({ cause }) => cause.split(' ', 1).join(''))
  )
  const known = Object.keys(causes).filter(id => covered.has(id))
  return [
    `faults reported as they should be: ${count('fault')}`,
    `traps left alone: ${count('trap')}`,
    `causes seeded: ${known.length} of ${Object.keys(causes).length}; not seeded: ${Object.keys(
      causes
    )
      .filter(id => !covered.has(id))
      .join(', ')}`
  ].join('\n')
}

/** Arguments are parts of scenario names; without any, all scenarios run. */
const parts = argv.slice(2)
const chosen = (await allScenarios()).filter(
  ({ name }) => parts.length === 0 || parts.some(part => name.includes(part))
)
const rows = await runAll(chosen)
console.log(`${table(rows)}\n\n${summary(rows)}`)
process.exitCode = rows.every(({ asExpected }) => asExpected) ? 0 : 1
