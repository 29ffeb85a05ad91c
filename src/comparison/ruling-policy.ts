import type { RunTime } from '../base/run-time.ts'
import type { Workspace } from '../files/workspace.ts'
import { readPayload } from '../github/environment.ts'
import type { BaseManifests } from '../kubernetes/base-manifests.ts'
import type { Manifests } from '../kubernetes/manifests.ts'
import { readBaseline, type Baseline } from '../settings/baseline-file.ts'
import type { CheckInputs } from '../settings/inputs.ts'
import { policyText } from '../settings-source/policy-text.ts'
import { proposedChange } from '../settings-source/proposed-change.ts'
import { baseManifests } from './base-manifests.ts'
import { trustedSide } from './trusted-side.ts'

export type RulingWorld = {
  readonly workspace: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly time: RunTime
  readonly now: () => Date
  readonly progress: (text: string) => void
}

/** What decides which findings count, as far as it has to be read. */
export type Rulings = {
  readonly base?: BaseManifests
  readonly known: Baseline | null
  readonly trust: 'base' | 'head'
  readonly onlyNew: boolean
  /** The day of the run. */
  readonly today: string
}

/** What somebody typed is of no commit. */
const standardInput = '-'

/** Reads one state of the manifests, without what was typed. */
type Load = (workspace: Workspace, paths: readonly string[]) => Promise<Manifests>

/**
 * Reads what the findings are held against. The base is also asked what it suppresses, where the manifests suppress anything
 * and are those of a change.
 */
export async function rulingPolicy(
  inputs: CheckInputs,
  world: RulingWorld,
  manifests: Manifests,
  load: Load
): Promise<Rulings> {
  const trust = trustedSide(inputs.trustSuppressions, world.environment)
  const isOfChange = proposedChange(world.environment, readPayload(world.environment)) !== null
  const isSuppressing = trust === 'base' || suppresses(manifests)
  const revision = inputs.newSince ?? (isOfChange && isSuppressing ? 'auto' : null)
  const paths = inputs.manifests.paths.filter(path => path !== standardInput)
  const request = { paths, load: (workspace: Workspace) => load(workspace, paths) }
  return {
    ...(revision === null ? {} : { base: await baseManifests({ ...request, revision }, world) }),
    known: await baselineOf(inputs, world),
    trust,
    onlyNew: inputs.newSince !== null,
    today: world.now().toISOString().slice(0, 10)
  }
}

const suppresses = ({ uses, comments = [] }: Manifests): boolean =>
  comments.length > 0 || uses.some(({ suppressions }) => suppressions !== undefined)

/** A baseline that is not known makes more findings count, and is said. */
async function baselineOf(
  { baseline, settingsFrom }: CheckInputs,
  world: RulingWorld
): Promise<Baseline | null> {
  if (baseline === null) return null
  const read = await policyText(baseline, world, settingsFrom)
  if (read.kind === 'text') return readBaseline(baseline, read.text)
  world.progress(`Baseline ${baseline} does not count, because ${read.reason}`)
  return null
}
