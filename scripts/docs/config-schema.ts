import { checks } from '../../src/checks/index.ts'
import { factsSchemaUrl } from '../../src/facts/facts-schema.ts'
import type { FailOn } from '../../src/settings/inputs.ts'
import type { ClassSeverity } from '../../src/settings/severity-limits.ts'
import type { Option } from '../../src/settings/options.ts'
import { settableOptions } from '../../src/settings/settings-file.ts'
import { settingDescription } from './action-file.ts'

type Schema = Readonly<Record<string, unknown>>

export const configSchemaUrl = new URL('config.schema.json', factsSchemaUrl).href

const scalar = { type: ['string', 'number', 'boolean'] }

/* Words as keys, because the compiler then asks for each one that the type has. */

const failOn: Readonly<Record<FailOn, true>> = {
  error: true,
  warning: true,
  note: true,
  unknown: true,
  never: true
}

const classes: Readonly<Record<keyof ClassSeverity, true>> = {
  pod: true,
  container: true,
  field: true,
  mention: true
}

const limits: Readonly<Record<Exclude<ClassSeverity[keyof ClassSeverity], 'unknown'>, true>> = {
  error: true,
  warning: true,
  note: true,
  off: true
}

const anyOf = (words: readonly string[]): string => `(?:${words.join('|')})`

const mapOf = (names: readonly string[], value: Schema): Schema => ({
  type: 'object',
  properties: Object.fromEntries(names.map(name => [name, value])),
  additionalProperties: false
})

/** How each value of NAME=VALUE options is written, as a pattern without line breaks, and the map that says the same. */
type Pairs = { readonly line: string; readonly map: Schema }

const anyPairs: Pairs = {
  line: '[^=\\n]+=.*',
  map: { type: 'object', additionalProperties: scalar }
}

const texts = [scalar, { type: 'array', items: scalar }]

const knownPairs: Readonly<Record<string, Pairs>> = {
  charts: {
    line: '[^:\\n]+:(?:values|set|release)=.+',
    map: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        properties: {
          values: { anyOf: texts },
          set: { anyOf: [...texts, { type: 'object', additionalProperties: scalar }] },
          release: { type: 'string' }
        },
        additionalProperties: false
      }
    }
  },
  checks: {
    line: `${anyOf(checks.map(({ id }) => id))}=${anyOf(['off', 'note', 'warning'])}`,
    map: mapOf(
      checks.map(({ id }) => id),
      { enum: ['off', 'note', 'warning', false] }
    )
  },
  'class-severity': {
    line: `${anyOf(Object.keys(classes))}=${anyOf(Object.keys(limits))}`,
    map: mapOf(Object.keys(classes), { enum: Object.keys(limits) })
  }
}

/** What an option whose values are maps takes, by its name. */
const maps: Readonly<Record<string, Schema>> = {
  targets: {
    type: 'object',
    properties: {
      manifests: { anyOf: texts },
      clusters: { anyOf: texts },
      subscription: { anyOf: texts },
      fleet: { anyOf: texts },
      'cluster-tags': anyPairs.map,
      values: { anyOf: texts },
      variables: anyPairs.map,
      namespace: { type: 'string' }
    },
    required: ['manifests'],
    additionalProperties: false
  }
}

/** A number and a switch are texts too, once they are read. */
const scalarOf = ({ pattern, inFile }: Option['grammar']): Schema => ({
  anyOf: [
    {
      type: 'string',
      pattern:
        inFile === undefined ? pattern.source : `(?=${pattern.source})${inFile.pattern.source}`
    },
    { type: ['number', 'boolean'] }
  ]
})

/** One text holds several values, one a line. */
const pairsSchema = ({ line, map }: Pairs): Schema => ({
  anyOf: [
    { type: 'string', pattern: `^${line}(?:\\n+${line})*\\n*$` },
    { type: 'array', items: { type: 'string', pattern: `^${line}$` } },
    map
  ]
})

/** A switch, one value, or several. */
function valueSchema({ name, value, repeatable, grammar }: Option): Schema {
  if (value === null) return { type: 'boolean' }
  if (name === 'fail-on') return { enum: Object.keys(failOn) }
  if (grammar.map === true) return { type: 'array', items: maps[name] ?? { type: 'object' } }
  if (!repeatable) return scalarOf(grammar)
  if (value.includes('=')) return pairsSchema(knownPairs[name] ?? anyPairs)
  return { anyOf: [scalar, { type: 'array', items: scalarOf(grammar) }] }
}

/** The JSON Schema of the settings file; what only the workflow may set has no place in it. */
export const configJsonSchema = (): Record<string, unknown> => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: configSchemaUrl,
  title: 'Settings file of acr-pull-check',
  description:
    '.acr-pull-check.yaml in the root of the repository or in .github/. Flags and environment variables win over it.',
  // A file in which everything is commented out is null.
  type: ['object', 'null'],
  additionalProperties: false,
  properties: Object.fromEntries(
    settableOptions.map(option => [
      option.name,
      { description: settingDescription(option), ...valueSchema(option) }
    ])
  )
})
