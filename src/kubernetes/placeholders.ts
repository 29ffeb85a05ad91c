/** How a tool marks what it fills in at deployment time. */
type PlaceholderForm = {
  readonly tools: string
  /** Linear on any text: each class excludes the character that opens the form. One group: the name and, for `${}`, its default. */
  readonly pattern: string
}

/**
 * No form but `__X__` holds only characters of a valid reference, so a text without them is left alone.
 * Longer forms stand before those they contain.
 */
const forms: readonly PlaceholderForm[] = [
  {
    // github.com/qetza/replacetokens-task, tasks/ReplaceTokensV6/task.json: token patterns.
    tools: 'replace-tokens (GitHub and GitLab style)',
    pattern: String.raw`\$\{\{([^{}]*)\}\}`
  },
  { tools: 'replace-tokens (double braces), Jinja, Helm', pattern: String.raw`\{\{([^{}]*)\}\}` },
  { tools: 'replace-tokens (default), Octopus', pattern: String.raw`#\{([^{}]*)\}#?` },
  { tools: 'replace-tokens and Azure Pipelines macros', pattern: String.raw`\$\(([^()]*)\)` },
  {
    // fluxcd.io, Kustomization, "Post build variable substitution"; `$${X}` is its escape.
    tools: 'envsubst, azd, Flux',
    pattern: String.raw`\$?\$\{([^{}]*)\}`
  },
  { tools: 'envsubst', pattern: String.raw`\$([A-Za-z_][A-Za-z0-9_]*)` },
  { tools: 'replace-tokens', pattern: '__([A-Za-z][A-Za-z0-9.-]*(?:_[A-Za-z0-9.-]+)*)__' },
  // Not the end tags of HTML.
  { tools: 'documentation', pattern: '<([^<>/][^<>]*)>' }
]

/** Source of a pattern for any placeholder. */
export const placeholderPattern = `(?:${forms.map(({ pattern }) => pattern).join('|')})`

const anyForm = new RegExp(placeholderPattern, 'g')
const opening = /[#${<]|__/
/** `__app__` may be a part of a repository; with upper case it can only be part of a tag. */
const legalName = /^__[a-z0-9._-]+__$/

/** Name and default of `${NAME:=default}`, `${NAME:-default}`, `${NAME=default}`, `${NAME-default}`. */
const withDefault = /^([A-Za-z_][A-Za-z0-9_]*):?[-=](.*)$/s

const nameIn = (groups: readonly unknown[]): string =>
  groups.find(group => typeof group === 'string')?.trim() ?? ''

const isText = (value: unknown): value is string => typeof value === 'string'

/** The value that the tool would write, or null when nothing says what the placeholder stands for. */
const valueOf = (
  written: string,
  content: string,
  variables: Readonly<Record<string, string>>
): string | null => {
  if (written.startsWith('$${')) return null
  const known = (name: string) =>
    Object.hasOwn(variables, name) ? (variables[name] ?? null) : null
  const [, name, fallback] = written.startsWith('${') ? (withDefault.exec(content) ?? []) : []
  if (name === undefined || fallback === undefined) return known(content)
  return known(name) ?? fallback
}

export type ResolvedText = {
  readonly text: string
  /** What is still to be filled in, as written, in order, each once. */
  readonly unresolved: readonly string[]
}

/** The placeholders of a text, as written. */
export const placeholdersIn = (text: string): readonly string[] =>
  opening.test(text) ? [...new Set(text.match(anyForm) ?? [])] : []

/**
 * Fills in the placeholders whose value is known. Values are not looked through again, as with Flux and
 * replace-tokens; a placeholder in a value is therefore unresolved.
 */
export const resolvePlaceholders = (
  text: string,
  variables: Readonly<Record<string, string>>
): ResolvedText => {
  if (!opening.test(text)) return { text, unresolved: [] }
  const resolved = text.replace(anyForm, (written, ...groups) => {
    const content = nameIn(groups.slice(0, forms.length).filter(isText))
    return valueOf(written, content, variables) ?? written
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
