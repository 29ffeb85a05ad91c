import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load, loadAll } from 'js-yaml'
import * as z from 'zod'
import { configJsonSchema, configSchemaUrl } from '../../scripts/docs/config-schema.ts'
import {
  imageListSchema,
  reportJsonSchema,
  reportSchema
} from '../../scripts/docs/report-schema.ts'
import { InputError } from '../../src/base/errors.ts'
import { checkInputs } from '../../src/settings/inputs.ts'
import { options } from '../../src/settings/options.ts'
import { settingsFromFile } from '../../src/settings/settings-file.ts'
import { runBundle } from '../emulator/run-bundle.ts'

const examples = join(import.meta.dirname, '..', '..', 'examples')
const exampleFacts = readFileSync(join(examples, 'facts.json'), 'utf8')

const outside = (schema: Record<string, unknown>) => z.fromJSONSchema(schema)

async function printed(
  command: string,
  manifest: string,
  facts: string | null = null
): Promise<unknown> {
  const factsArguments = facts === null ? [] : ['--facts', 'facts.json', '--max-age', '99999d']
  const { stdout } = await runBundle({
    arguments: [command, 'app.yaml', ...factsArguments, '--format', 'json'],
    files: { 'app.yaml': manifest, ...(facts === null ? {} : { 'facts.json': facts }) }
  })
  return JSON.parse(stdout)
}

const shop = readFileSync(join(examples, 'manifests', 'shop.yaml'), 'utf8')

const invalid = `apiVersion: v1
kind: Pod
metadata: {name: p}
spec: {containers: [{name: a, image: 'contoso.azurecr.io/Not Valid'}, {name: b, image: nginx}]}
`

/** No facts are about this registry. */
const elsewhere = `apiVersion: v1
kind: Pod
metadata: {name: elsewhere}
spec: {containers: [{name: a, image: 'fabrikamnew.azurecr.io/shop/web:1'}]}
`

/** The first of two clusters as one that nobody could read. */
function withUnreadableCluster(): string {
  const reason = { code: 'forbidden', message: 'may not be read', permission: null }
  const facts = z
    .looseObject({ clusters: z.array(z.looseObject({ id: z.string() })) })
    .parse(JSON.parse(exampleFacts))
  const [first, ...others] = facts.clusters
  return JSON.stringify({
    ...facts,
    clusters: [{ id: first?.id, answer: { known: false, reason } }, ...others]
  })
}

/** Name, manifest, facts, and what the report must hold so that the name is true. */
const reports: readonly (readonly [string, string, string, object])[] = [
  [
    'all three results',
    `${shop}---\n${elsewhere}`,
    exampleFacts,
    {
      verdicts: expect.arrayContaining(
        ['pull', 'no-pull', 'unknown'].map(result => expect.objectContaining({ result }))
      )
    }
  ],
  [
    'texts that are no images',
    invalid,
    exampleFacts,
    { invalidImages: [expect.objectContaining({ text: 'contoso.azurecr.io/Not Valid' })] }
  ],
  [
    'a cluster that nobody could read',
    shop,
    withUnreadableCluster(),
    { clusters: expect.arrayContaining([expect.objectContaining({ reason: expect.any(String) })]) }
  ]
]

const published = outside(reportJsonSchema())

describe('the schema of the report', () => {
  test.each(reports)(
    'describes every key of a report with %s, as published too',
    async (_name, manifest, facts, shown) => {
      const report = await printed('check', manifest, facts)
      expect(report).toMatchObject(shown)
      expect(reportSchema.parse(report)).toEqual(report)
      expect(published.safeParse(report).error).toBeUndefined()
    }
  )

  test('describes every key of an image list, as published too', async () => {
    const list = await printed('images', `${shop}---\n${invalid}`)
    expect(imageListSchema.parse(list)).toEqual(list)
    expect(published.safeParse(list).error).toBeUndefined()
  })

  test('as published takes keys that are added later', async () => {
    const report = z.looseObject({}).parse(await printed('check', shop, exampleFacts))
    expect(published.safeParse({ ...report, addedLater: 1 }).success).toBe(true)
  })

  test('as published refuses what is no report of version 1, nor an image list', async () => {
    const report = z
      .looseObject({ summary: z.looseObject({}) })
      .parse(await printed('check', shop, exampleFacts))
    const wrong = {
      'another version': { schemaVersion: '2' },
      'a verdict of another kind': { verdicts: [{ result: 'maybe' }] },
      'a number for a text': { notProven: [1] },
      'half a file': { summary: { ...report.summary, files: 0.5 } },
      'no summary': { summary: undefined },
      'no images': { images: undefined }
    }
    const accepted = Object.entries(wrong).filter(
      ([, change]) =>
        published.safeParse(JSON.parse(JSON.stringify({ ...report, ...change }))).success
    )
    expect(accepted).toEqual([])
  })

  test('names and describes every object that is worth a type of its own', () => {
    const { $defs } = z
      .object({ $defs: z.record(z.string(), z.object({ description: z.string() })) })
      .parse(reportJsonSchema())
    expect(Object.keys($defs)).toEqual(
      expect.arrayContaining(['Report', 'ImageList', 'Image', 'Verdict', 'Puller', 'Finding'])
    )
  })
})

/** The example under the heading, with its comment for editors. */
function exampleSettings(): string {
  const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8')
  const section = readme.split('## Settings file')[1] ?? ''
  return /```yaml\n([^]*?)```/.exec(section)?.[1] ?? ''
}

describe('the schema of the settings file', () => {
  const schema = outside(configJsonSchema())

  /** Reads the file as the program does, down to the meaning of each value. */
  const accepts = (text: string): boolean => {
    try {
      checkInputs({
        manifests: ['deploy'],
        facts: ['facts.json'],
        ...settingsFromFile('settings.yaml', text)
      })
      return true
    } catch (error) {
      if (error instanceof InputError) return false
      throw error
    }
  }

  test.each([
    ['a text', 'fail-on: warning', true],
    ['a list', 'manifests: [deploy, charts]', true],
    ['one of several', 'manifests: deploy', true],
    ['one text with a value on each line', 'manifests: |\n  deploy\n  charts\n', true],
    ['a number where a text is meant', 'namespace: 7', true],
    ['a map of names', 'variables: {TAG: 1.5, REGISTRY: contoso.azurecr.io}', true],
    ['a list of names with values', 'variables: [TAG=1.5, EMPTY=]', true],
    ['names with values on lines', 'variables: |\n  TAG=1.5\n\n  A=b=c\n', true],
    ['a name without value', 'variables: [TAG]', false],
    ['a value without name', 'variables: [=1.5]', false],
    ['switches', 'thorough: true\nrender: False', true],
    ['a word for a switch', 'thorough: yes', false],
    ['a report file', 'format: {json: report.json}', false],
    ['a flag of helm for a release', 'helm-release: [--post-renderer=./evil.sh]', false],
    ['a values file outside of the workspace', 'helm-values: [../../values.yaml]', false],
    [
      'what charts are rendered with',
      'charts: {charts/web: {values: [prod.yaml], set: {image.tag: 1}, release: shop}, api: {values: api.yaml}}',
      true
    ],
    ['a chart with something else', 'charts: {web: {namespace: shop}}', false],
    ['a chart without a map', 'charts: {web: prod.yaml}', false],
    ['limits of classes', 'class-severity: {field: error, mention: off}', true],
    ['a limit of a class', 'class-severity: field=error', true],
    ['a class that does not exist', 'class-severity: {pods: error}', false],
    ['a limit that does not exist', 'class-severity: [field=loud]', false],
    ['a level that does not exist', 'fail-on: sometimes', false],
    ['several values where one counts', 'namespace: [shop, search]', false],
    ['nothing', '{}', true],
    ['comments alone', '# nothing', true],
    ['a key without value', 'namespace:', false],
    ['a list instead of keys', '- deploy', false],
    ['an option that does not exist', 'clutsers: [a]', false],
    ['an input that is no option', 'json-file: report.json', false],
    ['a secret', 'github-token: x', false],
    ['its own name', 'config: x.yaml', false],
    ['a map in a list', 'manifests: [{a: 1}]', false]
  ])('says of %s what the program says', (_name, text, expected) => {
    expect(accepts(text)).toBe(expected)
    expect(schema.safeParse(loadAll(text)[0] ?? null).success).toBe(expected)
  })

  test.each([
    ['one value as a list', 'namespace: [shop]'],
    ['a map where no names are meant', 'manifests: {deploy: charts}'],
    ['a switch as a text', "render: 'false'"],
    ['a level in capitals', 'fail-on: Warning'],
    ['an empty level', "fail-on: ''"]
  ])('warns of %s, which the program bears with', (_name, text) => {
    expect(accepts(text)).toBe(true)
    expect(schema.safeParse(load(text)).success).toBe(false)
  })

  test('has a key for each option that the program takes from a file, and for no other', () => {
    const taken = options.filter(({ trust }) => trust !== 'never').map(({ name }) => name)
    expect(Object.keys(z.looseObject({}).parse(configJsonSchema()['properties']))).toEqual(taken)
  })

  test('accepts the example of the README, which names it', () => {
    const text = exampleSettings()
    expect(text).toContain(`# yaml-language-server: $schema=${configSchemaUrl}\n`)
    expect(schema.safeParse(load(text)).success).toBe(true)
    expect(accepts(text)).toBe(true)
    expect(settingsFromFile('README.md', text)).toMatchObject({
      'fail-on': ['warning'],
      variables: ['REGISTRY=contoso.azurecr.io']
    })
  })
})
