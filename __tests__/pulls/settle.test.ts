import { describe, expect, test } from '@jest/globals'
import type { Verdict } from '../../src/pulls/verdict.ts'
import { contextOf } from '../checks/fixtures.ts'

const everywhere =
  'The grant is in order, but this stops the pull on every node that the pod can land on: '
const somewhere =
  'The grant is in order, but this stops the pull on some of the nodes, or for some of the pods: '
const perhaps = 'The grant is in order, but whether this stops the pull could not be found out: '
const nothing = 'No blocking configuration was found for '
const armAudience = 'known issue acr-arm-audience-disabled'
const endpoint = 'the replica behind the regional endpoint'

/** Fixture folder, what the verdict is, and how its reasons end. */
const rows = [
  ['acr-arm-audience-disabled', 'finds-old-node-image', 'no-pull', everywhere, armAudience],
  ['acr-arm-audience-disabled', 'finds-one-old-pool', 'unknown', somewhere, armAudience],
  ['acr-arm-audience-disabled', 'unknown-node-image', 'unknown', perhaps, armAudience],
  ['acr-arm-audience-disabled', 'unknown-pull-secret', 'unknown', perhaps, armAudience],
  ['acr-arm-audience-disabled', 'unknown-anonymous-pull', 'unknown', perhaps, armAudience],
  ['acr-arm-audience-disabled', 'unknown-kubernetes-version', 'unknown', perhaps, armAudience],
  ['acr-arm-audience-disabled', 'finds-unlisted-windows', 'unknown', perhaps, armAudience],
  ['acr-arm-audience-disabled', 'passes-new-node-image', 'pull', nothing, ''],
  [
    'acr-sp-grant-not-seen',
    'finds-other-subscription',
    'no-pull',
    everywhere,
    'known issue acr-sp-grant-not-seen'
  ],
  ['acr-sp-grant-not-seen', 'finds-young-grant', 'pull', nothing, ''],
  ['acr-msi-empty-cache', 'finds-affected-version', 'pull', nothing, ''],
  ['registry-replica', 'finds-tier', 'unknown', perhaps, endpoint],
  ['registry-replica', 'unknown-finds-not-collected', 'unknown', perhaps, endpoint],
  ['registry-replica', 'passes-replica', 'pull', nothing, ''],
  ['registry-replica', 'finds-routing-off', 'pull', nothing, ''],
  [
    'no-pull-grant',
    'finds-no-assignment',
    'no-pull',
    'No credential that cluster aks-prod tries can pull ',
    'none of them has a role at the registry that includes the pull'
  ],
  [
    'kustomization-not-built',
    'unknown-finds-granted',
    'unknown',
    'Whether cluster aks-prod can pull ',
    'kustomization manifests/prod was not built'
  ],
  [
    'chart-not-rendered',
    'unknown-finds-granted',
    'unknown',
    'Whether cluster aks-prod can pull ',
    'chart manifests/chart was not rendered'
  ]
] as const

const conclusionOf = ({ evidence }: Verdict): string => evidence.at(-1)?.sentence ?? ''

test.each(rows)('with %s, %s, the verdict is %s, and says why', async (...row) => {
  const [check, name, result, conclusion, cause] = row
  const [verdict] = (await contextOf(check, name)).verdicts
  if (verdict === undefined) throw new Error('no verdict')
  expect(verdict.result).toBe(result)
  expect(conclusionOf(verdict)).toMatch(conclusion)
  expect(conclusionOf(verdict)).toContain(cause)
})

describe('where a kustomization that was not built may change some of the uses', () => {
  test('what a file comes to as it is written stands in the cause', async () => {
    const { verdicts } = await contextOf('acr-arm-audience-disabled', 'finds-unbuilt-kustomization')
    expect(verdicts).toMatchObject([
      { result: 'unknown', open: { kind: 'kustomization-not-built', written: 'no-pull' } }
    ])
  })
})
