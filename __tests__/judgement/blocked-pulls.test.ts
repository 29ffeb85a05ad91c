import { expect, test } from '@jest/globals'
import { settleVerdicts } from '../../src/judgement/blocked-pulls.ts'
import { checks } from '../../src/checks/index.ts'
import { draftFindings } from '../../src/judgement/findings.ts'
import { contextOf } from '../checks/fixtures.ts'

const everywhere =
  'The grant is in order, but this stops the pull on every node that the pod can land on.'
const somewhere =
  'The grant is in order, but this stops the pull on some of the nodes, or for some of the pods.'
const perhaps = 'The grant is in order, but whether this stops the pull could not be found out.'
const nothing = 'No blocking configuration was found for '

/** Fixture folder, what the verdict is in the end, and how its reasons end. */
const rows = [
  ['acr-arm-audience-disabled', 'finds-old-node-image', 'no-pull', everywhere],
  ['acr-arm-audience-disabled', 'finds-one-old-pool', 'unknown', somewhere],
  ['acr-arm-audience-disabled', 'unknown-node-image', 'unknown', perhaps],
  ['acr-arm-audience-disabled', 'unknown-pull-secret', 'unknown', perhaps],
  ['acr-arm-audience-disabled', 'unknown-anonymous-pull', 'unknown', perhaps],
  ['acr-arm-audience-disabled', 'unknown-kubernetes-version', 'unknown', perhaps],
  ['acr-arm-audience-disabled', 'finds-unlisted-windows', 'unknown', perhaps],
  ['acr-arm-audience-disabled', 'finds-unbuilt-kustomization', 'unknown', perhaps],
  ['acr-arm-audience-disabled', 'passes-new-node-image', 'pull', nothing],
  ['acr-sp-grant-not-seen', 'finds-other-subscription', 'no-pull', everywhere],
  ['acr-sp-grant-not-seen', 'finds-young-grant', 'pull', nothing],
  ['acr-msi-empty-cache', 'finds-affected-version', 'pull', nothing],
  ['acr-msi-empty-cache', 'unknown-pull-secret', 'pull', nothing],
  ['registry-replica', 'finds-tier', 'unknown', perhaps],
  ['registry-replica', 'unknown-finds-not-collected', 'unknown', perhaps],
  ['registry-replica', 'passes-replica', 'pull', nothing],
  ['registry-replica', 'finds-routing-off', 'pull', nothing]
] as const

test.each(rows)('with %s, %s, a grant ends in %s', async (check, name, result, conclusion) => {
  const context = await contextOf(check, name)
  const [verdict] = settleVerdicts(draftFindings(checks, context), context)
  expect(verdict?.result).toBe(result)
  expect(verdict?.because.at(-1)).toMatch(conclusion)
})
