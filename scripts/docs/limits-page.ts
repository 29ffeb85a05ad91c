import { bounds } from '../../src/access/judged-uses.ts'
import { contentLimits, defaultLimits } from '../../src/azure/limits.ts'
import { stageEnds, type Stage } from '../../src/base/run-time.ts'
import { limits } from '../../src/manifests/limits.ts'
import { mostBytes } from '../../src/reports/wording/shortened.ts'
import { largestFile } from '../../src/settings-source/base-file.ts'
import { maxDepth } from '../../src/yaml/yaml-events.ts'
import { mostNodes } from '../../src/yaml/yaml-limits.ts'

const count = (value: number): string => value.toLocaleString('en-US')
const megabytes = (bytes: number): string => `${count(bytes / 1024 / 1024)} MB`
const seconds = (milliseconds: number): string => `${count(milliseconds / 1000)} s`

/** What is bounded, by how much, what becomes of the rest, and what a user may do. */
type Row = readonly [what: string, bound: string, beyond: string, change: string]

const gap = 'not read, and listed in `coverage`: the run is no pass'
const smaller = 'split it, or name another file'
const fewer = 'check fewer manifests at a time'

const manifestRows: readonly Row[] = [
  ['one file, and one object of standard input', megabytes(limits.fileBytes), gap, smaller],
  ['standard input', megabytes(limits.pipedBytes), gap, fewer],
  ['nesting of a document', `${count(maxDepth)} levels`, gap, smaller],
  ['nodes of a file, those behind aliases counted each time', count(mostNodes), gap, smaller],
  ['places of a run that name an image', count(limits.uses), gap, fewer],
  [
    'images that are judged, each as often as other kinds of pods pull it',
    count(bounds.pulls),
    gap,
    fewer
  ],
  [
    'verdicts: images times clusters',
    count(bounds.verdicts),
    gap,
    'check fewer manifests, or fewer clusters, at a time'
  ],
  ['ways in which GitOps objects deploy one file', count(limits.deployments), gap, fewer],
  ['a settings file', megabytes(largestFile), 'an error (exit code 2)', 'shorten it']
]

const renderRows: readonly Row[] = [
  [
    'what helm or kustomize gets a copy of',
    `${count(limits.copied.entries)} files, ${megabytes(limits.copied.bytes)}`,
    'not rendered: its plain files are read, the rest is a gap',
    'move what is no part of the chart out of its directory'
  ],
  ['time of one render', seconds(limits.renderMilliseconds), 'the same', 'render it yourself, and pass the output'],
  [
    'processor time of one render, where `prlimit` is there',
    `${count(limits.smallRenderSeconds)} to ${count(limits.renderProcessorSeconds)} s, by its size`,
    'the same',
    'the same'
  ],
  [
    'memory of one render, where `prlimit` is there',
    megabytes(limits.renderMemoryBytes),
    'the same',
    'the same'
  ],
  [
    'output of one render, and of all together',
    `${megabytes(limits.renderOutputBytes)}, ${megabytes(limits.allOutputBytes)}`,
    'the same',
    'the same'
  ],
  ['renders at the same time', count(limits.concurrentRenders), 'the others wait', '-']
]

const content = contentLimits(defaultLimits)

const azureRows: readonly Row[] = [
  [
    'one try of one request, its answer included',
    seconds(defaultLimits.request),
    'tried again, then a fact without answer: `unknown`',
    '-'
  ],
  ['tries after the first', count(defaultLimits.retries), 'the same', '-'],
  [
    'a wait that a throttling answer asks for, and all of one request',
    `${seconds(defaultLimits.wait)}, ${seconds(defaultLimits.waits)}`,
    'the same',
    'run it at another time, or less often'
  ],
  ['one answer, unpacked', megabytes(defaultLimits.bodyBytes), 'a fact without answer: `unknown`', '-'],
  ['pages of one list', count(defaultLimits.pages), 'the same', '-'],
  [
    'one answer of a registry about an image, and one try of a request',
    `${megabytes(content.bodyBytes)}, ${seconds(content.request)}`,
    'the same; a registry that does not answer at all is not asked about the other images',
    'without the look-up: `--registry-lookup off`'
  ],
  ['requests to one registry at the same time', count(content.concurrentRequests), 'the others wait', '-']
]

const reportRows: readonly Row[] = [
  [
    'a report but for JSON',
    megabytes(mostBytes),
    'shortened, which it says; counts and conclusion are those of all',
    'take the JSON report, which has everything'
  ]
]

const table = (rows: readonly Row[]): string =>
  [
    '| what | bound | beyond it | what helps |',
    '|---|---|---|---|',
    ...rows.map(row => `| ${row.join(' | ')} |`)
  ].join('\n')

const stageText: Readonly<Record<Stage, string>> = {
  settings: 'reading the settings file of the base, by git or from GitHub',
  rendering: 'finding manifests, rendering charts and kustomizations',
  reading: 'reading what was found and rendered',
  facts: 'signing in, and asking Azure',
  judgement: 'judging',
  publishing: 'the check run; files are written in any case'
}

const beyondStage: Readonly<Record<Stage, string>> = {
  settings: 'what the base says is not known, a gap',
  rendering: 'directories and charts that were not reached are gaps',
  reading: 'files that were not reached are gaps',
  facts: 'a cluster that did not answer ends the run (exit code 3), other facts without answer are `unknown`',
  judgement: 'images that were not reached are a gap',
  publishing: 'a warning; the step shows the same findings'
}

const stages = (): string =>
  [
    '| until | stage | what is not done by then |',
    '|---|---|---|',
    ...Object.entries(stageEnds).map(
      ([stage, end]) =>
        `| ${Math.round(end * 100)} % | ${stageText[stage as Stage]} | ${beyondStage[stage as Stage]} |`
    )
  ].join('\n')

/** docs/limits.md: every bound that a user may meet. */
export const limitsPage = (): string => `# Limits of a run

A pull request is somebody else's bytes, so everything that a run does with them has an end. Whatever meets a bound is said with its name and place, never passed over:
what was not read is listed in \`coverage\` of the report, makes the conclusion \`inconclusive\` where it would be \`pass\`, and counts as \`unknown\` for \`fail-on: unknown\`.
The bounds are wide: ordinary repositories come to less than a fifth of each.

This page is generated from the program.

## Time

\`--timeout\` (action input \`timeout\`, default 10m) bounds the whole run of \`check\`, \`images\` and \`collect\`. Each stage must end when this part of it is over; what one leaves, the next ones have:

${stages()}

What was judged by then decides: a finding that fails is exit code 1 as ever, and where nothing could be judged for want of time, the exit code is 3. Only the workflow, or whoever types the command, sets it.

## Manifests

${table(manifestRows)}

## Charts and kustomizations

${table(renderRows)}

## Azure

${table(azureRows)}

## Reports

${table(reportRows)}
`
