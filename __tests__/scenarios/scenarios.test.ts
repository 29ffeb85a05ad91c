import { afterAll, describe, expect, test } from '@jest/globals'

import { readFacts } from '../../src/facts/facts-file.ts'
import type { Facts } from '../../src/facts/facts.ts'
import { namesLeft, namesOf } from '../anonymize/names-left.ts'
import { compared } from '../anonymize/same-verdicts.ts'
import { registryIsInstalled } from '../emulator/registry/tools.ts'
import { runInProcess } from '../emulator/run-in-process.ts'
import { allScenarios } from './all-scenarios.ts'
import { sayHowMany, wrongWithLess } from './less-knowledge.ts'
import { secretPassword } from './manifests.ts'
import { factsFile, runScenario } from './run-scenario.ts'
import type { Scenario } from './scenario.ts'
import { expectToSay } from './said-as-expected.ts'

const scenarios = (await allScenarios()).filter(({ scenario: { world } }) =>
  canRun((world.registries ?? []).some(({ pushed }) => pushed !== undefined))
)

/** Where no real registry is installed, and nobody requires one, scenarios with pushed images are left out. */
function canRun(needsRegistry: boolean): boolean {
  return (
    !needsRegistry || registryIsInstalled || process.env['ACR_PULL_CHECK_TOOLS_REQUIRED'] === 'true'
  )
}

describe.each(['fault', 'trap'] as const)('%s', kind => {
  test.each(
    scenarios
      .filter(({ scenario }) => scenario.kind === kind)
      .map(({ name, scenario }) => [`${name}: ${scenario.title}`, scenario] as const)
  )('%s', async (_title, scenario) => {
    const run = await runScenario(scenario, runInProcess)
    expectToSay(run, scenario.expect)
    const facts = run.live.files[factsFile]
    if (facts === undefined) return
    await expectTheSameWithoutNames(readFacts(facts), scenario.manifests)
    expect(await wrongWithLess(scenario, readFacts(facts))).toEqual([])
  })
})

afterAll(sayHowMany)

/** A user's report about this situation. */
async function expectTheSameWithoutNames(facts: Facts, manifests: Scenario['manifests']) {
  const files = Object.entries(manifests).map(([file, text]) => ({ file, text }))
  const { before, after, sent, anonymous } = await compared(facts, files)
  expect(after).toEqual(before)
  expect(namesLeft(namesOf(facts, files), anonymous.facts, sent)).toEqual([])
  expect(sent).not.toContain(secretPassword)
}
