import { counted } from './base/sentences.ts'
import { NothingToJudgeError } from './base/errors.ts'
import { judgedUses } from './access/judged-uses.ts'
import { factsFor, type FactsWorld } from './facts-source/facts-source.ts'
import { newestMinors } from './known-issues/support.ts'
import type { CheckInputs } from './settings/inputs.ts'
import type { ManifestInputs } from './settings/manifest-inputs.ts'
import { project } from './base/project.ts'
import { rulingPolicy } from './comparison/ruling-policy.ts'
import type { Facts } from './facts/facts.ts'
import { writeNamedFile } from './files/write-named.ts'
import { judgement, type Policy } from './judgement/judgement.ts'
import { writtenBaseline } from './judgement/written-baseline.ts'
import { baselineText } from './settings/baseline-file.ts'
import type { Manifests } from './kubernetes/manifests.ts'
import { emptyContent } from './kubernetes/read.ts'
import { infrastructureLanguages } from './manifests/files/infrastructure.ts'
import { loadManifests, type ManifestSource } from './manifests/load.ts'
import { ReadingMemory } from './manifests/reading-memory.ts'
import { whatTimeAllows } from './manifests/what-time-allows.ts'
import { realWorld, type World } from './manifests/world.ts'
import type { Workspace } from './files/workspace.ts'
import type { Report } from './reports/report.ts'

/** The whole program: inputs to manifests, to facts, to the report. Everything after the facts is pure. */
export async function run(inputs: CheckInputs, world: FactsWorld & ManifestWorld): Promise<Report> {
  const source = await factsFor(inputs, world)
  const memory = inputs.newSince === null ? {} : { memory: new ReadingMemory() }
  const read = await readManifests(inputs.manifests, world, source.registrySuffixes, memory)
  const infrastructure = infrastructureLanguages(world.workspace)
  const manifests = judgedUses({ ...read, infrastructure }, source.clusters)
  const load = async (workspace: Workspace, paths: readonly string[]): Promise<Manifests> =>
    judgedUses(
      await loadNamed({ ...inputs.manifests, paths }, world, source.registrySuffixes, {
        ...memory,
        workspace
      }),
      source.clusters
    )
  const rulings = await rulingPolicy(inputs, world, manifests, load)
  const facts = await source.facts(manifests)
  const policy = writingBaseline({ ...inputs, ...rulings }, manifests, facts, world)
  const judge = (judged: Manifests): Report => judgement(judged, facts, source.kind, policy)
  return judge(whatTimeAllows(manifests, facts.clusters.length, judge, world.time))
}

/** Writes what is found to a file where somebody asked for it; from then on it is known. */
function writingBaseline<P extends Policy>(
  policy: P & Pick<CheckInputs, 'writeBaseline'>,
  manifests: Manifests,
  facts: Facts,
  { workspace, now }: FactsWorld
): P {
  const file = policy.writeBaseline
  if (file === null) return policy
  const entries = writtenBaseline(manifests, facts, policy)
  const { name, version } = project
  writeNamedFile(workspace, file, [baselineText(entries, { name, version }, now().toISOString())])
  return { ...policy, known: { file, entries } }
}

type ManifestWorld = Pick<FactsWorld, 'workspace' | 'progress' | 'time'> & {
  /** What `-` stands for, where it is not the standard input of the process. */
  readonly standardInput?: Buffer
}

const giving =
  (bytes: Buffer): World['readStandardInput'] =>
  (_milliseconds, take) => {
    take(bytes)
    return Promise.resolve(true)
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
          ...(standardInput === undefined ? {} : { readStandardInput: giving(standardInput) })
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
