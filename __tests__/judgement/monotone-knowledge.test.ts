import { afterAll, describe, expect, test } from '@jest/globals'
import type { CheckContext } from '../../src/checks/check.ts'
import { checks } from '../../src/checks/index.ts'
import type { Facts } from '../../src/facts/facts.ts'
import { casesOf, contextOf, manifestFiles, readAsWritten } from '../checks/fixtures.ts'
import { workspaceWith } from '../manifests/workspace-files.ts'
import { lessDocuments } from './less-documents.ts'
import { judgedWithLess, judgedWithLessTwice } from './less-knowledge.ts'
import { changes, createTally, resultsOf, type JudgedWithout, type Results } from './monotone.ts'
import { neighbours, turnedFacts, turnedManifests } from './same-knowledge.ts'

const cases = checks.flatMap(({ id }) => casesOf(id).map(name => [id, name] as const))

const facts = createTally()
const pairs = createTally()
const documents = createTally()

/** A workspace of several files; in one alone, what cannot be read is a credential (`lessManifests`), or kubectl refuses all of it. */
async function judgedWithoutDocuments(
  check: string,
  name: string,
  known: Facts
): Promise<readonly JudgedWithout[]> {
  const variants: JudgedWithout[] = []
  for (const { without, files } of lessDocuments(manifestFiles(check, name) ?? {})) {
    const manifests = await readAsWritten(['manifests'], workspaceWith(files), known)
    variants.push({ without, after: resultsOf(manifests, known) })
  }
  return variants
}

/** What must be the same: told in another order, each cluster alone, and among others. */
function toldOtherwise({ manifests, facts: told }: CheckContext): readonly Results[] {
  const alone = told.clusters.flatMap(cluster => [
    ...resultsOf(manifests, { ...told, clusters: [cluster] })
  ])
  const before = resultsOf(manifests, told)
  const among = resultsOf(manifests, { ...told, clusters: [...neighbours, ...told.clusters] })
  return [
    resultsOf(turnedManifests(manifests), turnedFacts(told)),
    new Map(alone),
    new Map([...among].filter(([use]) => before.has(use)))
  ]
}

describe('less knowledge gives no proof that was not there, and order says nothing', () => {
  test.each(cases)('%s/%s', async (id, name) => {
    const context = await contextOf(id, name)
    const before = resultsOf(context.manifests, context.facts)
    for (const after of toldOtherwise(context)) expect(changes(before, after)).toEqual([])
    expect(facts.wrongProofs(before, judgedWithLess(context.manifests, context.facts))).toEqual([])
    expect(
      pairs.wrongProofs(before, judgedWithLessTwice(context.manifests, context.facts))
    ).toEqual([])
    expect(
      documents.wrongProofs(before, await judgedWithoutDocuments(id, name, context.facts))
    ).toEqual([])
  })

  afterAll(() => {
    facts.say('the fixtures')
    pairs.say('the fixtures, two things at once,')
    documents.say('the documents of the fixtures')
  })
})
