import { describe, test } from '@jest/globals'

import { groupBy } from '../../src/base/group-by.ts'
import { idTokenRequestUrl } from '../emulator/services/github.ts'
import { allScenarios } from './all-scenarios.ts'
import { actionOfBundle, commandLineOfBundle } from './programs.ts'
import { runScenario } from './run-scenario.ts'
import { expectToSay } from './said-as-expected.ts'

const longEnough = 120_000

const scenarios = await allScenarios()
/** Of each folder the first of three unlike causes, alternately through the two doors; scenarios.test.ts runs all scenarios. */
const chosen = [...groupBy(scenarios, ({ name }) => name.split('/', 1).join('')).values()].flatMap(
  inFolder =>
    [...groupBy(inFolder, ({ scenario }) => scenario.cause).values()]
      .map(([first]) => first)
      .slice(0, 3)
)

describe.each([
  ['as a command', commandLineOfBundle, [], 0],
  ['as a step of a job', actionOfBundle, [`${new URL(idTokenRequestUrl).host}:443`], 1]
])('the bundle, called %s', (_door, program, ownHosts, turn) => {
  test.concurrent.each(
    chosen
      .filter((_chosen, index) => index % 2 === turn)
      .map(({ name, scenario }) => [`${name}: ${scenario.title}`, scenario] as const)
  )(
    '%s',
    async (_title, scenario) => {
      expectToSay(await runScenario(scenario, program), scenario.expect, ownHosts)
    },
    longEnough
  )
})
