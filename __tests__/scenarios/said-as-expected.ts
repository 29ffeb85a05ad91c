import { expect } from '@jest/globals'

import { contoso } from '../emulator/contoso.ts'
import { tokenCanary } from '../emulator/tokens.ts'
import { secretPassword } from './manifests.ts'
import { contradicted, observed, unexplained, wanted } from './observations.ts'
import { comparable, reportOf, type ScenarioRun } from './run-scenario.ts'
import type { Expectation } from './scenario.ts'

/** The hosts of Azure besides its registries; a token must go nowhere else, whatever an answer says. */
const trusted =
  /^(management|login)\.([a-z.]*\.)?(azure\.com|microsoftonline\.(com|us|cn)|usgovcloudapi\.net|chinacloudapi\.cn|contoso\.cloud):443$/
const secrets = [tokenCanary, secretPassword, contoso.callerSecret]

/** What is demanded of a run, besides what the scenario expects: no secret, no host of strangers (the door may have hosts of its own), and offline the same. */
export function expectToSay(
  { live, offline, connections, registryHosts }: ScenarioRun,
  expectation: Expectation,
  ownHosts: readonly string[] = []
): void {
  const known = [...ownHosts, ...registryHosts.map(host => `${host}:443`)]
  const strangers = connections.filter(host => !trusted.test(host) && !known.includes(host))
  expect(strangers).toEqual([])
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
