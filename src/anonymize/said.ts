import type { Finding } from '../checks/check.ts'
import type { Verdict } from '../pulls/verdict.ts'

function reasonOf(verdict: Verdict): string {
  switch (verdict.result) {
    case 'pull':
      return verdict.by.kind
    case 'no-pull':
      return verdict.cause.kind
    case 'unknown':
      return verdict.open.kind
  }
}

/** Each verdict as a line without its evidence, in order; `spoken` puts names into those of the copy. */
export const verdictLines = (
  verdicts: readonly Verdict[],
  spoken: (text: string) => string = text => text
): readonly string[] =>
  verdicts
    .map(verdict => {
      const { cluster, image, result, puller, uses } = verdict
      const why = `${result} (${reasonOf(verdict)}, ${puller.kind})`
      return `${spoken(cluster).toLowerCase()} ${spoken(image)}: ${why} for ${uses.length} of the places`
    })
    .toSorted()

/** Each finding as a line without its words, in order. */
export const findingLines = (findings: readonly Finding[]): readonly string[] =>
  findings
    .map(
      ({ check, severity, locations }) =>
        `${check}: ${severity} at ${locations.length} of the places`
    )
    .toSorted()

/** What only one of two judgements says, with the sign that `diff` gives it. */
export function differences(
  before: readonly string[],
  after: readonly string[]
): readonly string[] {
  const left = [...after]
  const gone = before.filter(line => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return [...gone.map(line => `- ${line}`), ...left.map(line => `+ ${line}`)]
}
