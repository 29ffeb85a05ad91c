import { afterAll, describe, expect, test } from '@jest/globals'
import { checks } from '../../src/checks/index.ts'
import type { Facts } from '../../src/facts/facts.ts'
import type { Manifests } from '../../src/kubernetes/manifests.ts'
import { casesOf, contextOf } from '../checks/fixtures.ts'
import { lessFacts, lessManifests } from './less-knowledge.ts'
import { changes, isNewProof, resultsOf, type Results } from './monotone.ts'

const cases = checks.flatMap(({ id }) => casesOf(id).map(name => [id, name] as const))

let variants = 0
let changed = 0

/** What is wrongly proven without some knowledge, as `path: use before > after`. */
function wrongProofs(
  before: Results,
  less: Iterable<{ readonly without: string; readonly after: Results }>
): readonly string[] {
  const wrong: string[] = []
  for (const { without, after } of less) {
    const found = changes(before, after)
    variants += 1
    changed += found.length
    for (const change of found.filter(isNewProof))
      wrong.push(`${without}: ${change.use} ${change.before.join()} > ${change.after.join()}`)
  }
  return wrong
}

function* judgedWithLess(manifests: Manifests, facts: Facts) {
  for (const { without, knowledge } of lessFacts(facts))
    yield { without, after: resultsOf(manifests, knowledge) }
  for (const { without, knowledge } of lessManifests(manifests))
    yield { without, after: resultsOf(knowledge, facts) }
}

describe('less knowledge gives no proof that was not there', () => {
  test.each(cases)('%s/%s', async (id, name) => {
    const { manifests, facts } = await contextOf(id, name)
    const before = resultsOf(manifests, facts)
    expect(wrongProofs(before, judgedWithLess(manifests, facts))).toEqual([])
  })

  afterAll(() => {
    process.stdout.write(
      `${variants} variants with less knowledge were judged; ${changed} results changed\n`
    )
  })
})

const reversed = <T>(items: readonly T[]): readonly T[] => items.toReversed()

/** The same knowledge, told in another order. */
const inReverse = (manifests: Manifests, facts: Facts) =>
  ({
    manifests: {
      ...manifests,
      uses: reversed(manifests.uses),
      serviceAccounts: reversed(manifests.serviceAccounts),
      secrets: reversed(manifests.secrets),
      pullBindings: reversed(manifests.pullBindings)
    },
    facts: {
      ...facts,
      clusters: reversed(facts.clusters),
      registries: reversed(facts.registries),
      assignments: reversed(
        facts.assignments.map(each => ({
          ...each,
          answer: each.answer.known
            ? { known: true as const, value: reversed(each.answer.value) }
            : each.answer
        }))
      ),
      denyAssignments: reversed(facts.denyAssignments),
      roleDefinitions: reversed(facts.roleDefinitions),
      identities: reversed(facts.identities)
    }
  }) satisfies { manifests: Manifests; facts: Facts }

describe('order says nothing, and clusters are judged alone', () => {
  test.each(cases)('%s/%s', async (id, name) => {
    const { manifests, facts } = await contextOf(id, name)
    const before = resultsOf(manifests, facts)
    const turned = inReverse(manifests, facts)
    expect(changes(before, resultsOf(turned.manifests, turned.facts))).toEqual([])
    const alone = facts.clusters.flatMap(cluster => [
      ...resultsOf(manifests, { ...facts, clusters: [cluster] })
    ])
    expect(changes(before, new Map(alone))).toEqual([])
  })
})
