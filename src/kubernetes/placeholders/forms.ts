/** How a tool, or people, mark what is filled in at deployment time. */
export type PlaceholderForm = {
  /** For people, X being the name. */
  readonly form: string
  /** Linear on any text: each class excludes the character that opens the form. One group: what stands in the form. */
  readonly pattern: string
  readonly tools: string
  readonly example: string
  readonly source: string
}

const replaceTokens = 'github.com/qetza/replacetokens-task, tasks/ReplaceTokensV6/README.md'

/**
 * The forms of tools that fill in files. None but `__X__` holds only characters of a valid reference, so a text without
 * them is left alone. Longer forms stand before those they contain.
 */
export const toolForms: readonly PlaceholderForm[] = [
  {
    form: '${{X}}',
    pattern: String.raw`\$\{\{([^{}]*)\}\}`,
    tools: 'GitHub Actions, inputs of GitLab components',
    example: '${{ vars.ACR }}.azurecr.io/shop/web:1',
    source: 'docs.github.com, "Evaluate expressions in workflows and actions"'
  },
  {
    form: '#{{X}}',
    pattern: String.raw`#\{\{([^{}]*)\}\}#?`,
    tools: 'replace-tokens (githubactions)',
    example: '#{{ ACR }}.azurecr.io/shop/web:1',
    source: replaceTokens
  },
  {
    form: '{{X}}',
    pattern: String.raw`\{\{([^{}]*)\}\}`,
    tools: 'replace-tokens (doublebraces), Jinja, Go templates, Mustache',
    example: '{{ACR}}.azurecr.io/shop/web:1',
    source: replaceTokens
  },
  {
    form: '#{X}#, #{X}',
    pattern: String.raw`#\{([^{}]*)\}#?`,
    tools: 'replace-tokens (default), Octopus',
    example: '#{ACR}#.azurecr.io/shop/web:1',
    source: replaceTokens
  },
  {
    form: '$(X)',
    pattern: String.raw`\$\(([^()]*)\)`,
    tools: 'replace-tokens (azpipelines), macros of Azure Pipelines',
    example: '$(ACR).azurecr.io/shop/web:1',
    source: `${replaceTokens}; learn.microsoft.com, "Define variables", macro syntax`
  },
  {
    form: '$[X]',
    pattern: String.raw`\$\[([^[\]]*)\]`,
    tools: 'runtime expressions of Azure Pipelines',
    example: '$[variables.acr].azurecr.io/shop/web:1',
    source: 'learn.microsoft.com, "Define variables", runtime expression syntax'
  },
  {
    form: '${X}, and $${X}, which Flux leaves alone',
    pattern: String.raw`\$?\$\{([^{}]*)\}`,
    tools: 'envsubst, azd, Flux',
    example: '${ACR}.azurecr.io/shop/web:1',
    source: 'fluxcd.io, Kustomization, "Post build variable substitution"'
  },
  {
    form: '$env:X',
    pattern: String.raw`\$env:([A-Za-z_][A-Za-z0-9_]*)`,
    tools: 'PowerShell',
    example: '$env:ACR.azurecr.io/shop/web:1',
    source: 'learn.microsoft.com, about_Environment_Variables'
  },
  {
    form: '$X',
    pattern: String.raw`\$([A-Za-z_][A-Za-z0-9_]*)`,
    tools: 'envsubst, shells',
    example: '$ACR.azurecr.io/shop/web:1',
    source: 'gnu.org, gettext manual, envsubst'
  },
  {
    form: '__X__',
    pattern: '__([A-Za-z][A-Za-z0-9.-]*(?:_[A-Za-z0-9.-]+)*)__',
    tools: 'replace-tokens (doubleunderscores)',
    example: '__ACR__.azurecr.io/shop/web:1',
    source: replaceTokens
  },
  {
    form: '<%X%>',
    pattern: '<%=?([^<>%]*)%>',
    tools: 'ERB, EJS',
    example: '<%ACR%>.azurecr.io/shop/web:1',
    source: 'docs.ruby-lang.org, ERB'
  },
  {
    form: '<X>, which is no end tag of HTML',
    pattern: '<([^<>/][^<>]*)>',
    tools: 'documentation',
    example: '<your-registry>.azurecr.io/shop/web:1',
    source: 'learn.microsoft.com, style guide: placeholders in angle brackets'
  }
]

/** Neither of a reference nor of a sentence: what a replace-tokens with a prefix and suffix of its own would be given. */
const unusual = String.raw`[^\s\p{L}\p{M}\p{N}\p{C}._/:@,'"\\\-]`
const ownScripts = 'seen in public repositories, filled in by sed and the like'

/** Forms that prose and other syntax have too, so they are placeholders only in a text that is one image. */
export const fenceForms: readonly PlaceholderForm[] = [
  {
    form: '[[X]]',
    pattern: String.raw`\[\[([A-Za-z_][\w. \-]*)\]\]`,
    tools: 'replace-tokens (custom), Scriban',
    example: '[[ACR]].azurecr.io/shop/web:1',
    source: ownScripts
  },
  {
    form: '[X]',
    pattern: String.raw`\[([A-Za-z_][\w. \-]*)\]`,
    tools: 'documentation',
    example: '[ACR_NAME].azurecr.io/shop/web:1',
    source: ownScripts
  },
  {
    form: '{X}',
    pattern: String.raw`\{([A-Za-z_][\w. \-]*)\}`,
    tools: 'format strings of Python and .NET, URI templates',
    example: '{ACR}.azurecr.io/shop/web:1',
    source: ownScripts
  },
  {
    form: '(X)',
    pattern: String.raw`\(([A-Za-z_][\w. \-]*)\)`,
    tools: 'documentation',
    example: '(ACR).azurecr.io/shop/web:1',
    source: ownScripts
  },
  {
    form: '%X%, %%X%%',
    pattern: String.raw`%{1,2}([A-Za-z_][\w.\-]*)%{1,2}`,
    tools: 'batch files of Windows',
    example: '%ACR%.azurecr.io/shop/web:1',
    source: 'learn.microsoft.com, Windows commands, set'
  },
  {
    form: '@X@, @@X@@',
    pattern: String.raw`@{1,2}([A-Za-z_][\w.\-]*)@{1,2}`,
    tools: 'autoconf, CMake, Ant, Maven',
    example: '@ACR@.azurecr.io/shop/web:1',
    source: 'maven.apache.org, Maven Resources Plugin, filtering'
  },
  {
    form: '@{X}, @{X}@',
    pattern: String.raw`@\{([A-Za-z_][\w.\-]*)\}@?`,
    tools: 'replace-tokens (custom)',
    example: '@{ACR}@.azurecr.io/shop/web:1',
    source: ownScripts
  },
  {
    form: 'any other prefix and suffix of characters that no reference may hold, such as #X# and ~X~',
    pattern: String.raw`${unusual}{1,4} ?([A-Za-z_][\w.\-]*) ?${unusual}{1,4}`,
    tools: 'replace-tokens (custom)',
    example: '#ACR#.azurecr.io/shop/web:1',
    source: `${replaceTokens}, tokenPrefix and tokenSuffix`
  }
]
