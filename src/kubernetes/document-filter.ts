import type { MentionSearch } from './mentions.ts'

/** No image stands in a text without the word, unless escapes hide it; these kinds decide who pulls. */
const concernsPulls = /image|\\[xuU\r\n]|\b(?:ServiceAccount|Secret|AcrPullBinding)\b/i

/**
 * What ordinary mistakes look like. Such a document is parsed, so that a broken one is reported whatever it is about.
 * Each begins with what is rare in a text, and ends a line with `\n|$`, which takes a third of the time of `$` with `m`.
 */
const mistakes: readonly RegExp[] = [
  // A tab in the indentation.
  /\t(?<=^ *(?:- *)?\t)/m,
  // A bracket or quote that its line does not close.
  /[:-] +(?:\[[^\n[\]]*|\{[^\n{}]*|"[^\n"]*|'[^\n']*)(?:\n|$)/,
  // Two values on one line.
  /: [^\n"'#[{:]*(?::[^ \n"'#[{:][^\n"'#[{:]*)*: /,
  // An action of a template.
  /\{\{/
]

const isFlow = /^\uFEFF?\s*[{[]/

/** Every object has these keys. */
const objectKeys = ['apiVersion', 'kind']
const keyPatterns = {
  block: objectKeys.map(key => new RegExp(`^["']?${key}["']?:`, 'm')),
  flow: objectKeys.map(key => new RegExp(`\\b${key}["']?\\s*:`))
}

/** Whether a text is meant for kubectl, as far as one that could not be parsed can tell. */
export const isMeantForKubectl = (text: string): boolean =>
  keyPatterns[isFlow.test(text) ? 'flow' : 'block'].every(pattern => pattern.test(text))

/** JSON breaks at other places than lines, and few objects are written in it, so all of those are parsed. */
const mayBeBroken = (text: string): boolean =>
  mistakes.some(mistake => mistake.test(text)) || (isFlow.test(text) && isMeantForKubectl(text))

/** Whether a document can hold anything about pulls. Looking is ten times as fast as parsing, and most files cannot. */
export const mayConcernPulls = (text: string, mentions: MentionSearch): boolean =>
  concernsPulls.test(text) || mentions.concerns(text) || mayBeBroken(text)
