import { describe, expect, test } from '@jest/globals'
import { ageFacts } from '../../src/facts/age.ts'
import { sampleFacts } from './sample-facts.ts'

const hour = 3_600_000
const after = (hours: number) => new Date(Date.parse(sampleFacts.collectedAt) + hours * hour)

const codes = (items: readonly { answer: { known: boolean; reason?: { code: string } } }[]) =>
  items.map(({ answer }) => answer.reason?.code ?? 'known')

describe('facts at the limit', () => {
  test.each([
    ['fresh', 0],
    ['exactly as old as allowed', 72],
    ['from the future, by a clock that is off', -1]
  ])('%s: they count as they are', (_name, hours) => {
    expect(ageFacts(sampleFacts, after(hours))).toBe(sampleFacts)
  })

  test('a shorter limit counts when it is given', () => {
    expect(codes(ageFacts(sampleFacts, after(2), 90 * 60_000).registries)[0]).toBe('stale')
  })
})

describe('facts past the limit', () => {
  const aged = ageFacts(sampleFacts, after(73))

  test('what may have changed is no longer known, a free name neither', () => {
    expect(codes(aged.clusters)).toEqual(['stale', 'not-found'])
    expect(codes(aged.registries)).toEqual(['stale', 'stale'])
    expect(codes(aged.assignments)).toEqual(['stale'])
  })

  test('a reason stays the reason that it was', () => {
    expect(codes(aged.denyAssignments)).toEqual(['forbidden'])
  })

  test('role definitions and identities stay', () => {
    expect(aged.roleDefinitions).toBe(sampleFacts.roleDefinitions)
    expect(aged.identities).toBe(sampleFacts.identities)
  })

  test('the reason tells when, how old, and the limit', () => {
    expect(aged.registries[0]?.answer).toMatchObject({
      reason: {
        message:
          'the facts were collected at 2026-09-01T08:00:00.000Z, 3 days and 1 hour ago, and count for 3 days at most'
      }
    })
  })
})
