import { options, type Option } from '../../src/options.ts'
import { settableNames } from '../../src/settings.ts'
import { settingDescription } from './action-file.ts'

export const configSchemaUrl =
  'https://raw.githubusercontent.com/acr-pull-check/acr-pull-check/v1/schema/config.schema.json'

const scalar = { type: ['string', 'number', 'boolean'] }
const scalars = { type: 'array', items: scalar }
const pairs = { type: 'object', additionalProperties: scalar }

/** A switch, one value, or several; options of the form NAME=VALUE may be a map too. */
function valueSchema({ value, repeatable }: Option): Record<string, unknown> {
  if (value === null) return { type: 'boolean' }
  if (!repeatable) return scalar
  return { anyOf: [scalar, scalars, ...(value.includes('=') ? [pairs] : [])] }
}

/** The JSON Schema of the settings file, in which a secret and the file's own name have no place. */
export const configJsonSchema = (): Record<string, unknown> => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: configSchemaUrl,
  title: 'Settings file of acr-pull-check',
  description:
    '.acr-pull-check.yaml in the root of the repository or in .github/. Flags and environment variables win over it.',
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    options
      .filter(({ name }) => settableNames().includes(name))
      .map(option => [
        option.name,
        { description: settingDescription(option), ...valueSchema(option) }
      ])
  )
})
