import { expect, test } from '@jest/globals'
import type { ClusterChoice } from '../../src/base/cluster-choice.ts'
import type { Truth } from '../../src/base/three-valued.ts'
import { isChosen } from '../../src/facts/chosen-clusters.ts'
import { known, unknown } from '../../src/facts/fact.ts'
import type { Cluster } from '../../src/facts/facts.ts'
import { cluster, clusterId, subscription } from '../access/facts-builder.ts'

const everywhere: ClusterChoice = { clusters: null, subscriptions: [], fleets: [], tags: {} }
const fleet = '/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerService/fleets/europe'

const choice = (changes: Partial<ClusterChoice>): ClusterChoice => ({ ...everywhere, ...changes })

test.each<[string, Partial<ClusterChoice>, Partial<Cluster>, Truth]>([
  ['a choice that says nothing', {}, {}, 'yes'],
  ['an id in other letters', { clusters: [clusterId.toUpperCase()] }, {}, 'yes'],
  ['an id of another cluster', { clusters: [`${clusterId}-2`] }, {}, 'no'],
  ['no cluster at all', { clusters: [] }, {}, 'no'],
  ['its subscription', { subscriptions: [subscription.toUpperCase()] }, {}, 'yes'],
  ['another subscription', { subscriptions: ['other'] }, {}, 'no'],
  ['one of two lists', { clusters: [], subscriptions: [subscription] }, {}, 'yes'],
  ['a tag that it has', { tags: { Stage: 'prod' } }, { tags: { stage: 'prod' } }, 'yes'],
  ['a tag of another value', { tags: { stage: 'Prod' } }, { tags: { stage: 'prod' } }, 'no'],
  ['a tag that it lacks', { tags: { stage: 'prod' } }, { tags: {} }, 'no'],
  ['a tag that was not told', { tags: { stage: 'prod' } }, { tags: null }, 'maybe'],
  [
    'a tag that was not told, in another subscription',
    { subscriptions: ['other'], tags: { stage: 'prod' } },
    { tags: null },
    'no'
  ],
  ['two tags, of which it has one', { tags: { a: '1', b: '2' } }, { tags: { a: '1' } }, 'no'],
  ['a fleet that it is in', { fleets: [fleet] }, { fleets: [fleet.toLowerCase()] }, 'yes'],
  ['a fleet that it is not in', { fleets: [fleet] }, { fleets: [] }, 'no'],
  ['a fleet that was not asked', { fleets: [fleet] }, { fleets: null }, 'maybe'],
  ['a fleet not asked, beside its id', { clusters: [clusterId], fleets: [fleet] }, {}, 'yes']
])('%s', (_name, wanted, facts, expected) => {
  expect(isChosen(choice(wanted), { id: clusterId, answer: known(cluster(facts)) })).toBe(expected)
})

test.each<[string, Partial<ClusterChoice>, Truth]>([
  ['by its id', { clusters: [clusterId] }, 'yes'],
  ['by its subscription', { subscriptions: [subscription] }, 'yes'],
  ['perhaps by its tags', { tags: { stage: 'prod' } }, 'maybe']
])('a cluster that cannot be read is chosen %s', (_name, wanted, expected) => {
  const answer = unknown('forbidden', 'it may not be read')
  expect(isChosen(choice(wanted), { id: clusterId, answer })).toBe(expected)
})
