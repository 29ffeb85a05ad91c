import { resourceName } from '../../src/base/resource-id.ts'
import { counted, listStart } from '../../src/base/sentences.ts'
import { describe, expect, test } from '@jest/globals'
import type { Finding, Severity } from '../../src/checks/check.ts'
import { evidence, verdictsBehind } from '../../src/reports/evidence.ts'
import { gitlabReport } from '../../src/reports/gitlab.ts'
import { groupedByFix, messageInGroup } from '../../src/reports/grouping.ts'
import { countedRows, shownRows, verdictMatrix, worstOf } from '../../src/reports/matrix.ts'
import { abbreviated, clusterNames, shortImage } from '../../src/reports/wording/names.ts'
import { segments } from '../../src/reports/wording/prose.ts'
import { ranked } from '../../src/reports/ranking.ts'
import type { Report } from '../../src/reports/report.ts'
import { textReport } from '../../src/reports/text/text.ts'
import { findingCounts, headline } from '../../src/reports/wording/words.ts'
import { passingReport, sampleReport } from './sample-report.ts'

const finding = (message: string, severity: Severity, place?: string): Finding => {
  const [file = '', line = ''] = place?.split(':') ?? []
  const position = { line: Number(line), column: 1, endLine: Number(line), endColumn: 2 }
  return {
    check: 'a-check',
    severity,
    message,
    cluster: null,
    registry: null,
    image: null,
    nodePools: [],
    remediation: [],
    locations: place === undefined ? [] : [{ file, ...position }],
    fingerprint: '',
    fingerprints: [],
    new: null,
    suppressed: null
  }
}

describe('ranked findings', () => {
  test('go from error to note, then by file and line, those without a place last', () => {
    const findings = [
      finding('note', 'note', 'a.yaml:1'),
      finding('nowhere', 'error'),
      finding('unknown', 'unknown', 'a.yaml:1'),
      finding('b', 'error', 'b.yaml:2'),
      finding('warning', 'warning', 'a.yaml:1'),
      finding('b10', 'error', 'b.yaml:10'),
      finding('a', 'error', 'a.yaml:99')
    ]
    expect(ranked(findings).map(({ message }) => message)).toEqual([
      'a',
      'b',
      'b10',
      'nowhere',
      'warning',
      'unknown',
      'note'
    ])
  })

  test('that tie keep the order of the checks', () => {
    const tie = [finding('first', 'error', 'a.yaml:1'), finding('second', 'error', 'a.yaml:1')]
    expect(ranked(tie)).toEqual(tie)
  })
})

describe('groups', () => {
  test('hold what one fix cures on several clusters', () => {
    const on = (cluster: string, message: string): Finding => ({
      ...finding(message, 'unknown', 'a.yaml:1'),
      cluster: `/subscriptions/s/resourceGroups/g/x/${cluster}`,
      image: 'x/a',
      registry: 'contoso.azurecr.io',
      remediation: [{ description: 'Look.', command: null, code: null }]
    })
    const findings = [
      on('c1', 'x/a on c1 cannot be judged'),
      on('c2', 'x/a on c2 cannot be judged')
    ]
    const [group, ...others] = groupedByFix(findings)
    expect(others).toEqual([])
    expect(group).toMatchObject({ cluster: null, registry: 'contoso.azurecr.io' })
    expect(group?.findings.map(one => messageInGroup(one, group, resourceName))).toEqual([
      'x/a on c1 cannot be judged',
      'x/a: likewise on cluster c2'
    ])
  })

  test('name what differs where the message does not: the cluster, the severity', () => {
    const of = (
      cluster: string,
      severity: Severity,
      message = 'x/a cannot be pulled'
    ): Finding => ({
      ...finding(message, severity, 'a.yaml:1'),
      cluster,
      image: 'x/a',
      remediation: [{ description: 'Look.', command: null, code: null }]
    })
    const [group] = groupedByFix([
      of('c1', 'error'),
      of('c1', 'error'),
      of('c1', 'warning'),
      of('c1', 'error', 'x/a is not judged'),
      of('c2', 'note')
    ])
    expect(group?.findings.map(one => messageInGroup(one, group, name => `${name} in g`))).toEqual([
      'x/a cannot be pulled',
      'x/a cannot be pulled',
      'x/a is not judged',
      'x/a: likewise as a warning',
      'x/a: likewise on cluster c2 in g as a note'
    ])
  })

  test('hold what one fix cures, under the worst severity', () => {
    const groups = groupedByFix([
      finding('one', 'warning', 'a.yaml:1'),
      { ...finding('two', 'note', 'a.yaml:1'), registry: 'contoso.azurecr.io' },
      finding('three', 'error', 'b.yaml:1')
    ])
    expect(
      groups.map(({ severity, findings }) => [severity, findings.map(one => one.message)])
    ).toEqual([
      ['error', ['three', 'one']],
      ['note', ['two']]
    ])
  })

  test('say the same about a further image in one word, and never about another problem', () => {
    const first = { ...finding('x/a cannot be pulled by p', 'error', 'a.yaml:1'), image: 'x/a' }
    const same = { ...finding('x/b cannot be pulled by p', 'error', 'b.yaml:1'), image: 'x/b' }
    const other = { ...finding('x/c is not judged', 'error', 'c.yaml:1'), image: 'x/c' }
    const [group] = groupedByFix([first, same, other])
    expect(group?.findings.map(one => messageInGroup(one, group, resourceName))).toEqual([
      'x/a cannot be pulled by p',
      'x/b: likewise',
      'x/c is not judged'
    ])
  })
})

describe('names of clusters', () => {
  const named = (ids: readonly string[]) =>
    ids.map(
      clusterNames({
        ...sampleReport,
        clusters: ids.map(id => ({ id, reason: null })),
        verdicts: [],
        findings: []
      })
    )
  const id = (subscription: string, group: string, name: string) =>
    `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.ContainerService/managedClusters/${name}`

  test.each([
    ['are short where they differ', [id('s', 'g', 'a'), id('s', 'g', 'b')], ['a', 'b']],
    [
      'add the resource group where they are alike',
      [id('s', 'g', 'a'), id('s', 'h', 'a')],
      ['g/a', 'h/a']
    ],
    [
      'add the subscription where that is alike too',
      [id('s', 'g', 'a'), id('t', 'g', 'a'), id('t', 'g', 'b')],
      ['s/g/a', 't/g/a', 'b']
    ],
    ['are left alone where they are no ARM ids', ['a', 'b'], ['a', 'b']]
  ])('%s', (_name, ids, expected) => {
    expect(named(ids)).toEqual(expected)
  })
})

describe('the matrix', () => {
  const verdicts = (
    ...rows: readonly (readonly [string, string, 'pull' | 'no-pull' | 'unknown'])[]
  ) =>
    rows.map(([image, cluster, result]) => ({
      image,
      cluster,
      result,
      registry: '',
      repository: '',
      puller: { kind: 'none', objectId: null, name: null } as const,
      because: [],
      checks: []
    }))
  const report: Report = {
    ...sampleReport,
    clusters: [],
    findings: [],
    verdicts: verdicts(
      ['fine', 'c1', 'pull'],
      ['open', 'c1', 'unknown'],
      ['twice', 'c1', 'pull'],
      ['twice', 'c1', 'no-pull'],
      ['open', 'c2', 'pull']
    )
  }

  test('has the worst images first, and in a cell the worst of several pullers', () => {
    const { clusters, rows } = verdictMatrix(report)
    expect(clusters).toEqual(['c1', 'c2'])
    expect(rows).toEqual([
      { image: 'twice', registry: '', cells: ['no-pull', null] },
      { image: 'open', registry: '', cells: ['unknown', 'pull'] },
      { image: 'fine', registry: '', cells: ['pull', null] }
    ])
    expect(rows.map(worstOf)).toEqual(['no-pull', 'unknown', 'pull'])
  })

  test('counts by registry, and by the clusters they were judged on, what is in order', () => {
    const judged = verdicts(
      ['a.azurecr.io/web', 'c1', 'pull'],
      ['a.azurecr.io/api', 'c1', 'pull'],
      ['b.azurecr.io/x', 'c1', 'pull'],
      ['a.azurecr.io/no', 'c1', 'no-pull'],
      ['a.azurecr.io/other', 'c2', 'pull']
    ).map(verdict => ({ ...verdict, registry: verdict.image.split('/')[0] ?? '' }))
    const matrix = verdictMatrix({ ...report, verdicts: judged })
    expect(shownRows(matrix).map(({ images }) => images)).toEqual([
      ['a.azurecr.io/no'],
      ['a.azurecr.io/web', 'a.azurecr.io/api'],
      ['b.azurecr.io/x'],
      ['a.azurecr.io/other']
    ])
    expect(countedRows(matrix).map(({ image }) => image)).toEqual([
      'a.azurecr.io/web',
      'a.azurecr.io/api'
    ])
  })

  test('is written with each image where somebody asks for it', () => {
    const short = textReport(passingReport)
    const long = textReport(passingReport, { color: false, namesAll: true })
    const images = passingReport.verdicts.map(({ image }) => image.slice(0, 40))
    expect(images.filter(image => !long.includes(image))).toEqual([])
    expect([short.includes('images of contoso'), long.includes('images of contoso')]).toEqual([
      true,
      false
    ])
  })
})

test('evidence is that of the findings, each sentence once', () => {
  const behind = verdictsBehind(sampleReport)
  const grants = sampleReport.findings.filter(one => one.check === 'no-pull-grant')
  expect(behind(grants)).toHaveLength(2)
  expect(evidence(behind(grants))).toHaveLength(3)
  expect(behind(sampleReport.findings.filter(one => one.image === null))).toEqual([])
})

test.each([
  ['no pull at all', 'pass', [0, 0, 0], 'no pull to judge'],
  ['nothing known to block', 'pass', [3, 0, 0], 'no blocking configuration found'],
  ['one pull blocked', 'fail', [3, 1, 0], '1 of 4 pulls is blocked'],
  ['several blocked', 'fail', [0, 2, 0], '2 of 2 pulls are blocked'],
  ['an open question', 'inconclusive', [1, 0, 1], '1 of 2 pulls could not be decided'],
  ['both', 'fail', [2, 1, 1], '1 of 4 pulls is blocked, 1 could not be decided'],
  [
    'a finding that was not found out',
    'inconclusive',
    [1, 0, 0],
    '4 errors, 2 warnings, 1 unknown, 1 note'
  ],
  ['a finding that blocks no pull', 'fail', [1, 0, 0], '4 errors, 2 warnings, 1 unknown, 1 note']
] as const)('the headline for %s', (_name, conclusion, [pull, noPull, unknown], expected) => {
  const summary = {
    ...sampleReport.summary,
    conclusion,
    unjudged: 0,
    verdicts: { pull, 'no-pull': noPull, unknown }
  }
  expect(headline({ ...sampleReport, coverage: [], summary })).toBe(expected)
})

describe('the headline of a run that did not fail says why not', () => {
  test.each([
    [{ failOn: 'never', worst: 'error' }, 'fail-on is never'],
    [
      { failOn: 'error', worst: 'warning' },
      'nothing found is worse than a warning, and fail-on is error'
    ],
    [{ failOn: 'error', worst: null }, 'class-severity leaves no finding of it']
  ] as const)('%j', (notFailed, why) => {
    const verdicts = { pull: 2, 'no-pull': 1, unknown: 0 }
    const summary = {
      ...passingReport.summary,
      conclusion: 'inconclusive',
      verdicts,
      notFailed
    } as const
    expect(headline({ ...passingReport, summary })).toBe(
      `1 of 3 pulls is blocked; not failed, because ${why}`
    )
  })
})

test('findings are counted by severity, or said to be none', () => {
  const none = { error: 0, warning: 0, note: 0, unknown: 0 }
  expect(findingCounts({ ...sampleReport.summary, findings: none })).toBe('no findings')
  expect(findingCounts({ ...sampleReport.summary, findings: { ...none, error: 1, note: 2 } })).toBe(
    '1 error, 2 notes'
  )
})

test('names in a sentence are set apart, words and punctuation are not', () => {
  const sentence =
    'grant AcrPull (see docs/a.md) to 00000000-0000-0000-0000-000000000001, then --force; e.g. on contoso.azurecr.io.'
  const codes = segments(sentence).filter(({ kind }) => kind === 'code')
  expect(codes.map(({ text }) => text)).toEqual([
    'docs/a.md',
    '00000000-0000-0000-0000-000000000001',
    '--force',
    'e.g',
    'contoso.azurecr.io'
  ])
  expect(
    segments(sentence)
      .map(({ text }) => text)
      .join('')
  ).toBe(sentence)
})

test('a long word of punctuation is split in linear time', () => {
  const word = `a${'.'.repeat(200_000)}b`
  expect(
    segments(word)
      .map(({ text }) => text)
      .join('')
  ).toBe(word)
})

test('numbers and lists read as a person writes them', () => {
  expect([counted(1, 'file'), counted(2, 'file'), counted(0, 'registry', 'registries')]).toEqual([
    '1 file',
    '2 files',
    '0 registries'
  ])
  expect(listStart(['a', 'b', 'c'], 3)).toBe('a, b, c')
  expect(listStart(['a', 'b', 'c'], 2)).toBe('a, b and 1 more')
})

test('an image keeps both ends when it is too long for a table', () => {
  expect(shortImage(`a/b@sha256:${'0123456789abcdef'.repeat(4)}`)).toBe('a/b@sha256:0123456789ab…')
  expect(abbreviated('abcdefghij', 5)).toBe('ab…ij')
  expect(abbreviated('😀😀😀', 3)).toBe('😀😀😀')
})

test('no two entries for GitLab have the same fingerprint', () => {
  const twice = { ...sampleReport, findings: [...sampleReport.findings, ...sampleReport.findings] }
  const entries = JSON.parse(gitlabReport(twice)) as readonly { readonly fingerprint: string }[]
  expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length)
})
