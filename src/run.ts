import { counted } from './base/sentences.ts'
import { NothingToJudgeError } from './base/errors.ts'
import { judgedUses } from './access/judged-uses.ts'
import { factsFor, type FactsWorld } from './facts-source/facts-source.ts'
import { newestMinors } from './known-issues/support.ts'
import type { CheckInputs } from './settings/inputs.ts'
import type { ManifestInputs } from './settings/manifest-inputs.ts'
import { judgement } from './judgement/judgement.ts'
import type { Manifests } from './kubernetes/manifests.ts'
import { emptyContent } from './kubernetes/read.ts'
import { infrastructureLanguages } from './manifests/files/infrastructure.ts'
import { loadManifests } from './manifests/load.ts'
import { whatTimeAllows } from './manifests/what-time-allows.ts'
import { realWorld } from './manifests/world.ts'
import type { Report } from './reports/report.ts'

/** The whole program: inputs to manifests, to facts, to the report. Everything after the facts is pure. */
export async function run(inputs: CheckInputs, world: FactsWorld & ManifestWorld): Promise<Report> {
  const source = await factsFor(inputs, world)
  const read = await readManifests(inputs.manifests, world, source.registrySuffixes)
  const infrastructure = infrastructureLanguages(world.workspace)
  const manifests = judgedUses({ ...read, infrastructure }, source.clusters)
  const facts = await source.facts(manifests)
  const judge = (judged: Manifests): Report => judgement(judged, facts, source.kind, inputs)
  return judge(whatTimeAllows(manifests, facts.clusters.length, judge, world.time))
}

type ManifestWorld = Pick<FactsWorld, 'workspace' | 'progress' | 'time'> & {
  /** What `-` stands for, where it is not the standard input of the process. */
  readonly standardInput?: Buffer
}

/** Everything that the named paths hold, which may be nothing. */
export const loadNamed = (
  inputs: ManifestInputs,
  { workspace, progress, time, standardInput }: ManifestWorld,
  registrySuffixes: readonly string[]
): Promise<Manifests> =>
  inputs.paths.length === 0
    ? Promise.resolve({ ...emptyContent, files: 0, defaultAccount: inputs.defaultAccount })
    : loadManifests(
        { ...inputs, workspace, registrySuffixes, kubernetesMinors: newestMinors },
        {
          ...realWorld,
          progress,
          time,
          ...(standardInput === undefined
            ? {}
            : { readStandardInput: () => Promise.resolve(standardInput) })
        }
      )

/** Reads what the user named; a run that sees no image must not look like one that found no fault. */
export async function readManifests(
  inputs: ManifestInputs,
  world: ManifestWorld,
  registrySuffixes: readonly string[]
): Promise<Manifests> {
  const manifests = await loadNamed(inputs, world, registrySuffixes)
  if (
    manifests.uses.length === 0 &&
    manifests.problems.every(({ severity, unread }) => severity === 'note' && unread === null)
  )
    throw new NothingToJudgeError(
      `No image is in ${inputs.paths.join(', ')} (${counted(manifests.files, 'file')} read): name the manifests that are deployed, or the directory of the chart or kustomization.`
    )
  return manifests
}
