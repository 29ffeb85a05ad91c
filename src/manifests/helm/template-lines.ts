import { limits } from '../limits.ts'

/** A line of a Helm template as the literal text around its `{{ actions }}`. */
type Pattern = { readonly segments: readonly string[]; readonly lineNumber: number }

/** The lines of a template that leave text of their own: neither blank, nor only actions. */
export type TemplatePatterns = readonly Pattern[]

export type TemplateMatch = {
  /** 1-based. */
  readonly lineNumber: number
  /** The template writes the line literally, without an action. */
  readonly literal: boolean
}

export const parseTemplate = (text: string): TemplatePatterns =>
  text
    .split('\n', limits.templateLines)
    .map((line, index) => ({
      segments: line.trim().split(/\{\{[^]*?(?:\}\}|$)/),
      lineNumber: index + 1
    }))
    .filter(({ segments }) => segments.some(segment => /[\p{L}\p{N}]/u.test(segment)))

/**
 * Finds the line of a template that a rendered line comes from: the literal text around the actions
 * must fit, and among several that fit, the surrounding lines decide (the container's `name:` is
 * one of them). Indentation is not compared, because `nindent` changes it. No answer where two lines
 * fit equally well.
 */
export const findTemplateLine = (
  patterns: TemplatePatterns,
  rendered: readonly string[],
  lineNumber: number
): TemplateMatch | null => {
  const line = (rendered[lineNumber - 1] ?? '').trim()
  const fitting = patterns.flatMap((pattern, index) => (fits(pattern, line) ? [index] : []))
  const best = bestByContext(patterns, fitting, rendered, lineNumber)
  const pattern = best === null ? undefined : patterns[best]
  return pattern === undefined
    ? null
    : { lineNumber: pattern.lineNumber, literal: pattern.segments.length === 1 }
}

/** Like a file glob with `*` for each action; one that renders to nothing leaves a blank that nobody sees. */
const fits = ({ segments }: Pattern, trimmed: string): boolean => {
  const [first = '', ...rest] = segments
  const last = rest.pop()
  if (last === undefined) return trimmed === first
  const line = last === '' ? `${trimmed} ` : trimmed
  if (!line.startsWith(first) || !line.endsWith(last)) return false
  let position = first.length
  for (const segment of rest) {
    const at = line.indexOf(segment, position)
    if (at < 0) return false
    position = at + segment.length
  }
  return position <= line.length - last.length
}

/** Lines above and below that are looked at: the rest of a container, seldom more. */
const contextLines = 8

const bestByContext = (
  patterns: TemplatePatterns,
  fitting: readonly number[],
  rendered: readonly string[],
  lineNumber: number
): number | null => {
  const [only, another] = fitting
  if (another === undefined) return only ?? null
  const scored = fitting
    .map(index => ({ index, score: contextScore(patterns, index, rendered, lineNumber) }))
    .sort((one, other) => other.score - one.score)
  const [best, second] = scored
  return best !== undefined && best.score > (second?.score ?? 0) ? best.index : null
}

const contextScore = (
  patterns: TemplatePatterns,
  index: number,
  rendered: readonly string[],
  lineNumber: number
): number => {
  const above = patterns.slice(Math.max(0, index - contextLines), index).reverse()
  const below = patterns.slice(index + 1, index + 1 + contextLines)
  const renderedAbove = rendered
    .slice(0, lineNumber - 1)
    .slice(-contextLines)
    .reverse()
  const renderedBelow = rendered.slice(lineNumber, lineNumber + contextLines)
  return sequenceScore(above, renderedAbove) + sequenceScore(below, renderedBelow)
}

/**
 * Walks both sequences outwards in step: a literal line weighs more than one with actions, and near
 * lines more; template lines that left nothing, as those of a condition, cost a little.
 */
const sequenceScore = (patterns: TemplatePatterns, lines: readonly string[]): number => {
  let score = 0
  let position = 0
  for (const [distance, line] of lines.entries()) {
    if (line.trim() === '---') break
    const found = patterns.findIndex((pattern, at) => at >= position && fits(pattern, line.trim()))
    if (found < 0) continue
    const weight = (patterns[found]?.segments.length ?? 1) === 1 ? 2 : 1
    score += weight * (contextLines - distance) - (found - position)
    position = found + 1
  }
  return score
}
