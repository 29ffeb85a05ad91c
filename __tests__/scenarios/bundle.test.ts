import { describe, test } from '@jest/globals'

import { groupBy } from '../../src/base/group-by.ts'
import { idTokenRequestUrl } from '../emulator/services/github.ts'
import { allScenarios, type NamedScenario } from './all-scenarios.ts'
import { actionOfBundle, commandLineOfBundle } from './programs.ts'
import { runScenario } from './run-scenario.ts'
import { expectToSay } from './said-as-expected.ts'

const longEnough = 120_000

const scenarios = await allScenarios()
const firstOfEach = (key: (named: NamedScenario) => string | null): readonly NamedScenario[] =>
  [...groupBy(scenarios, key).values()].map(([first]) => first)

/** One of each cause and of each folder, alternately through the two doors; scenarios.test.ts runs all of them. */
const chosen = [
  ...new Set([
    ...firstOfEach(({ scenario }) => scenario.cause),
    ...firstOfEach(({ name }) => name.split('/', 1).join(''))
  ])
]

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
