import type { Remediation } from '../check.ts'

/** How a remediation goes on that is no alternative, or says itself that it is one. */
const joined = /^(?:Or|If|Where|Then|Only) /

const decapitalised = (text: string): string =>
  /^[A-Z][a-z]*[ .:,]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

/** The same as another way. */
const or = (remediation: Remediation): Remediation =>
  joined.test(remediation.description)
    ? remediation
    : { ...remediation, description: `Or ${decapitalised(remediation.description)}` }

/** Ways to the same end, of which one is enough: each after the first begins with "Or". A way may take several steps. */
export const alternatives = (
  ways: readonly (Remediation | readonly Remediation[])[]
): readonly Remediation[] =>
  ways
    .map(way => (isSteps(way) ? way : [way]))
    .filter(way => way.length > 0)
    .flatMap(([first, ...others], index) =>
      first === undefined ? [] : [index === 0 ? first : or(first), ...others]
    )

const isSteps = (way: Remediation | readonly Remediation[]): way is readonly Remediation[] =>
  Array.isArray(way)
