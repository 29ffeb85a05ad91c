import { defaultIn, expand, expansionIn } from './envsubst.ts'
import { fenceForms, toolForms, type PlaceholderForm } from './forms.ts'

export type Variables = Readonly<Record<string, string>>

/** What a controller puts in for `${NAME}` when it deploys, and for no other form. */
export type Substitution = {
  readonly variables: Variables
  /** Names that it may know, but whose values are not to be seen here; `all`: nobody knows which. */
  readonly hidden: 'all' | readonly string[]
}

const joined = (rows: readonly PlaceholderForm[]): string =>
  `(?:${rows.map(({ pattern }) => pattern).join('|')})`

/** Source of a pattern for the placeholders that stand out in any text. */
export const placeholderPattern = joined(toolForms)

const forms = [...toolForms, ...fenceForms]
const anyForm = new RegExp(joined(forms), 'gu')
const formAtStart = new RegExp(`^${joined(forms)}`, 'u')
/** A text of these alone holds no placeholder, but for `__X__` and `@X@`. */
const opening = /[^A-Za-z0-9._/:@\s-]|__|@.*@/
/** `__app__` may be a part of a repository; with upper case it can only be part of a tag. */
const legalName = /^__[a-z0-9._-]+__$/

/** The one form that controllers fill in, and that holds more than a name. */
const isExpansion = (written: string): boolean => /^\$\{(?!\{)/.test(written)

const isText = (value: unknown): value is string => typeof value === 'string'

const nameIn = (groups: readonly unknown[]): string => groups.find(isText)?.trim() ?? ''

const valueIn = (variables: Variables, name: string): string | null =>
  Object.hasOwn(variables, name) ? (variables[name] ?? null) : null

const isHidden = (substitution: Substitution | null, name: string): boolean =>
  substitution !== null && (substitution.hidden === 'all' || substitution.hidden.includes(name))

/** Shells take the default of `${NAME-default}` only where there is no value; Flux refuses it. */
const shellDefault = (operation: string): string | null =>
  operation.startsWith('-') ? operation.slice(1) : null

/** `${NAME...}` as Flux's envsubst reads it, and where no controller is known, as a shell does. */
const expanded = (
  content: string,
  given: Variables,
  substitution: Substitution | null
): string | null => {
  const expansion = expansionIn(content)
  if (expansion === null) return null
  const { name, operation } = expansion
  const value = valueIn(given, name) ?? valueIn(substitution?.variables ?? {}, name)
  const byShell = substitution === null ? shellDefault(operation) : null
  if (value !== null) return byShell === null ? expand(value, operation) : value
  return isHidden(substitution, name) ? null : (defaultIn(operation) ?? byShell)
}

/** The value that the tool would write, or null when nothing says what the placeholder stands for. */
const valueOf = (
  written: string,
  content: string,
  given: Variables,
  substitution: Substitution | null
): string | null => {
  if (written.startsWith('$${')) return null
  const value = valueIn(given, content)
  return value === null && isExpansion(written) ? expanded(content, given, substitution) : value
}

export type ResolvedText = {
  readonly text: string
  /** What is still to be filled in, as written, in order, each once. */
  readonly unresolved: readonly string[]
}

/** The placeholders of a text, as written. */
export const placeholdersIn = (text: string): readonly string[] =>
  opening.test(text) ? [...new Set(text.match(anyForm) ?? [])] : []

/** The placeholder that a text begins with, as written. */
export const placeholderAtStart = (text: string): string | null =>
  formAtStart.exec(text)?.[0] ?? null

/** What `--var` calls a placeholder or a word: the name in it, without its operation. */
export const variableNameIn = (placeholder: string): string => {
  const groups = formAtStart.exec(placeholder)
  if (groups === null) return placeholder
  const content = nameIn(groups.slice(1))
  return isExpansion(placeholder) ? (expansionIn(content)?.name ?? content) : content
}

/**
 * Fills in the placeholders whose value is known: what is given fills every form, a controller only its own. Values are
 * not looked through again, as with Flux and replace-tokens; a placeholder in a value is therefore unresolved.
 */
export const resolvePlaceholders = (
  text: string,
  given: Variables,
  substitution: Substitution | null = null
): ResolvedText => {
  if (!opening.test(text)) return { text, unresolved: [] }
  const resolved = text.replace(anyForm, (written, ...groups) => {
    const content = nameIn(groups.slice(0, forms.length))
    return valueOf(written, content, given, substitution) ?? written
  })
  return { text: resolved, unresolved: placeholdersIn(resolved) }
}

/**
 * Puts a stand-in where placeholders are, so that the text around them can be taken apart;
 * `unmistakable` leaves alone what may as well be a legal part of a reference.
 */
export const maskPlaceholders = (
  text: string,
  standIn: string,
  which: 'all' | 'unmistakable'
): string =>
  text.replace(anyForm, written =>
    which === 'unmistakable' && legalName.test(written) ? written : standIn
  )

/** The placeholders of which nobody gave a value, and no controller is known that would: their default may be deployed, or not. */
export const defaultsTakenIn = (
  text: string,
  given: Variables,
  substitution: Substitution | null
): readonly string[] =>
  substitution === null ? placeholdersIn(text).filter(written => takesDefault(written, given)) : []

function takesDefault(written: string, given: Variables): boolean {
  if (!isExpansion(written)) return false
  const { name, operation } = expansionIn(written.slice(2, -1)) ?? { name: '', operation: '' }
  return (
    valueIn(given, written.slice(2, -1)) === null &&
    valueIn(given, name) === null &&
    (defaultIn(operation) ?? shellDefault(operation)) !== null
  )
}
