import { describe, test } from '@jest/globals'

import { runInProcess } from '../emulator/run-in-process.ts'
import { allScenarios } from './all-scenarios.ts'
import { runScenario } from './run-scenario.ts'
import { expectToSay } from './said-as-expected.ts'

const scenarios = await allScenarios()

describe.each(['fault', 'trap'] as const)('%s', kind => {
  test.each(
    scenarios
      .filter(({ scenario }) => scenario.kind === kind)
      .map(({ name, scenario }) => [`${name}: ${scenario.title}`, scenario] as const)
  )('%s', async (_title, scenario) => {
    expectToSay(await runScenario(scenario, runInProcess), scenario.expect)
  })
})
