import { describe, expect, test } from '@jest/globals'
import { conclusionOf, notFailedBecause, type Evidence } from '../../src/judgement/conclusion.ts'
import type { Conclusion } from '../../src/reports/report.ts'
import type { FailOn } from '../../src/settings/inputs.ts'

const pulled: Evidence = {
  verdicts: [{ result: 'pull' }],
  findings: [],
  unjudged: 0,
  unread: 0,
  uses: 1
}

const found = (severity: Evidence['findings'][number]['severity']): Evidence => ({
  ...pulled,
  findings: [{ severity }]
})

const blocked = (...severities: Evidence['findings'][number]['severity'][]): Evidence => ({
  ...pulled,
  verdicts: [{ result: 'pull' }, { result: 'no-pull' }],
  findings: severities.map(severity => ({ severity }))
})

const levels: readonly FailOn[] = ['error', 'warning', 'note', 'unknown', 'never']

type Row = readonly [name: string, evidence: Evidence, expected: readonly Conclusion[]]

const rows: readonly Row[] = [
  ['every pull is judged and none is blocked', pulled, ['pass', 'pass', 'pass', 'pass', 'pass']],
  [
    'nothing pulls from Azure, and something of another registry was seen',
    { ...pulled, verdicts: [] },
    ['pass', 'pass', 'pass', 'pass', 'pass']
  ],
  ['a note stands beside pulls', found('note'), ['pass', 'pass', 'fail', 'pass', 'pass']],
  ['a warning stands beside pulls', found('warning'), ['pass', 'fail', 'fail', 'pass', 'pass']],
  ['a pull is blocked', blocked('error'), ['fail', 'fail', 'fail', 'fail', 'inconclusive']],
  [
    'a pull is blocked, and its finding is only a warning',
    blocked('warning'),
    ['inconclusive', 'fail', 'fail', 'inconclusive', 'inconclusive']
  ],
  [
    'a pull is blocked, and its finding is switched off',
    blocked(),
    ['inconclusive', 'inconclusive', 'inconclusive', 'inconclusive', 'inconclusive']
  ],
  ...(
    [
      ['a verdict is unknown', { ...pulled, verdicts: [{ result: 'unknown' }] }],
      ['a finding is unknown', found('unknown')],
      ['an image got no verdict', { ...pulled, unjudged: 1 }],
      ['something stayed unread', { ...pulled, unread: 1 }],
      ['no image was seen', { ...pulled, verdicts: [], uses: 0 }]
    ] as const
  ).map(([name, evidence]): Row => [
    name,
    evidence,
    ['inconclusive', 'inconclusive', 'inconclusive', 'fail', 'inconclusive']
  ])
]

describe('the conclusion, for each level to fail on', () => {
  test.each(rows)('where %s', (_name, evidence, expected) => {
    expect(levels.map(level => conclusionOf(evidence, level))).toEqual(expected)
  })
})

describe('why a blocked pull did not fail', () => {
  test.each([
    ['is not asked where it failed', blocked('error'), 'error', null],
    ['is not asked where none is blocked', found('warning'), 'error', null],
    ['is that nothing shall fail', blocked('error'), 'never', { failOn: 'never', worst: 'error' }],
    [
      'is that its finding is below the level',
      blocked('note', 'warning'),
      'error',
      { failOn: 'error', worst: 'warning' }
    ],
    ['is that no finding is left', blocked(), 'note', { failOn: 'note', worst: null }]
  ] as const)('%s', (_name, evidence, failOn, expected) => {
    expect(notFailedBecause(evidence, failOn)).toEqual(expected)
  })
})
