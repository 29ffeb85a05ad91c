import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { ofForkPage, ofSecurity, type Promised } from './promises.ts'

const root = join(import.meta.dirname, '..', '..')

const isTableLine = /^[|\-: ]*$/
const isHeading = /^#|^<!--/
/** Heads of the tables of both pages. */
const heads = ['| what | who decides |', '| threat | answer |']

/** What a page says, sentence by sentence, without its examples. */
const sentencesIn = (page: string): readonly string[] =>
  page
    .replace(/```[^]*?```/g, '')
    .split(/\n(?=- |\||\n|\d\. )/)
    .flatMap(block => block.replace(/\s+/g, ' ').trim().split(/(?<=[.:;]) (?=[A-Z`]|git )/))
    .filter(
      text => !isTableLine.test(text) && !isHeading.test(text) && !heads.includes(text)
    )

const security = readFileSync(join(root, 'SECURITY.md'), 'utf8')
const promisesOfSecurity = security.slice(security.indexOf('## What this program promises'))
const forkPage = readFileSync(join(root, 'docs', 'fork-pull-requests.md'), 'utf8')

describe.each([
  ['SECURITY.md', promisesOfSecurity, ofSecurity],
  ['docs/fork-pull-requests.md', forkPage, ofForkPage]
] as const)('%s', (_name, page, promises: readonly Promised[]) => {
  const sentences = sentencesIn(page)

  test('says nothing that is not in the table of what stands behind it', () => {
    expect(
      sentences.filter(text => !promises.some(([words]) => text.includes(words)))
    ).toEqual([])
  })

  test.each(promises.map(row => [...row]))('says: %s (%s)', (words, file, title) => {
    expect(sentences.filter(text => text.includes(words))).not.toEqual([])
    if (file === 'advice') return
    const path = join(root, '__tests__', file)
    expect([file, existsSync(path)]).toEqual([file, true])
    expect(readFileSync(path, 'utf8')).toContain(title)
  })
})
