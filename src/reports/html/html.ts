import { firstGaps, gapText, notEverythingRead } from '../coverage.ts'
import { markupText } from '../escape.ts'
import { verdictsBehind } from '../evidence.ts'
import { groupedByFix } from '../grouping.ts'
import { htmlGroup } from './html-group.ts'
import { htmlImages } from './html-images.ts'
import { leftSection } from './html-left.ts'
import { htmlStyle } from './html-style.ts'
import { htmlTable } from './html-table.ts'
import { counts } from '../wording/left-out.ts'
import { clusterNames } from '../wording/names.ts'
import type { Report } from '../report.ts'
import { applied, notApplied } from '../wording/settings-text.ts'
import {
  factsText,
  findingCounts,
  headline,
  lookedAt,
  noBlockingConfiguration,
  notJudged,
  notLookedAt
} from '../wording/words.ts'

/** One page that needs nothing else: no script, no request, light and dark, fit to print. */
export function htmlReport(report: Report): string {
  return `${[
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${markupText(`${report.tool.name}: ${headline(report)}`)}</title>`,
    `<style>${htmlStyle}</style>`,
    '</head>',
    '<body>',
    ...header(report),
    '<main>',
    ...unreadSection(report),
    ...verdictSection(report),
    ...findingSection(report),
    ...htmlImages(report),
    ...leftSection(report),
    ...proofSection(report),
    '</main>',
    `<footer>${markupText(`${report.tool.name} ${report.tool.version}`)}</footer>`,
    '</body>',
    '</html>'
  ].join('\n')}\n`
}

function header(report: Report): readonly string[] {
  const { error, summary } = report
  const others = notJudged(report)
  const names = clusterNames(report)
  return [
    `<header class="${summary.conclusion}">`,
    `<p class="conclusion">${summary.conclusion}</p>`,
    `<h1>${markupText(headline(report))}</h1>`,
    ...(error === null
      ? [
          `<p>${findingCounts(summary)} · looked at ${lookedAt(summary)}</p>`,
          `<p class="quiet">facts ${markupText(factsText(report))}${others === null ? '' : ` · ${others}`}</p>`
        ]
      : [
          `<p>${markupText(error.message)}</p>`,
          `<p class="quiet">exit code ${error.exitCode}</p>`
        ]),
    ...report.clusters.flatMap(({ id, reason }) =>
      reason === null
        ? []
        : [
            `<p>Cluster <b>${markupText(names(id))}</b> could not be read: ${markupText(reason)}</p>`
          ]
    ),
    ...notApplied(report.settings).map(sentence => `<p>${markupText(sentence)}.</p>`),
    ...applied(report.settings).map(sentence => `<p class="quiet">${markupText(sentence)}.</p>`),
    '</header>'
  ]
}

const mostGaps = 1000

function unreadSection(report: Report): readonly string[] {
  const { gaps, more } = firstGaps(report, mostGaps)
  if (gaps.length === 0) return []
  return [
    '<section>',
    `<h2>${notEverythingRead}</h2>`,
    '<ul>',
    ...gaps.map(gap => `<li>${markupText(gapText(gap))}</li>`),
    ...(more === null ? [] : [`<li>${more}</li>`]),
    '</ul>',
    ...(report.notAsked.length === 0 ? [] : [`<p>${markupText(notLookedAt(report.notAsked))}</p>`]),
    '</section>'
  ]
}

function verdictSection(report: Report): readonly string[] {
  const table = htmlTable(report)
  return table.length === 0
    ? []
    : ['<section>', '<h2>Verdicts</h2>', '<div class="wide">', ...table, '</div>', '</section>']
}

function findingSection(report: Report): readonly string[] {
  const groups = groupedByFix(report.findings.filter(counts))
  if (groups.length === 0) return []
  const behind = verdictsBehind(report)
  const names = clusterNames(report)
  return [
    '<section>',
    '<h2>What to fix</h2>',
    ...groups.flatMap(group => htmlGroup(report, group, behind(group.findings), names)),
    '</section>'
  ]
}

function proofSection(report: Report): readonly string[] {
  if (report.summary.verdicts.pull === 0) return []
  return [
    '<section class="proof">',
    '<h2>What is not proven</h2>',
    `<p><b>pull</b> means ${noBlockingConfiguration}. Only a node can prove:</p>`,
    '<ul>',
    ...report.notProven.map(item => `<li>${markupText(item)}</li>`),
    '</ul>',
    '</section>'
  ]
}
