/** One line of the benchmark: what was measured, and what it may be at most (null: told, not judged). */
export type Figure = {
  readonly name: string
  readonly value: number
  readonly limit: number | null
  readonly unit: string
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export function figureLine({ name, value, limit, unit }: Figure): string {
  const bound =
    limit === null ? '' : `  at most ${limit}${unit}  ${value <= limit ? 'ok' : 'MISSED'}`
  return `${name.padEnd(58)} ${value.toFixed(2).padStart(10)}${unit}${bound}`
}

export const missed = (figures: readonly Figure[]): readonly Figure[] =>
  figures.filter(({ value, limit }) => limit !== null && !(value <= limit))
