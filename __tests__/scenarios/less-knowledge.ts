import { endlessTime } from '../../src/base/run-time.ts'
import type { Facts } from '../../src/facts/facts.ts'
import { loadNamed } from '../../src/run.ts'
import { parseCommandLine } from '../../src/settings/command-line.ts'
import { manifestInputs } from '../../src/settings/manifest-inputs.ts'
import { judgedWithLess } from '../judgement/less-knowledge.ts'
import { changes, createTally, resultsOf } from '../judgement/monotone.ts'
import { neighbours, turnedFacts, turnedManifests } from '../judgement/same-knowledge.ts'
import { workspaceWith } from '../manifests/workspace-files.ts'
import type { Scenario } from './scenario.ts'

const tally = createTally()

const inputsOf = ({ arguments: words = [], manifests }: Scenario) => {
  const call = parseCommandLine(['check', ...words, ...Object.keys(manifests)])
  if (!('settings' in call)) throw new Error('The scenario is no check.')
  return manifestInputs(call.settings)
}

/** What is proven of a scenario without something that its run knew, or that hangs on an order; the facts are those of the run. */
export async function wrongWithLess(scenario: Scenario, facts: Facts): Promise<readonly unknown[]> {
  const world = {
    workspace: workspaceWith(scenario.manifests),
    progress: () => undefined,
    time: endlessTime
  }
  const manifests = await loadNamed(inputsOf(scenario), world, facts.cloud.registrySuffixes)
  const before = resultsOf(manifests, facts)
  const among = resultsOf(manifests, { ...facts, clusters: [...neighbours, ...facts.clusters] })
  return [
    ...tally.wrongProofs(before, judgedWithLess(manifests, facts)),
    ...changes(before, resultsOf(turnedManifests(manifests), turnedFacts(facts))),
    ...changes(before, new Map([...among].filter(([use]) => before.has(use))))
  ]
}

export const sayHowMany = (): void => {
  tally.say('the scenarios')
}
