/** Kleene's strong three-valued logic; `maybe`: neither proved nor excluded by what is known. */
export type Truth = 'yes' | 'no' | 'maybe'

/** Conjunction; yes when there is nothing to fulfil. */
export const allOf = (answers: readonly Truth[]): Truth =>
  answers.includes('no') ? 'no' : answers.includes('maybe') ? 'maybe' : 'yes'

/** Disjunction; no when there is no alternative. */
export const anyOf = (answers: readonly Truth[]): Truth =>
  answers.includes('yes') ? 'yes' : answers.includes('maybe') ? 'maybe' : 'no'

export const truthOf = (condition: boolean): Truth => (condition ? 'yes' : 'no')

const opposites: Readonly<Record<Truth, Truth>> = { yes: 'no', no: 'yes', maybe: 'maybe' }

export const not = (answer: Truth): Truth => opposites[answer]
