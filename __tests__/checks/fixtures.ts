import { isUtf8 } from 'node:buffer'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { unwatched } from '../../src/access/look-up.ts'
import type { Check, CheckContext, Finding } from '../../src/checks/check.ts'
import { judge } from '../../src/judgement/findings.ts'
import { readFacts } from '../../src/facts/facts-file.ts'
import type { Facts } from '../../src/facts/facts.ts'
import { judgement } from '../../src/judgement/judgement.ts'
import { findingsOf, judgeRun, type JudgedRun } from '../../src/judgement/judged-run.ts'
import type { DeploymentTarget } from '../../src/kubernetes/deployment-target.ts'
import type { Manifests } from '../../src/kubernetes/manifests.ts'
import { loadManifests } from '../../src/manifests/load.ts'
import { realWorld, type World } from '../../src/manifests/world.ts'
import { judgePulls } from '../../src/pulls/judged-pulls.ts'
import type { LookupPolicy } from '../../src/pulls/lookup-policy.ts'
import type { ReportVerdict } from '../../src/reports/report.ts'
import { lookupInputs } from '../../src/settings/inputs.ts'
import { settingsFromFile } from '../../src/settings/settings-file.ts'
import type { Settings } from '../../src/settings/setting-values.ts'
import { deploymentTargets } from '../../src/settings/targets.ts'
import { expanded } from '../worlds/overlay.ts'
import { worldNamed } from '../worlds/worlds.ts'

export const fixtureRoot = import.meta.dirname

export const casesOf = (check: string): readonly string[] =>
  readdirSync(join(fixtureRoot, check), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)

const read = (check: string, name: string, file: string): string =>
  readFileSync(join(fixtureRoot, check, name, file), 'utf8')

/** Empty where nobody has written it yet. */
export const expectedText = (check: string, name: string): string =>
  existsSync(join(fixtureRoot, check, name, 'expected.txt'))
    ? read(check, name, 'expected.txt')
    : ''

/** The files of a case that has a folder of them, by path; null where it has none, or some of them are no text. */
export function manifestFiles(
  check: string,
  name: string
): Readonly<Record<string, string>> | null {
  const folder = join(fixtureRoot, check, name)
  if (!existsSync(join(folder, 'manifests'))) return null
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .filter(path => !['facts.yaml', 'facts.json', 'settings.yaml', 'expected.txt'].includes(path))
  const texts = paths.map(path => [path, readFileSync(join(folder, path))] as const)
  return texts.every(([, bytes]) => isUtf8(bytes))
    ? Object.fromEntries(texts.map(([path, bytes]) => [path, bytes.toString('utf8')]))
    : null
}

/** The facts of a case: what differs from a named world, or a whole facts file. */
function factsText(check: string, name: string): string {
  const forms = ['facts.yaml', 'facts.json'].filter(file =>
    existsSync(join(fixtureRoot, check, name, file))
  )
  if (forms.length !== 1)
    throw new Error(`${check}/${name} needs facts.yaml or facts.json, and one of them only.`)
  return forms[0] === 'facts.yaml'
    ? JSON.stringify(expanded(read(check, name, 'facts.yaml'), worldNamed))
    : read(check, name, 'facts.json')
}

export const factsOf = (check: string, name: string): Facts => readFacts(factsText(check, name))

/** The part of expected.txt after the verdicts: what the check itself says; empty where it finds nothing. */
export const expectedFindings = (check: string, name: string): string =>
  expectedText(check, name).split(/^\n/m).slice(1).join('\n')

/** null: the case has several files, or bytes that are no text. */
export const manifestText = (check: string, name: string): string | null =>
  existsSync(join(fixtureRoot, check, name, 'manifest.yaml'))
    ? read(check, name, 'manifest.yaml')
    : null

/** Reads the paths of a folder as they are written, with no setting. */
export const readAsWritten = (
  paths: readonly string[],
  workspace: string,
  { cloud }: Facts,
  targets: readonly DeploymentTarget[] | null = null,
  world: World = realWorld
): Promise<Manifests> =>
  loadManifests(
    {
      paths,
      workspace,
      namespace: 'default',
      variables: {},
      registrySuffixes: cloud.registrySuffixes,
      setImages: [],
      imagePullSecrets: [],
      defaultAccount: 'empty',
      render: false,
      remoteBases: false,
      kubernetesMinors: [],
      helm: { valuesFiles: [], set: [], releases: [], charts: {} },
      targets
    },
    world
  )

/** Of `settings.yaml`, which few cases have, only the targets and what is said of looking images up count. */
const settingsOf = (check: string, name: string): Settings =>
  existsSync(join(fixtureRoot, check, name, 'settings.yaml'))
    ? settingsFromFile('settings.yaml', read(check, name, 'settings.yaml'))
    : {}

const targetsOf = (check: string, name: string): readonly DeploymentTarget[] | null =>
  deploymentTargets(settingsOf(check, name))

const lookupOf = (check: string, name: string): LookupPolicy =>
  lookupInputs(settingsOf(check, name))

/** A case has one manifest.yaml, or a folder `manifests` where it takes several files or other bytes; one of a cluster has stdin.yaml. */
function manifestsOf(check: string, name: string, facts: Facts): Promise<Manifests> {
  const workspace = join(fixtureRoot, check, name)
  if (existsSync(join(workspace, 'stdin.yaml')))
    return readAsWritten(['-'], workspace, facts, null, {
      ...realWorld,
      readStandardInput: (_milliseconds, take) => {
        take(readFileSync(join(workspace, 'stdin.yaml')))
        return Promise.resolve(true)
      }
    })
  const path = existsSync(join(workspace, 'manifests')) ? 'manifests' : 'manifest.yaml'
  return readAsWritten([path], workspace, facts, targetsOf(check, name))
}

const line = (finding: Finding): string =>
  finding.locations
    .map(
      ({ file, line, column }) =>
        `${file}:${line}:${column}: ${finding.severity}: ${finding.message} [${finding.check}]`
    )
    .join('\n')

const fixes = (finding: Finding): readonly string[] =>
  finding.remediation.flatMap(({ description, command }) => [
    `  fix: ${description}`,
    ...(command === null ? [] : command.split('\n').map(text => `  $ ${text}`))
  ])

const limits = { pod: 'error', container: 'error', field: 'warning', mention: 'note' } as const

/** What the checks see of one fixture folder. */
export async function contextOf(check: string, name: string): Promise<CheckContext> {
  const facts = factsOf(check, name)
  return judgePulls(await manifestsOf(check, name, facts), facts, unwatched, lookupOf(check, name))
}

const shortName = (id: string): string => id.split('/').at(-1) ?? id

const verdictLine = ({ cluster, image, result, puller }: ReportVerdict): string =>
  `${shortName(cluster)} ${image}: ${result} (${puller.kind})\n`

/** What all checks together come to: the verdicts in the end, and the conclusion. */
function verdictsText({ manifests, facts }: JudgedRun, lookup: LookupPolicy): string {
  const policy = {
    lookup,
    failOn: 'error',
    classSeverity: limits,
    checkSeverity: {},
    settings: []
  } as const
  const { summary, verdicts } = judgement(manifests, facts, 'file', policy)
  return `conclusion: ${summary.conclusion}\n${verdicts.map(verdictLine).join('')}`
}

const findingsText = (check: Check, run: JudgedRun): string =>
  findingsOf(run, [check], part => judge([check], part, limits))
    .flatMap(finding => [line(finding), ...fixes(finding)])
    .map(text => `${text}\n`)
    .join('')

/** One fixture folder as a run judges it, with the targets of its settings. */
export async function runOf(check: string, name: string): Promise<JudgedRun> {
  const facts = factsOf(check, name)
  return judgeRun(await manifestsOf(check, name, facts), facts, unwatched, lookupOf(check, name))
}

/** The verdicts of one fixture folder and what its check says of it, as its expected.txt spells them. */
export async function judgedText(check: Check, id: string, name: string): Promise<string> {
  const run = await runOf(id, name)
  const findings = findingsText(check, run)
  return verdictsText(run, lookupOf(id, name)) + (findings === '' ? '' : `\n${findings}`)
}

export function writeExpected(check: string, name: string, text: string): void {
  writeFileSync(join(fixtureRoot, check, name, 'expected.txt'), text)
}
