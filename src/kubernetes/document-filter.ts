import type { MentionSearch } from './images/mentions.ts'

/** No image stands in a text without the word, unless escapes hide it; these kinds decide who pulls. */
const concernsPulls =
  /image|\\[xuU\r\n]|\b(?:ServiceAccount|\w*Secret|AcrPullBinding|OnePasswordItem|MutatingWebhookConfiguration|\w*AdmissionPolicy)\b|serviceAccountName|dockerconfigjson|use-managed-identity/i

/**
 * What ordinary mistakes look like. Such a document is parsed, so that a broken one is reported whatever it is about.
 * Each begins with what is rare in a text, and ends a line with `\n|$`, which takes a third of the time of `$` with `m`.
 */
const mistakes: readonly RegExp[] = [
  // A tab in the indentation.
  /\t(?<=^ *(?:- *)?\t)/m,
  // A bracket or quote that its line does not close; a greedy step keeps a place to return to for each of ten million characters.
  /[:-] +?(?:\[[^\n[\]]*?|\{[^\n{}]*?|"[^\n"]*?|'[^\n']*?)(?:\n|$)/,
  // Two values on one line.
  /: [^\n"'#[{]*?: /
]

/** Built-in groups without a dot; every other group has one (kubernetes.io, "The Kubernetes API"). */
const apiVersion = String.raw`(?:(?:apps|autoscaling|batch|extensions|policy|[\w-]+\.[\w.-]+)/)?v\d`

/**
 * At the start of a line in YAML; anywhere in quotes, as in JSON. Settings of other programs have these keys too, with a
 * date in them as Azure, or a group of their own as Skaffold.
 */
const objectKeys = {
  block: [
    new RegExp(`^ *["']?apiVersion["']?[ \\t]*:[ \\t]*["']?${apiVersion}`, 'm'),
    /^ *["']?kind["']?[ \t]*:/m
  ],
  flow: [
    new RegExp(`[{,][ \\t]*apiVersion[ \\t]*:[ \\t]*["']?${apiVersion}`),
    /[{,][ \t]*kind[ \t]*:/
  ],
  quoted: [/["']apiVersion["']\s*:\s*["'](?:[\w.-]+\/)?v\d/, /["']kind["']\s*:/]
}

const hasKeys = (style: keyof typeof objectKeys, text: string): boolean =>
  objectKeys[style].every(pattern => pattern.test(text))

/** Whether a text is meant for kubectl, as far as one that could not be parsed can tell. */
export const isMeantForKubectl = (text: string): boolean =>
  hasKeys('block', text) || hasKeys('flow', text) || hasKeys('quoted', text)

/** A pod, as far as a text that could not be parsed can tell, such as a patch or a fragment. */
const holdsPod = (text: string): boolean =>
  /^[ \t]*(?:- )?["']?(?:init|ephemeral)?containers["']?:/im.test(text) &&
  /\bimage["']?:/.test(text)

/** Keys that are written in escapes are read by YAML, and by nobody who looks for words. */
const hasEscapedKey = (text: string): boolean =>
  text.includes('\\') && /"[^"\n]{0,99}\\[xuU][^"\n]{0,99}"[ \t]*:/.test(text)

/** Whether it is worth a word that a text could not be parsed: something would apply it, or render with it. */
export const isDeployed = (text: string): boolean =>
  isMeantForKubectl(text) || holdsPod(text) || hasEscapedKey(text)

/** Whether a text that could not be parsed may name images, or say who pulls them. */
export const mayHidePulls = (text: string, mentions: MentionSearch): boolean =>
  concernsPulls.test(text) || mentions.concerns(text)

/** JSON breaks at other places than lines, and few objects are written in it, so all of those are parsed. */
const mayBeBroken = (text: string): boolean =>
  hasKeys('quoted', text) || mistakes.some(mistake => mistake.test(text))

/**
 * Whether a document can hold anything about pulls, or is deployed and may be broken. Looking is ten times as fast as
 * parsing, and most files cannot.
 */
export const mayConcernPulls = (
  text: string,
  mentions: MentionSearch,
  isDeployedAnyway: boolean
): boolean =>
  mayHidePulls(text, mentions) || ((isDeployedAnyway || isDeployed(text)) && mayBeBroken(text))
