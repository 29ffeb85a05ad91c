import type { MentionSearch } from './mentions.ts'

/** No image stands in a text without the word, unless escapes hide it; these kinds decide who pulls. */
const concernsPulls = /image|\\[xuU\r\n]|\b(?:ServiceAccount|Secret|AcrPullBinding)\b/i

/**
 * What ordinary mistakes look like: a tab in the indentation, a bracket or quote that its line does not close,
 * two values on one line. Such a document is parsed, so that a broken one is reported whatever it is about.
 */
const looksBroken = new RegExp(
  [
    String.raw`^ *(?:- *)?\t`,
    String.raw`[:-] +(?:\[[^\n[\]]*|\{[^\n{}]*|"[^\n"]*|'[^\n']*)$`,
    String.raw`^[^\n"'#[{]*: [^\n"'#[{]*: `,
    String.raw`\{\{`
  ].join('|'),
  'm'
)

/** Whether a document can hold anything about pulls. Looking is ten times as fast as parsing, and most files cannot. */
export const mayConcernPulls = (text: string, mentions: MentionSearch): boolean =>
  concernsPulls.test(text) || mentions.concerns(text) || looksBroken.test(text)
