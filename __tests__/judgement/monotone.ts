import type { Facts } from '../../src/facts/facts.ts'
import type { Manifests } from '../../src/kubernetes/manifests.ts'
import { judgePulls } from '../../src/pulls/judged-pulls.ts'
import type { PullResult } from '../../src/pulls/verdict.ts'
import type { Location } from '../../src/yaml/location.ts'

/** By cluster, place and image. */
export type Results = ReadonlyMap<string, ReadonlySet<PullResult>>

const placeOf = ({ file, line, column }: Location): string => `${file}:${line}:${column}`

/** What becomes of each use of an image on each cluster. */
export function resultsOf(manifests: Manifests, facts: Facts): Results {
  const results = new Map<string, Set<PullResult>>()
  for (const { cluster, image, result, uses } of judgePulls(manifests, facts).verdicts)
    for (const { location } of uses) {
      const key = `${cluster.toLowerCase()} ${placeOf(location)} ${image}`
      results.set(key, (results.get(key) ?? new Set()).add(result))
    }
  return results
}

export type Change = {
  readonly use: string
  readonly before: readonly PullResult[]
  readonly after: readonly PullResult[]
}

/** Where two judgements differ. */
export const changes = (before: Results, after: Results): readonly Change[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap(use => {
    const [one, other] = [before, after].map(results => [...(results.get(use) ?? [])].toSorted())
    if (one === undefined || other === undefined || one.join() === other.join()) return []
    return [{ use, before: one, after: other }]
  })

/** A proof that was not there before: less knowledge may open an answer, and never give one. */
export const isNewProof = ({ before, after }: Change): boolean =>
  after.some(result => result !== 'unknown' && !before.includes(result))

/** What is judged without one thing that was known. */
export type JudgedWithout = { readonly without: string; readonly after: Results }

/** Judges variants and counts them: how many there were, and how many results they changed. */
export function createTally() {
  let variants = 0
  let changed = 0
  return {
    /** What is wrongly proven without some knowledge, as `what: use before > after`. */
    wrongProofs: (before: Results, less: Iterable<JudgedWithout>): readonly string[] => {
      const wrong: string[] = []
      for (const { without, after } of less) {
        const found = changes(before, after)
        variants += 1
        changed += found.length
        for (const change of found.filter(isNewProof))
          wrong.push(`${without}: ${change.use} ${change.before.join()} > ${change.after.join()}`)
      }
      return wrong
    },
    say: (of: string): void => {
      process.stdout.write(
        `${variants} variants of ${of} with less knowledge were judged; ${changed} results changed\n`
      )
    }
  }
}
