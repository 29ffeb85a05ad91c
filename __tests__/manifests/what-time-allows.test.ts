import { expect, test } from '@jest/globals'
import { runTime } from '../../src/base/run-time.ts'
import type { Manifests } from '../../src/kubernetes/manifests.ts'
import { emptyContent, readManifest } from '../../src/kubernetes/read.ts'
import { whatTimeAllows } from '../../src/manifests/what-time-allows.ts'
import { podWith } from './workspace-files.ts'

const options = {
  namespace: 'default',
  namespaceOverrides: false,
  variables: {},
  substitution: null,
  registrySuffixes: []
}
const [use] = readManifest(
  { file: 'many.yaml', text: podWith('contoso.azurecr.io/web:1') },
  options
).uses

const manifestsWith = (uses: number): Manifests => ({
  ...emptyContent,
  files: 1,
  defaultAccount: 'empty',
  uses: Array.from({ length: uses }, () => use).flatMap(each => each ?? [])
})

/** A clock that only judging moves, so many milliseconds a verdict; the run has a hundred seconds. */
function judgedOn(uses: number, clusters: number, each: number) {
  let now = 0
  const time = runTime(100_000, () => now)
  const judged: number[] = []
  const kept = whatTimeAllows(
    manifestsWith(uses),
    clusters,
    some => {
      judged.push(some.uses.length)
      now += some.uses.length * clusters * each
    },
    time
  )
  return { kept: kept.uses.length, sampled: judged, problems: kept.problems }
}

test.each([
  ['few pulls are judged without a sample, however slow', 20_000, 1, 1000, 20_000, []],
  ['many pulls for which there is time are all judged', 90_000, 1, 0.1, 90_000, [5000]],
  ['so many are judged as the time suffices for twice', 90_000, 1, 1, 45_000, [5000]],
  ['each cluster counts', 9_000, 10, 1, 4_500, [500]],
  ['where the sample takes all of the time, it is what is judged', 90_000, 1, 100, 5_000, [5000]]
] as const)('%s', (_name, uses, clusters, each, kept, sampled) => {
  const judged = judgedOn(uses, clusters, each)
  expect([judged.kept, judged.sampled]).toEqual([kept, sampled])
  expect(judged.problems.map(({ message, unread }) => [message, unread])).toEqual(
    kept === uses
      ? []
      : [
          [
            `The time of the run did not suffice to judge ${uses - kept} places that name an image, this one first`,
            'no-time'
          ]
        ]
  )
})
