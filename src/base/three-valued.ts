/** Kleene's strong three-valued logic; `maybe`: neither proved nor excluded by what is known. */
export type Answer = 'yes' | 'no' | 'maybe'

/** Conjunction; yes when there is nothing to fulfil. */
export const allOf = (answers: readonly Answer[]): Answer =>
  answers.includes('no') ? 'no' : answers.includes('maybe') ? 'maybe' : 'yes'

/** Disjunction; no when there is no alternative. */
export const anyOf = (answers: readonly Answer[]): Answer =>
  answers.includes('yes') ? 'yes' : answers.includes('maybe') ? 'maybe' : 'no'

export const answerOf = (condition: boolean): Answer => (condition ? 'yes' : 'no')

const opposites: Readonly<Record<Answer, Answer>> = { yes: 'no', no: 'yes', maybe: 'maybe' }

export const not = (answer: Answer): Answer => opposites[answer]
