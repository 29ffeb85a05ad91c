import { NothingToJudgeError } from './base/errors.ts'
import { factsFor, type FactsWorld } from './facts-source/facts-source.ts'
import { newestMinors } from './known-issues/support.ts'
import type { CheckInputs, ManifestInputs } from './settings/inputs.ts'
import { judgement } from './judgement/judgement.ts'
import type { Manifests } from './kubernetes/manifests.ts'
import { loadManifests } from './manifests/load.ts'
import { realWorld } from './manifests/world.ts'
import type { Report } from './reports/report.ts'

/** The whole program: inputs to manifests, to facts, to the report. Everything after the facts is pure. */
export async function run(inputs: CheckInputs, given: FactsWorld): Promise<Report> {
  const world = withDeadline(given, inputs.timeout)
  const source = await factsFor(inputs, world)
  const manifests = await readManifests(inputs.manifests, world, source.registrySuffixes)
  const facts = await source.facts(manifests)
  return judgement(manifests, facts, source.kind, inputs)
}

type ManifestWorld = Pick<FactsWorld, 'workspace' | 'progress' | 'endsAt'>

/** Node's timers take no more (setTimeout, `delay`). */
const longestTimer = 2 ** 31 - 1

/** One deadline for all that the run waits for, by the clock of `realWorld`. */
function withDeadline(world: FactsWorld, milliseconds: number): FactsWorld {
  const endsAt = realWorld.now() + milliseconds
  return {
    ...world,
    endsAt,
    timeLeft: () => Math.min(Math.max(Math.ceil(endsAt - realWorld.now()), 0), longestTimer)
  }
}

/** Everything that the named paths hold, which may be nothing. */
export const loadNamed = (
  inputs: ManifestInputs,
  { workspace, progress, endsAt = Infinity }: ManifestWorld,
  registrySuffixes: readonly string[]
): Promise<Manifests> =>
  loadManifests(
    { ...inputs, workspace, registrySuffixes, kubernetesMinors: newestMinors },
    { ...realWorld, progress, endsAt }
  )

/** Reads what the user named; a run that sees no image must not look like one that found no fault. */
export async function readManifests(
  inputs: ManifestInputs,
  world: ManifestWorld,
  registrySuffixes: readonly string[]
): Promise<Manifests> {
  const manifests = await loadNamed(inputs, world, registrySuffixes)
  if (manifests.uses.length === 0 && manifests.problems.length === 0)
    throw new NothingToJudgeError(
      `No image is in ${inputs.paths.join(', ')} (${manifests.files} files read): name the manifests that are deployed, or the directory of the chart or kustomization.`
    )
  return manifests
}
