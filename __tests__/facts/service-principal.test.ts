import { expect, test } from '@jest/globals'
import { known, unknown } from '../../src/facts/fact.ts'
import type { ClusterAnswer, NodeIdentity } from '../../src/facts/facts.ts'
import { withServicePrincipal } from '../../src/facts/service-principal.ts'
import { cluster } from '../access/facts-builder.ts'

const given = '44000000-0000-0000-0000-000000000001'
const notTold = unknown('not-collected', 'Azure Resource Manager does not tell it')

const principal = (clientId: string): NodeIdentity => ({
  kind: 'service-principal',
  clientId,
  objectId: notTold
})

const answerFor = (id: string, nodeIdentity: NodeIdentity): ClusterAnswer => ({
  id,
  answer: known(cluster({ id, nodeIdentity }))
})

const kubelet = {
  kind: 'kubelet-identity',
  objectId: '40000000-0000-0000-0000-000000000001',
  clientId: null,
  resourceId: null
} as const satisfies NodeIdentity

const told: NodeIdentity = {
  kind: 'service-principal',
  clientId: 'app-b',
  objectId: known('told-by-the-file')
}

const several = /belongs to one application, and the clusters have several \(app-a, app-b\)/

test.each<[name: string, identities: readonly NodeIdentity[], objectIds: readonly unknown[]]>([
  ['one service principal', [principal('app-a')], [known(given)]],
  ['one of two clusters', [principal('app-A'), principal('app-a')], [known(given), known(given)]],
  [
    'several',
    [principal('app-a'), principal('app-b')],
    [
      { known: false, reason: { message: expect.stringMatching(several) } },
      { known: false, reason: { message: expect.stringMatching(several) } }
    ]
  ],
  ['none, but a kubelet identity', [kubelet], [kubelet.objectId]],
  ['one whose object id is known', [told], [known('told-by-the-file')]]
])('the object id that the user gave, with %s', (_name, identities, objectIds) => {
  const clusters = identities.map((identity, index) => answerFor(`cluster-${index}`, identity))
  const found = withServicePrincipal(clusters, given).map(({ answer }) =>
    answer.known && answer.value.nodeIdentity.kind !== 'none'
      ? answer.value.nodeIdentity.objectId
      : null
  )
  expect(found).toMatchObject(objectIds)
})

test('without an object id from the user, the clusters stay as they are', () => {
  const clusters = [answerFor('cluster', principal('app-a'))]
  expect(withServicePrincipal(clusters, null)).toEqual(clusters)
})
