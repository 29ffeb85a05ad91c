import type { core } from 'zod/mini'
import { InputError, messageOf } from '../base/errors.ts'
import { factsOfFile, factsSchema, factsSchemaUrl, fileOfFacts } from './facts-schema.ts'
import type { Facts } from './facts.ts'

/**
 * The text of a facts file: keys always in the order of the schema, so that two collections can be compared
 * line by line, and nothing in it that the schema does not name.
 */
export const writeFacts = (facts: Facts): string =>
  `${JSON.stringify({ $schema: factsSchemaUrl, ...factsSchema.parse(fileOfFacts(facts)) }, null, 2)}\n`

/** @throws InputError with the path of the first wrong key and what was expected there. */
export function readFacts(text: string): Facts {
  const content = parseJson(text)
  requireVersion(content)
  const result = factsSchema.safeParse(content, { reportInput: true })
  if (result.success) return factsOfFile(result.data)
  throw new InputError(
    `The facts file is not usable: ${describe(result.error.issues)}. Collect it again with acr-pull-check collect, or correct that key.`
  )
}

function parseJson(text: string): unknown {
  try {
    // Windows tools write a byte order mark, which JSON does not have.
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
  } catch (error) {
    throw new InputError(
      `The facts file is not JSON (${messageOf(error)}): give a file that acr-pull-check collect wrote.`,
      { cause: error }
    )
  }
}

/** Said before anything else: every other complaint about a file of another version would mislead. */
function requireVersion(content: unknown): void {
  const version = versionOf(content)
  if (version === undefined)
    throw new InputError(
      'The facts file has no schemaVersion: give a file that acr-pull-check collect wrote, whose schemaVersion is "1".'
    )
  if (version !== '1')
    throw new InputError(
      `The facts file has schemaVersion ${JSON.stringify(version)}, and this acr-pull-check reads only "1": collect the facts again, or use the acr-pull-check that wrote them.`
    )
}

const versionOf = (content: unknown): unknown =>
  typeof content === 'object' && content !== null && 'schemaVersion' in content
    ? content.schemaVersion
    : undefined

function describe(issues: readonly core.$ZodIssue[]): string {
  const [first, ...others] = issues
  if (first === undefined) return 'a key is wrong'
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`
  return `${pathText(first.path)} must be ${expectation(first)}, not ${seen(first.input)}${more}`
}

/** Path in the form of jq and JavaScript: `clusters[0].answer.value.name`. */
const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '') || 'the file'

function expectation(issue: core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `of type ${issue.expected}`
    case 'invalid_value':
      return issue.values.map(value => JSON.stringify(value)).join(' or ')
    case 'invalid_format':
      return 'a time in ISO 8601, UTC, such as 2026-01-31T08:00:00Z'
    case 'invalid_union':
      return 'one of the forms that the JSON Schema names'
    default:
      return issue.message
  }
}

/** Values are named by their kind alone: a file that is none of ours may hold anything. */
function seen(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`
}
