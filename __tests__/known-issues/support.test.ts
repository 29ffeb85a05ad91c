import { expect, test } from '@jest/globals'
import { supportedMinors, supportOf } from '../../src/known-issues/support.ts'

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
