import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { micromark } from 'micromark'
import type { Log } from 'sarif'
import { linkTarget } from '../../src/reports/escape.ts'
import { evidence, verdictsBehind } from '../../src/reports/evidence.ts'
import { groupedByFix } from '../../src/reports/grouping.ts'
import { markdownReport } from '../../src/reports/index.ts'
import { counts, oldFindings } from '../../src/reports/wording/left-out.ts'
import type { Report } from '../../src/reports/report.ts'
import { rendered } from './rendered.ts'
import { hostileReport } from './hostile-report.ts'
import {
  autolinked,
  ownElements,
  renderedMarkdown,
  type RenderedPage
} from './rendered-markdown.ts'
import { sampleReport } from './sample-report.ts'

const holds = (property: (report: Report) => void): void => {
  fc.assert(fc.property(hostileReport, property), { numRuns: 100 })
}

/** Made anew for each run, so that nothing can know them. */
const word = fc.stringMatching(/^[a-z][a-z0-9]{4,9}$/)
const payloads: readonly (readonly [name: string, make: (text: string) => string])[] = [
  ['a mail address', text => `${text}@${text}.example`],
  ['a mail address behind its scheme', text => `mailto:${text}@${text}.example`],
  ['a chat address', text => `xmpp:${text}@${text}.example/room`],
  ['a mention', text => `@${text}`],
  ['a mention of a team', text => `(@${text}/${text})`],
  ['the number of an issue', text => `${text} #${text.length}`],
  ['the number of an issue elsewhere', text => `${text}/${text}#${text.length}`],
  ['an issue in the other spelling', text => `GH-${text.length} gh-${text.length}`],
  ['a bare address', text => `http://${text}.example`],
  ['an address of another scheme', text => `ftp://${text}.example/${text}`],
  ['a bare host', text => `www.${text}.example`],
  ['a bare host in capitals', text => `WWW.${text}.example`],
  ['an address in angle brackets', text => `<https://${text}.example>`],
  ['a mail address in angle brackets', text => `<${text}@${text}.example>`],
  ['a link', text => `[${text}](https://${text}.example)`],
  ['a link behind an open bracket', text => `[${text}[${text}](https://${text}.example)`],
  ['a link with its brackets escaped', text => `\\[${text}\\]\\(https://${text}.example\\)`],
  ['a link with brackets escaped twice', text => `\\\\[${text}\\\\](https://${text}.example)`],
  ['a link to a place of the log', text => `[${text}](0)`],
  ['a link by reference', text => `[${text}]\n\n[${text}]: https://${text}.example`],
  ['a footnote', text => `[^${text}]\n\n[^${text}]: ${text}`],
  ['an image', text => `![${text}](https://${text}.example/x.png)`],
  ['an element', text => `<img src=x alt=${text}>`],
  ['an element of ours', text => `</details><sub>${text}</sub>`],
  ['a comment', text => `<!-- ${text}`],
  ['an entity', text => `&#64;${text} &commat;${text}`],
  ['a task', text => `- [ ] ${text}`],
  ['a heading', text => `# ${text}`],
  ['a quotation', text => `> ${text}`],
  ['a rule', text => `***\n${text}\n---`],
  ['emphasis', text => `*${text}* __${text}__ ~~${text}~~`],
  ['code that is not closed', text => `\`${text}`],
  ['code behind a pipe', text => `| \`${text} | <b>${text}</b>`]
]

/** The sample with a text in the place of every name, message, path and reason. */
function filledWith(text: string): Report {
  const place = { file: `deploy/${text}.yaml`, line: 1, column: 1, endLine: 1, endColumn: 2 }
  const clusters = ['a', 'b'].map(end => `/subscriptions/s/resourceGroups/g/x/x/${text}${end}`)
  return {
    ...sampleReport,
    clusters: clusters.map(id => ({ id, reason: text })),
    verdicts: sampleReport.verdicts.map((verdict, index) => ({
      ...verdict,
      cluster: clusters[index % 2] ?? '',
      image: `${text}${index % 3}`,
      because: [text, `because ${text}`]
    })),
    findings: sampleReport.findings.map((finding, index) => ({
      ...finding,
      cluster: clusters[index % 2] ?? null,
      image: `${text}${index % 3}`,
      registry: text,
      message: index % 2 === 0 ? text : `it is ${text}.`,
      nodePools: [text],
      remediation: [{ description: text, command: `echo ${text}`, code: null }],
      locations: [place]
    })),
    coverage: sampleReport.coverage.map(gap => ({ ...gap, file: place.file, reason: text })),
    settings: sampleReport.settings.map(use => ({
      ...use,
      file: text,
      keys: [text, text],
      reason: use.reason === null ? null : `it is ${text}`
    })),
    notProven: [text, `that ${text} is there`]
  }
}

const filledReports = (make: (text: string) => string): fc.Arbitrary<Report> =>
  word.map(text => filledWith(make(text)))

const source = { repositoryUrl: 'https://github.com/contoso/shop', sha: 'abc123' }

/** Whatever of the page did not come from us. */
function foreign(report: Report, { elements, links, words }: RenderedPage): readonly string[] {
  const documented = Object.values(report.checks).map(({ url }) => linkTarget(url))
  const own = (to: string): boolean =>
    to.startsWith(`${source.repositoryUrl}/blob/${source.sha}/`) ||
    documented.includes(to.replaceAll('&amp;', '&'))
  return [
    ...elements.filter(name => !ownElements.has(name)),
    ...links.filter(to => !own(to)),
    ...words.filter(text => autolinked.test(text))
  ]
}

const countOf = (elements: readonly string[], name: string): number =>
  elements.filter(element => element === name).length

/** How many headings, items and blocks of code a report has, whatever its texts say. */
function blocks(report: Report): Readonly<Record<string, number>> {
  const findings = report.findings.filter(counts)
  const groups = groupedByFix(findings)
  const behind = verdictsBehind(report)
  const sentences = groups.flatMap(group => evidence(behind(group.findings)))
  const { pull } = report.summary.verdicts
  const fixes = groups.flatMap(({ remediation }) => remediation)
  return {
    h2: 1,
    h3: findings.length === 0 ? 0 : 1,
    h4: groups.length,
    li:
      report.coverage.length +
      report.suppressions.length +
      oldFindings(report).length +
      findings.length +
      sentences.length +
      (pull === 0 ? 0 : report.notProven.length),
    pre: fixes.flatMap(({ command, code }) => [command, code]).filter(one => one !== null).length
  }
}

function expectOwn(report: Report): void {
  const page = renderedMarkdown(markdownReport(report, { source }))
  expect(foreign(report, page)).toEqual([])
  expectBlocks(report, page)
  expectTables(page)
}

function expectBlocks(report: Report, { elements }: RenderedPage): void {
  const expected = blocks(report)
  const names = Object.keys(expected)
  expect(Object.fromEntries(names.map(name => [name, countOf(elements, name)]))).toEqual(expected)
}

/** The number of cells in each row, table after table. */
const widths = (elements: readonly string[]): readonly (readonly number[])[] =>
  elements
    .join(' ')
    .split('table ')
    .slice(1)
    .map(table => table.split('tr ').slice(1))
    .map(rows => rows.map(row => row.split(' ').filter(name => /^t[hd]$/.test(name)).length))

function expectTables({ elements }: RenderedPage): void {
  for (const [head, ...rows] of widths(elements))
    expect(rows.filter(width => width !== head)).toEqual([])
}

describe('Markdown, rendered as GitHub does', () => {
  test('has no element, link or mention but its own', () => {
    holds(expectOwn)
  })

  test.each(payloads)('shows %s as text', (_name, make) => {
    fc.assert(fc.property(filledReports(make), expectOwn), { numRuns: 3 })
  })
})

/** How viewers find embedded links: by a pattern without escapes, by the grammar of SARIF 2.1.0, 3.11.6, as Markdown. */
const linkFinders: readonly (readonly [name: string, find: (text: string) => boolean])[] = [
  ['a pattern', text => /\[[^\]]*\]\([^)]+\)/.test(text)],
  ['the grammar of SARIF', text => /\[(?:[^\\[\]]|\\[\\[\]])*\]\([^)]*\)/.test(text)],
  ['Markdown', text => /<(?:a|img)\s/.test(micromark(text, { extensions: [bracketsOnly] }))]
]

/** Plain text knows neither code nor bare addresses. */
const bracketsOnly = {
  disable: { null: ['autolink', 'codeFenced', 'codeIndented', 'codeText', 'htmlFlow', 'htmlText'] }
}

const messages = (report: Report): readonly string[] => {
  const log = JSON.parse(rendered.sarif(report)) as Log
  return log.runs.flatMap(({ results = [], invocations = [] }) => [
    ...results.map(({ message }) => message.text ?? ''),
    ...invocations.flatMap(({ toolExecutionNotifications = [] }) =>
      toolExecutionNotifications.map(({ message }) => message.text ?? '')
    )
  ])
}

describe.each(linkFinders)('a message of SARIF, read by %s', (_name, find) => {
  test('the reader knows a link when it is one', () => {
    expect(find('see [this](https://contoso.example)')).toBe(true)
  })

  test('has no link', () => {
    holds(report => {
      expect(messages(report).filter(find)).toEqual([])
    })
  })

  test.each(payloads)('shows %s as text', (_payload, make) => {
    fc.assert(
      fc.property(filledReports(make), report => {
        expect(messages(report).filter(find)).toEqual([])
      }),
      { numRuns: 3 }
    )
  })
})
