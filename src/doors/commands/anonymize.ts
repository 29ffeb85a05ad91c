import { join } from 'node:path'
import { anonymous, type Anonymous } from '../../anonymize/anonymous.ts'
import { differences, findingLines, verdictLines } from '../../anonymize/said.ts'
import { checks } from '../../checks/index.ts'
import { exitCode, InputError, type ExitCode } from '../../base/errors.ts'
import { readFactsFile } from '../../facts-source/facts-source.ts'
import { writeFacts } from '../../facts/facts-file.ts'
import type { Facts } from '../../facts/facts.ts'
import { Workspace } from '../../files/workspace.ts'
import { isThere, writeNamedFile } from '../../files/write-named.ts'
import { azureRegistrySuffixes } from '../../kubernetes/images/registry-host.ts'
import { judge } from '../../judgement/findings.ts'
import { copiedTexts } from '../../manifests/files/copied-texts.ts'
import { type JudgedPulls, judgePulls } from '../../pulls/judged-pulls.ts'
import type { Verdict } from '../../pulls/verdict.ts'
import { inertLines, oneLine } from '../../reports/escape.ts'
import { loadNamed } from '../../run.ts'
import { manifestInputs, type ManifestInputs } from '../../settings/manifest-inputs.ts'
import { defaultClassSeverity } from '../../settings/severity-limits.ts'
import { first, type Settings } from '../../settings/setting-values.ts'
import type { Terminal } from '../terminal.ts'

type Wanted = {
  readonly factsFile: string
  readonly folder: string
  readonly inputs: ManifestInputs
}

function wanted(settings: Settings): Wanted {
  const factsFile = first(settings, 'facts')
  const folder = first(settings, 'out')
  // The paths of targets would be those of the originals.
  const inputs = { ...manifestInputs(settings), targets: null }
  if (factsFile === null)
    throw new InputError(
      'No facts are named: give --facts with the file that acr-pull-check collect or check --facts-out wrote.'
    )
  if (folder === null)
    throw new InputError(
      'Nothing says where to write: give --out with a folder that is not there yet.'
    )
  if (inputs.paths.includes('-'))
    throw new InputError('Standard input cannot be copied: give files or directories.')
  return { factsFile, folder, inputs }
}

async function judged(
  facts: Facts,
  inputs: ManifestInputs,
  terminal: Terminal
): Promise<JudgedPulls> {
  const suffixes = [...azureRegistrySuffixes, ...facts.cloud.registrySuffixes]
  return judgePulls(await loadNamed(inputs, terminal, suffixes), facts)
}

const saidOf = (pulls: JudgedPulls, spoken?: (text: string) => string): readonly string[] => [
  ...verdictLines(pulls.verdicts, spoken),
  ...findingLines(judge(checks, pulls, defaultClassSeverity))
]

const manifestsIn = (folder: string): string => join(folder, 'manifests')

function write(copy: Anonymous, folder: string, { workspace }: Terminal): void {
  writeNamedFile(workspace, join(folder, 'facts.json'), writeFacts(copy.facts))
  for (const { file, text } of copy.files)
    writeNamedFile(workspace, join(manifestsIn(folder), inside(file)), text)
}

/** A file from outside of the workspace goes into the copy like all others. */
const inside = (file: string): string =>
  file
    .split('/')
    .filter(part => part !== '..' && part !== '.' && part !== '')
    .join('/')

const counted = (verdicts: readonly Verdict[]): string =>
  (['pull', 'no-pull', 'unknown'] as const)
    .map(result => `${verdicts.filter(each => each.result === result).length} ${result}`)
    .join(', ')

function summary(folder: string, files: number, verdicts: readonly Verdict[], namespace: string) {
  const shown = namespace === 'default' ? '' : ` --namespace ${namespace}`
  const check = `acr-pull-check check ${manifestsIn(folder)} --facts ${join(folder, 'facts.json')}${shown}`
  return [
    `Written to ${folder}: facts.json and ${files} manifests, with other names and ids and without secrets.`,
    ...(files === 0
      ? []
      : [`Verdicts and findings are the same: ${counted(verdicts)}. To see them: ${check}`]),
    'Look through it before you send it: words of Kubernetes and Azure, regions, versions, dates and numbers of up to five digits stay.',
    ''
  ].join('\n')
}

/** Files and verdicts are compared on disk, as whoever gets the copy will read them. */
export async function anonymize(settings: Settings, terminal: Terminal): Promise<ExitCode> {
  const { factsFile, folder, inputs } = wanted(settings)
  const workspace = Workspace.open(terminal.workspace)
  // It may be somebody's, or left of another report.
  if (isThere(terminal.workspace, folder))
    throw new InputError(`${folder} is there already: name a folder that is not there yet.`)
  const facts = readFactsFile(factsFile, terminal.workspace)
  const before = await judged(facts, inputs, terminal)
  const { sources, left } = await copiedTexts(inputs.paths, workspace, factsFile)
  const copy = anonymous({ facts, files: sources, others: [inputs.namespace] })
  write(copy, folder, terminal)
  const complain = (text: string): void => {
    terminal.complain(inertLines(oneLine(text)))
  }
  for (const each of left) complain(`Not copied: ${each}.`)
  const namespace = copy.textOf(inputs.namespace)
  const paths = sources.length === 0 ? [] : [manifestsIn(folder)]
  const after = await judged(copy.facts, { ...inputs, paths, namespace }, terminal)
  const changes = differences(saidOf(before, copy.textOf), saidOf(after))
  if (changes.length > 0) {
    complain(
      `The copy in ${folder} gives other verdicts or findings: say so where you send it, and name all that the manifests refer to in one call.`
    )
    changes.forEach(complain)
    return exitCode.usage
  }
  await terminal.print(summary(folder, sources.length, after.verdicts, namespace))
  return exitCode.ok
}
