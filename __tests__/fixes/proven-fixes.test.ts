import { afterAll, describe, expect, test } from '@jest/globals'
import type { Finding, Fix } from '../../src/checks/check.ts'
import { checks } from '../../src/checks/index.ts'
import { judgement, type Policy } from '../../src/judgement/judgement.ts'
import { causesIn } from '../../src/reports/causes.ts'
import type { Report, ReportVerdict } from '../../src/reports/report.ts'
import { casesOf, runOf } from '../checks/fixtures.ts'
import { applied, type World } from './applied-fixes.ts'
import { printedForms, type Printed } from './printed-fixes.ts'
import { smaller } from './smaller-fixes.ts'

/*
 * Every fix that is printed is read as it is printed, carried out on the facts, and judged: it must do what it says.
 */

const policy: Policy = {
  failOn: 'error',
  classSeverity: { pod: 'error', container: 'error', field: 'warning', mention: 'note' },
  checkSeverity: {},
  settings: []
}

const reportOf = ({ manifests, facts }: World): Report =>
  judgement(manifests, facts, 'file', policy)

async function worldOf(id: string, name: string): Promise<World> {
  const { manifests, facts } = await runOf(id, name)
  return { facts, manifests: { ...manifests, infrastructure: ['terraform', 'bicep'] } }
}

/** A way to mend something: steps of which all are needed. A remediation that begins with "Or" begins another. */
function waysOf({ remediation }: Finding): readonly (readonly Fix[])[] {
  const ways: Fix[][] = []
  for (const fix of remediation) {
    const last = ways.at(-1)
    if (last === undefined || fix.description.startsWith('Or ')) ways.push([fix])
    else last.push(fix)
  }
  return ways
}

/** What each form of a way does, one after the other: a step that is printed in one form alone belongs to all. */
function formsOf(
  way: readonly Fix[]
): readonly (readonly [form: string, steps: readonly Printed[]])[] {
  const steps = way.map(printedForms).filter(forms => forms.length > 0)
  const forms = [...new Set(steps.flat().map(([form]) => form))]
  return forms.map(form => [
    form,
    steps.flatMap(step => {
      const own = step.find(([name]) => name === form) ?? step[0]
      return own === undefined ? [] : [own[1]]
    })
  ])
}

const pairOf = ({ cluster, image }: ReportVerdict): string => `${cluster} ${image}`

/** The verdicts of the pulls that a finding explains. */
function explainedBy(report: Report, finding: Finding): readonly ReportVerdict[] {
  const causesOf = causesIn(report)
  return report.verdicts.filter(verdict => causesOf(verdict).includes(finding))
}

const keyOf = ({ check, cluster, registry, image }: Finding): string =>
  JSON.stringify([check, cluster, image ?? registry])

/** What a person would call news after a fix. */
const newFindings = (before: Report, after: Report): readonly Finding[] => {
  const known = new Set(before.findings.map(keyOf))
  return after.findings.filter(
    finding => finding.cluster !== null && finding.severity !== 'note' && !known.has(keyOf(finding))
  )
}

type Trouble = readonly [what: string, ...details: readonly unknown[]]

/** What something may still rewrite is open in the end, whatever it comes to as it is written: that is what a fix mends. */
const openInTheEnd: readonly string[] = ['changed-at-admission']

const isMendedAsWritten = (after: Report, { check, cluster, image }: Finding): boolean =>
  openInTheEnd.includes(check) &&
  after.findings
    .filter(each => each.check === check && each.cluster === cluster && each.image === image)
    .every(({ message }) => !message.includes('could not be pulled'))

/** What a fix itself says that it leaves open. */
const announced: readonly (readonly [check: string, words: RegExp])[] = [
  ['pull-secret-not-proven', /only the registry can tell whether/]
]

/** Everything that a person could know before of why a pull is not decided in the end. */
const isNamed = (
  before: Report,
  way: readonly Fix[],
  { cluster, image, because }: ReportVerdict
) => {
  const found = new Set(before.findings.map(({ check }) => check))
  const evidence = new Set(
    before.verdicts
      .filter(verdict => verdict.cluster === cluster && verdict.image === image)
      .flatMap(verdict => verdict.because)
  )
  const isEvident = because.slice(0, -1).every(sentence => evidence.has(sentence))
  return (check: string): boolean =>
    found.has(check) ||
    isEvident ||
    announced.some(
      ([named, words]) => named === check && way.some(({ description }) => words.test(description))
    )
}

const affected = (report: Report, pairs: ReadonlySet<string>, check: string): number =>
  report.verdicts.filter(verdict => pairs.has(pairOf(verdict)) && verdict.checks.includes(check))
    .length

/** The pulls are in order, or not decided for a reason that was named before, and this one is gone. */
function troublesAfter(
  before: Report,
  finding: Finding,
  way: readonly Fix[],
  after: Report
): readonly Trouble[] {
  const pairs = new Set(explainedBy(before, finding).map(pairOf))
  const left = after.verdicts.filter(
    verdict => pairs.has(pairOf(verdict)) && verdict.result !== 'pull'
  )
  const unnamed = left.flatMap(verdict =>
    verdict.checks.filter(check => !isNamed(before, way, verdict)(check))
  )
  const news = newFindings(before, after).filter(
    ({ check }) => unnamed.includes(check) || !left.some(({ checks: why }) => why.includes(check))
  )
  return [
    ...(affected(after, pairs, finding.check) > 0 && !isMendedAsWritten(after, finding)
      ? [['is not mended'] as const]
      : []),
    ...unnamed.map((check): Trouble => ['fails for a reason that was not named', check]),
    ...news.map(({ check, message }): Trouble => ['is new', check, message])
  ]
}

const tally = new Map<string, number>()
const count = (what: string): void => {
  tally.set(what, (tally.get(what) ?? 0) + 1)
}

function provenIn(world: World): readonly Trouble[] {
  const before = reportOf(world)
  const troubles: Trouble[] = []
  for (const finding of before.findings)
    for (const way of waysOf(finding))
      for (const [form, steps] of formsOf(way)) {
        const told = [finding.check, form, ...steps.map(({ kind }) => kind)]
        const after = reportOf(steps.reduce(applied, world))
        for (const trouble of troublesAfter(before, finding, way, after))
          troubles.push([...trouble, told])
        if (explainedBy(before, finding).length === 0) continue
        count(`${form} ${steps.at(-1)?.kind ?? ''}`)
        for (const [name, less] of smaller(steps, world)) {
          const still = reportOf(less.reduce(applied, world))
          const pairs = new Set(explainedBy(before, finding).map(pairOf))
          const [was, is] = [before, still].map(report => affected(report, pairs, finding.check))
          if (was !== is) troubles.push([`${name} does it too`, told])
          else count('one step smaller')
        }
      }
  return troubles
}

const writing =
  /^az (?:[a-z-]+ )+(?:add|assign|create|delete|enable|generate|import|start|update|upgrade) /

test('every command that writes says in which subscription', async () => {
  const without = new Set<string>()
  for (const [id, name] of cases)
    for (const { remediation } of reportOf(await worldOf(id, name)).findings)
      for (const { command } of remediation)
        if (command !== null && writing.test(command) && !command.includes(' --subscription '))
          without.add(command)
  expect([...without]).toEqual([])
})

const cases = checks.flatMap(({ id }) => casesOf(id).map(name => [id, name] as const))

describe('a printed fix mends what it is printed for, and one step less does not', () => {
  test.each(cases)('%s/%s', async (id, name) => {
    expect(provenIn(await worldOf(id, name))).toEqual([])
  })

  afterAll(() => {
    const said = [...tally].toSorted().map(([what, times]) => `${times} ${what}`)
    process.stderr.write(`fixes that were carried out on the facts: ${said.join(', ')}\n`)
  })
})
