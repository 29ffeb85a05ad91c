import type { Facts } from '../facts/facts.ts'
import { mayChangePods } from '../kubernetes/admission/pod-changers.ts'
import type { SourceText } from '../yaml/source.ts'
import { patternsInCondition, prefixesInCondition } from './condition-text.ts'
import { factsWithoutNames, keptOf, textsOf } from './facts-without-names.ts'
import { manifestWithoutNames } from './manifest-without-names.ts'
import { secretsIn, type SecretScalar } from './manifest-secrets.ts'
import { type Fragments, fragmentsOf } from './pieces.ts'
import { pseudonyms } from './pseudonyms.ts'
import { hostsOf } from './secret-text.ts'
import { tokensIn, withoutNames } from './words.ts'

/** What a bug report is about. */
export type Originals = {
  readonly facts: Facts
  readonly files: readonly SourceText[]
  /** Other texts of the run with names in them, such as the namespace. */
  readonly others: readonly string[]
}

/** The same with other names and ids, and without secrets. */
export type Anonymous = {
  readonly facts: Facts
  /** In the order of the originals. */
  readonly files: readonly SourceText[]
  /** Any other text of the run, with the same names. */
  readonly textOf: (text: string) => string
}

type Read = { readonly source: SourceText; readonly secrets: readonly SecretScalar[] }

function hostsIn(files: readonly Read[]): readonly string[] {
  return files.flatMap(({ secrets }) =>
    secrets.flatMap(({ form, encoding, scalar }) =>
      form === null ? [] : hostsOf({ encoding, text: scalar.text }, form)
    )
  )
}

/** What policies write in place of names, such as `sandbox-*`. */
const wildcardsIn = (files: readonly Read[]): readonly string[] =>
  files
    .filter(({ source }) => mayChangePods(source.text))
    .flatMap(({ source }) => source.text.split(/[\s"'[\],{}()]/))
    .filter(part => part.includes('*'))

/** Names that conditions, tokens, pull secrets and policies know by a part alone. */
function fragmentsIn(facts: Facts, files: readonly Read[]): Fragments {
  const texts = [...textsOf(facts)]
  const conditions = texts.flatMap(([key, text]) => (key === 'condition' ? [text] : []))
  const actions = texts.flatMap(([key, text]) => (key === 'actions' ? [text] : []))
  const hosts = hostsIn(files)
  return fragmentsOf(
    [...conditions.flatMap(patternsInCondition), ...actions, ...hosts, ...wildcardsIn(files)],
    [...conditions.flatMap(prefixesInCondition), ...hosts.filter(host => host.includes('/'))]
  )
}

function takenBy({ facts, files, others }: Originals): ReadonlySet<string> {
  const texts = [...textsOf(facts)].map(([, text]) => text)
  return new Set(
    [...texts, ...files.flatMap(({ file, text }) => [file, text]), ...others].flatMap(tokensIn)
  )
}

/**
 * Replaces names and ids in facts and manifests alike, so that they fit each other as before and the verdicts stay the
 * same. What comes first is named first: the same originals always give the same.
 */
export function anonymous(originals: Originals): Anonymous {
  const files = originals.files.map(source => ({ source, secrets: secretsIn(source) }))
  const names = pseudonyms({
    fragments: fragmentsIn(originals.facts, files),
    kept: keptOf(originals.facts),
    taken: takenBy(originals)
  })
  // ARM ids say what their names belong to, so they are named first.
  for (const [, text] of textsOf(originals.facts))
    if (text.startsWith('/')) withoutNames(text, names)
  return {
    facts: factsWithoutNames(originals.facts, names),
    files: files.map(({ source, secrets }) => manifestWithoutNames(source, secrets, names)),
    textOf: text => withoutNames(text, names)
  }
}
