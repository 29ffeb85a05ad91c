import { describe, expect, test } from '@jest/globals'
import { evaluateCondition, readCondition } from '../../src/access/rbac/condition.ts'
import { contentRead, metadataRead } from '../access/facts-builder.ts'
import { documented } from './abac-table.ts'

/** As the editor of the portal writes it around an expression. */
const conditionOf = (expression: string): string =>
  `((!(ActionMatches{'${contentRead}'}) AND !(ActionMatches{'${metadataRead}'})) OR (${expression}))`

describe.each(documented)('%s', (_name, expression, allowed, refused) => {
  const condition = readCondition(conditionOf(expression), '2.0')
  const rows = [
    ...allowed.map(repository => [repository, 'yes'] as const),
    ...refused.map(repository => [repository, 'no'] as const)
  ]
  test.each(rows)('repository %s: %s', (repository, expected) => {
    expect(evaluateCondition(condition, { action: contentRead, repository })).toBe(expected)
  })
})
