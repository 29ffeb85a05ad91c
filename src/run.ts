import { counted } from './base/sentences.ts'
import { NothingToJudgeError } from './base/errors.ts'
import { judgedUses } from './access/judged-uses.ts'
import { factsFor, type FactsSource, type FactsWorld } from './facts-source/facts-source.ts'
import { newestMinors } from './known-issues/support.ts'
import type { CheckInputs } from './settings/inputs.ts'
import type { ManifestInputs } from './settings/manifest-inputs.ts'
import { judgement } from './judgement/judgement.ts'
import type { BaseManifests } from './kubernetes/base-manifests.ts'
import type { Manifests } from './kubernetes/manifests.ts'
import { emptyContent } from './kubernetes/read.ts'
import { infrastructureLanguages } from './manifests/files/infrastructure.ts'
import { loadManifests, standardInput, type ManifestSource } from './manifests/load.ts'
import { ReadingMemory } from './manifests/reading-memory.ts'
import { whatTimeAllows } from './manifests/what-time-allows.ts'
import { realWorld } from './manifests/world.ts'
import type { Workspace } from './files/workspace.ts'
import type { Report } from './reports/report.ts'

/** The whole program: inputs to manifests, to facts, to the report. Everything after the facts is pure. */
export async function run(inputs: CheckInputs, world: FactsWorld & ManifestWorld): Promise<Report> {
  const source = await factsFor(inputs, world)
  const memory = inputs.newSince === null ? {} : { memory: new ReadingMemory() }
  const read = await readManifests(inputs.manifests, world, source.registrySuffixes, memory)
  const infrastructure = infrastructureLanguages(world.workspace)
  const manifests = judgedUses({ ...read, infrastructure }, source.clusters)
  const base = await baseFor(inputs, world, source, memory)
  const facts = await source.facts(manifests)
  const policy = { ...inputs, ...base }
  const judge = (judged: Manifests): Report => judgement(judged, facts, source.kind, policy)
  return judge(whatTimeAllows(manifests, facts.clusters.length, judge, world.time))
}

/** What this run is held against, as the policy of the judgement has it. */
async function baseFor(
  { newSince, manifests }: CheckInputs,
  world: FactsWorld & ManifestWorld,
  { registrySuffixes, clusters }: Pick<FactsSource, 'registrySuffixes' | 'clusters'>,
  memory: Pick<ManifestSource, 'memory'>
): Promise<{ readonly base?: BaseManifests }> {
  if (newSince === null) return {}
  // What somebody typed is of no commit.
  const paths = manifests.paths.filter(path => path !== standardInput)
  const load = async (workspace: Workspace): Promise<Manifests> =>
    judgedUses(
      await loadNamed({ ...manifests, paths }, world, registrySuffixes, { ...memory, workspace }),
      clusters
    )
  const { baseManifests } = await import('./comparison/base-manifests.ts')
  const request = { revision: newSince, paths, load }
  return { base: await baseManifests(request, world) }
}

type ManifestWorld = Pick<FactsWorld, 'workspace' | 'progress' | 'time'> & {
  /** What `-` stands for, where it is not the standard input of the process. */
  readonly standardInput?: Buffer
}

/** Everything that the named paths hold, which may be nothing. */
export const loadNamed = (
  inputs: ManifestInputs,
  { workspace, progress, time, standardInput }: ManifestWorld,
  registrySuffixes: readonly string[],
  source: ManifestSource = {}
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
        },
        source
      )

/** Reads what the user named; a run that sees no image must not look like one that found no fault. */
export async function readManifests(
  inputs: ManifestInputs,
  world: ManifestWorld,
  registrySuffixes: readonly string[],
  source: ManifestSource = {}
): Promise<Manifests> {
  const manifests = await loadNamed(inputs, world, registrySuffixes, source)
  if (
    manifests.uses.length === 0 &&
    manifests.problems.every(({ severity, unread }) => severity === 'note' && unread === null)
  )
    throw new NothingToJudgeError(
      `No image is in ${inputs.paths.join(', ')} (${counted(manifests.files, 'file')} read): name the manifests that are deployed, or the directory of the chart or kustomization.`
    )
  return manifests
}
