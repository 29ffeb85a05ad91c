import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { checks } from '../../src/checks/index.ts'
import type { SourceText } from '../../src/yaml/source.ts'
import { casesOf, factsOf, fixtureRoot } from '../checks/fixtures.ts'
import { namesLeft, namesOf } from './names-left.ts'
import { compared } from './same-verdicts.ts'

const isText = (bytes: Buffer): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !bytes.includes(0)
  } catch {
    return false
  }
}

function filesBelow(folder: string): readonly SourceText[] {
  return readdirSync(folder, { recursive: true })
    .map(name => join(folder, String(name)))
    .filter(path => statSync(path).isFile() && isText(readFileSync(path)))
    .map(path => ({ file: relative(folder, path), text: readFileSync(path, 'utf8') }))
}

const filesOf = (id: string, name: string): readonly SourceText[] =>
  filesBelow(join(fixtureRoot, id, name)).filter(({ file }) =>
    /^manifests\/|^manifest\.yaml$/.test(file)
  )

/** What a case reads from standard input is no file that could be sent. */
const cases = checks
  .flatMap(({ id }) => casesOf(id).map(name => [id, name] as const))
  .filter(([id, name]) => filesOf(id, name).length > 0)

let sought = 0

describe('facts and manifests without names give the same verdicts', () => {
  test.each(cases)('%s/%s', async (id, name) => {
    const facts = factsOf(id, name)
    const files = filesOf(id, name)
    const { before, after, sent, anonymous } = await compared(facts, files)
    expect(after).toEqual(before)
    const names = namesOf(facts, files)
    sought += names.length
    expect(namesLeft(names, anonymous.facts, sent)).toEqual([])
  })

  afterAll(() => {
    process.stdout.write(`${sought} names and ids were looked for in what would be sent\n`)
  })
})
