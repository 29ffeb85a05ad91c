/** Kleene's strong three-valued logic: `unknown` remains unless the other operands decide alone. */
export type Ternary = 'true' | 'false' | 'unknown'

const opposites: Readonly<Record<Ternary, Ternary>> = {
  true: 'false',
  false: 'true',
  unknown: 'unknown'
}

export const ternary = (value: boolean): Ternary => (value ? 'true' : 'false')

export const not = (value: Ternary): Ternary => opposites[value]

/** Conjunction; `true` of nothing. */
export const all = (values: readonly Ternary[]): Ternary =>
  values.includes('false') ? 'false' : values.includes('unknown') ? 'unknown' : 'true'

/** Disjunction; `false` of nothing. */
export const any = (values: readonly Ternary[]): Ternary =>
  values.includes('true') ? 'true' : values.includes('unknown') ? 'unknown' : 'false'
