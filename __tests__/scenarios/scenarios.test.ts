import { describe, expect, test } from '@jest/globals'

import { contoso } from '../emulator/contoso.ts'
import { tokenCanary } from '../emulator/tokens.ts'
import { allScenarios, type NamedScenario } from './all-scenarios.ts'
import { secretPassword } from './manifests.ts'
import { contradicted, observed, unexplained, wanted } from './observations.ts'
import { comparable, reportOf, runScenario } from './run-scenario.ts'

const scenarios = await allScenarios()
const longEnough = 120_000
/** The hosts of Azure; a token must go nowhere else, whatever an answer says. */
const trusted =
  /^(management|login)\.([a-z.]*\.)?(azure\.com|microsoftonline\.(com|us|cn)|usgovcloudapi\.net|chinacloudapi\.cn|contoso\.cloud):443$/
const secrets = [tokenCanary, secretPassword, contoso.callerSecret]

async function check({ scenario }: NamedScenario): Promise<void> {
  const { expect: expectation } = scenario
  const { live, offline, connections } = await runScenario(scenario)
  expect(connections.filter(host => !trusted.test(host))).toEqual([])
  const outputs = [live, ...(offline === null ? [] : [offline])]
  for (const { stdout, stderr } of outputs)
    for (const secret of secrets) expect(`${stdout}${stderr}`).not.toContain(secret)
  if (expectation.error !== undefined) {
    expect(live.stderr).toContain(expectation.error)
    expect(live.code).toBe(expectation.exitCode)
    return
  }
  expect({ stderr: live.stderr, stdout: live.stdout.slice(0, 1) }).toEqual({
    stderr: '',
    stdout: '{'
  })
  expect(observed(reportOf(live), expectation)).toEqual(wanted(expectation))
  expect(unexplained(reportOf(live))).toEqual([])
  expect(contradicted(reportOf(live))).toEqual([])
  expect(live.code).toBe(expectation.exitCode)
  expect(offline?.stderr).toBe('')
  expect(offline === null ? null : comparable(offline)).toEqual(comparable(live))
  expect(offline?.code).toBe(expectation.exitCode)
}

describe.each(['fault', 'trap'] as const)('%s', kind => {
  test.concurrent.each(
    scenarios
      .filter(({ scenario }) => scenario.kind === kind)
      .map(named => [`${named.name}: ${named.scenario.title}`, named] as const)
  )('%s', (_title, named) => check(named), longEnough)
})
