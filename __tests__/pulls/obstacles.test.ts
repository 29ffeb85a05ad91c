import { beforeAll, expect, test } from '@jest/globals'
import { checks } from '../../src/checks/index.ts'
import type { JudgedPulls } from '../../src/pulls/judged-pulls.ts'
import { type ObstacleKind, obstacleSources } from '../../src/pulls/obstacles/index.ts'
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
