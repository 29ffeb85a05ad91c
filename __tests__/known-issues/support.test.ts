import { describe, expect, test } from '@jest/globals'
import { known, unknown } from '../../src/facts/fact.ts'
import { compareMinors } from '../../src/kubernetes/kubernetes-version.ts'
import { supportCalendar } from '../../src/known-issues/support-calendar.ts'
import {
  newestMinors,
  offeredMinors,
  planOf,
  supportedMinors,
  supportNow,
  supportOf
} from '../../src/known-issues/support.ts'
import { supportQuestions } from '../../src/known-issues/support-questions.ts'
import { cluster, clusterId, factsWith, nodePool, subscription } from '../access/facts-builder.ts'

test.each([
  [
    'the last day of a month that is an end',
    '1.29',
    '2025-03-31T23:59:59Z',
    'community',
    'supported'
  ],
  ['the day after', '1.29', '2025-04-01T00:00:00Z', 'community', 'ended 2025-03'],
  ['an end that is a day', '1.30', '2025-08-22T12:00:00Z', 'community', 'supported'],
  [
    'the day after an end that is a day',
    '1.30',
    '2025-08-23T00:00:00Z',
    'community',
    'ended 2025-08-22'
  ],
  [
    'long-term support, where community support has ended',
    '1.32',
    '2026-11-23T00:00:00Z',
    'longTerm',
    'supported'
  ],
  [
    'the same minor without long-term support',
    '1.32',
    '2026-11-23T00:00:00Z',
    'community',
    'ended 2026-03'
  ],
  ['long-term support that has ended', '1.30', '2026-11-23T00:00:00Z', 'longTerm', 'ended 2026-07'],
  [
    'a minor older than the calendar',
    '1.17',
    '2026-11-23T00:00:00Z',
    'community',
    'ended before 2025-03'
  ],
  [
    'a minor older than long-term support, with that plan',
    '1.26',
    '2025-06-01T00:00:00Z',
    'longTerm',
    'ended before 2025-03'
  ],
  [
    'the same without that plan',
    '1.28',
    '2025-06-01T00:00:00Z',
    'community',
    'ended before 2025-03'
  ],
  ['an older minor in long-term support', '1.28', '2025-06-01T00:00:00Z', 'longTerm', 'not-listed'],
  [
    'a minor older than the calendar, in its time',
    '1.17',
    '2020-11-23T00:00:00Z',
    'community',
    'not-listed'
  ],
  ['a minor newer than the calendar', '1.40', '2026-11-23T00:00:00Z', 'community', 'not-listed']
] as const)('%s', (_name, minor, date, plan, expected) => {
  const support = supportOf(minor, date, plan)
  const text =
    support.kind === 'ended'
      ? `ended ${support.before ? 'before ' : ''}${support.end}`
      : support.kind
  expect(text).toBe(expected)
})

test.each([
  ['2026-11-23T08:00:00Z', 'community', ['1.34', '1.35', '1.36']],
  ['2026-11-23T08:00:00Z', 'longTerm', ['1.31', '1.32', '1.33', '1.34', '1.35', '1.36']],
  ['2026-05-01T08:00:00Z', 'community', ['1.33', '1.34', '1.35']]
] as const)('on %s the plan %s has its minors, planned ones apart', (date, plan, expected) => {
  expect(supportedMinors(date, plan)).toEqual(expected)
})

test.each([
  ['AKSLongTermSupport', 'longTerm'],
  ['akslongtermsupport', 'longTerm'],
  ['KubernetesOfficial', 'community'],
  [null, 'community']
])('support plan %s is the plan %s', (supportPlan, expected) => {
  expect(planOf(cluster({ supportPlan }))).toBe(expected)
})

test('the newest minors come first, without those that are only planned', () => {
  const planned: readonly string[] = supportCalendar
    .filter(row => 'planned' in row)
    .map(({ minor }) => minor)
  expect(newestMinors.filter(minor => planned.includes(minor))).toEqual([])
  expect(newestMinors).toEqual(newestMinors.toSorted(compareMinors).toReversed())
  expect(newestMinors).toHaveLength(supportCalendar.length - planned.length)
})

const both = ['KubernetesOfficial', 'AKSLongTermSupport']
const offered = [
  { minor: '1.36', supportPlans: both, preview: false },
  { minor: '1.37', supportPlans: both, preview: true },
  { minor: '1.32', supportPlans: ['AKSLongTermSupport'], preview: false },
  { minor: '1.33', supportPlans: ['KubernetesOfficial'], preview: false },
  { minor: '1.34', supportPlans: ['AnotherPlan'], preview: false },
  { minor: '1.31', supportPlans: ['kubernetesofficial'], preview: false }
]

test.each([
  ['offered although the calendar has ended', '1.33', 'community', 'supported'],
  ['offered, and long-term support covers it too', '1.33', 'longTerm', 'supported'],
  ['offered with long-term support only', '1.32', 'longTerm', 'supported'],
  ['not of this plan, and ended by the calendar', '1.32', 'community', 'ended'],
  ['not offered although the calendar goes on', '1.35', 'community', 'not-offered'],
  ['of another plan only', '1.34', 'longTerm', 'not-offered'],
  ['of its plan in other letters', '1.31', 'community', 'supported'],
  ['a preview', '1.37', 'community', 'supported']
] as const)('by what AKS offers: %s', (_name, minor, plan, expected) => {
  expect(supportNow(minor, '2026-11-23T08:00:00Z', plan, known(offered)).kind).toBe(expected)
})

test('a list that could not be read leaves it to the calendar', () => {
  const refused = unknown('forbidden', 'may not be read')
  for (const list of [refused, null])
    expect(supportNow('1.33', '2026-11-23T08:00:00Z', 'community', list).kind).toBe('ended')
})

test('what AKS offers is told in order, without previews', () => {
  expect(offeredMinors(offered, 'longTerm')).toEqual(['1.31', '1.32', '1.33', '1.36'])
  expect(offeredMinors(offered, 'community')).toEqual(['1.31', '1.33', '1.36'])
})

describe('AKS is asked what it offers', () => {
  const asked = { kind: 'offeredVersions', subscriptionId: subscription, location: 'westeurope' }
  const withVersion = (kubernetesVersion: string) =>
    factsWith({ cluster: { nodePools: [nodePool(), nodePool({ kubernetesVersion })] } })

  test.each([
    ['where a pool is past the calendar', withVersion('1.29.9'), false, [asked]],
    ['not where all pools are in support', withVersion('1.35.6'), false, []],
    ['in a thorough run always', withVersion('1.35.6'), true, [asked]],
    [
      'not about a cluster that is not known',
      factsWith({ facts: { clusters: [{ id: clusterId, answer: unknown('forbidden', 'no') }] } }),
      true,
      []
    ]
  ])('%s', (_name, facts, thorough, expected) => {
    expect(supportQuestions(facts, thorough)).toEqual(expected)
  })
})
