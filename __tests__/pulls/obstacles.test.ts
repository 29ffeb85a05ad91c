import { beforeAll, expect, test } from '@jest/globals'
import { checks } from '../../src/checks/index.ts'
import type { JudgedPulls } from '../../src/pulls/judged-pulls.ts'
import { type ObstacleKind, obstacleSources } from '../../src/pulls/obstacles/index.ts'
import type { PullResult, Verdict } from '../../src/pulls/verdict.ts'
import { settle } from '../../src/pulls/settle.ts'
import { casesOf, contextOf } from '../checks/fixtures.ts'

type Case = { readonly path: string; readonly judged: JudgedPulls }

let cases: readonly Case[] = []

beforeAll(async () => {
  const paths = checks.flatMap(({ id }) => casesOf(id).map(name => [id, name] as const))
  cases = await Promise.all(
    paths.map(async ([id, name]) => ({ path: `${id}/${name}`, judged: await contextOf(id, name) }))
  )
})

const resultsWithout = ({ pulls, obstacles }: JudgedPulls, kind: ObstacleKind) =>
  settle(
    pulls,
    obstacles.filter(obstacle => obstacle.kind !== kind)
  ).map(({ result }) => result)

/** The fixtures whose verdicts would be others if nobody looked for obstacles of this kind. */
const missing = (kind: ObstacleKind): readonly string[] =>
  cases
    .filter(({ judged: { obstacles } }) => obstacles.some(obstacle => obstacle.kind === kind))
    .filter(
      ({ judged }) =>
        JSON.stringify(resultsWithout(judged, kind)) !==
        JSON.stringify(judged.verdicts.map(({ result }) => result))
    )
    .map(({ path }) => path)

/** For each kind a case whose verdict it decides, with what the verdict is and what it rests on. */
const deciding: Readonly<
  Record<ObstacleKind, readonly [check: string, name: string, result: PullResult]>
> = {
  'pod-identity': ['pod-identity-intercepts', 'finds-pod-identity', 'unknown'],
  'node-identity': ['node-without-identity', 'finds-scale-set-without-it', 'unknown'],
  firewall: ['registry-firewall', 'finds-address-not-allowed', 'unknown'],
  'no-way-in': ['registry-not-public', 'finds-no-endpoint', 'no-pull'],
  'private-way': ['registry-not-public', 'finds-managed-network-not-linked', 'unknown'],
  'public-access': ['registry-not-public', 'unknown-finds-perimeter', 'unknown'],
  proxy: ['proxy-without-registry', 'finds-proxy-before-whole-private-way', 'unknown'],
  'no-egress': ['isolated-cluster-source', 'finds-registry-without-endpoint', 'unknown'],
  'registry-state': ['registry-not-ready', 'finds-classic', 'unknown'],
  'not-told': ['registry-not-ready', 'unknown-state', 'unknown'],
  'regional-endpoint': ['regional-endpoint-off', 'finds-endpoints-off', 'no-pull'],
  replica: ['registry-replica', 'finds-not-replicated', 'unknown'],
  'encryption-key': ['registry-encryption', 'finds-identity-taken-off', 'unknown'],
  quarantine: ['registry-quarantine', 'finds-policy', 'unknown'],
  subscription: ['subscription-not-enabled', 'finds-disabled', 'unknown'],
  'cache-rule': ['cache-rule-broken', 'finds-unhealthy-credentials', 'unknown'],
  'image-absent': ['image-absent', 'finds-digest', 'no-pull'],
  'image-locked': ['image-locked', 'finds-reading-off', 'no-pull'],
  'not-an-image': ['not-an-image', 'finds-chart', 'no-pull'],
  'image-schema-1': ['image-schema-1', 'finds-containerd-2', 'no-pull'],
  'image-platform': ['image-platform-missing', 'finds-no-platform', 'no-pull'],
  'image-unanswered': ['image-lookup-refused', 'finds-required', 'unknown'],
  'known-issue': ['acr-sp-grant-not-seen', 'finds-other-subscription', 'no-pull'],
  'cluster-state': ['cluster-not-running', 'finds-failed-cluster', 'unknown']
}

const obstaclesOf = (verdict: Verdict | undefined): readonly ObstacleKind[] => {
  const reason =
    verdict?.result === 'no-pull'
      ? verdict.cause
      : verdict?.result === 'unknown'
        ? verdict.open
        : null
  return reason !== null && 'obstacles' in reason ? reason.obstacles.map(({ kind }) => kind) : []
}

test.each(Object.entries(deciding))('%s decides %j', async (kind, [check, name, result]) => {
  const { verdicts } = await contextOf(check, name)
  expect(verdicts[0]?.result).toBe(result)
  expect(obstaclesOf(verdicts[0])).toContain(kind)
})

test.each(obstacleSources.map(({ kind }) => kind))(
  'without the obstacles of kind %s some verdict is another',
  kind => {
    expect(missing(kind)).not.toEqual([])
  }
)

test('each source finds obstacles of its own kind', () => {
  const strangers = cases.flatMap(({ judged: { pulls } }) =>
    obstacleSources.flatMap(source =>
      [...source.find(pulls)].filter(({ kind }) => kind !== source.kind)
    )
  )
  expect(strangers).toEqual([])
})

test('an obstacle has evidence that a person can verify, in clauses', () => {
  const evidence = cases.flatMap(({ judged: { obstacles } }) =>
    obstacles.map(obstacle => obstacle.evidence)
  )
  expect(evidence.filter(clauses => clauses.length === 0)).toEqual([])
  expect(evidence.flat().filter(clause => /\.$|^\s|\s$|undefined|\bnull\b/.test(clause))).toEqual(
    []
  )
})
