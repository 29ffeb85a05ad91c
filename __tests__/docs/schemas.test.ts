import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import * as z from 'zod'
import { configJsonSchema, configSchemaUrl } from '../../scripts/docs/config-schema.ts'
import {
  imageListSchema,
  reportJsonSchema,
  reportSchema
} from '../../scripts/docs/report-schema.ts'
import { settingsFromFile } from '../../src/settings.ts'
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

const reports: readonly (readonly [string, string, string])[] = [
  ['verdicts and findings of all kinds', shop, exampleFacts],
  ['texts that are no images', invalid, exampleFacts],
  ['a cluster that nobody could read', shop, withUnreadableCluster()]
]

describe('the schema of the report', () => {
  test.each(reports)('describes every key of a report with %s', async (_name, manifest, facts) => {
    const report = await printed('check', manifest, facts)
    expect(reportSchema.parse(report)).toEqual(report)
  })

  test.each(reports)('as published accepts a report with %s', async (_name, manifest, facts) => {
    const report = await printed('check', manifest, facts)
    expect(outside(reportJsonSchema()).safeParse(report).error).toBeUndefined()
  })

  test('describes every key of an image list', async () => {
    const list = await printed('images', `${shop}---\n${invalid}`)
    expect(imageListSchema.parse(list)).toEqual(list)
  })

  test.each([
    ['another version', { schemaVersion: '2' }],
    ['a verdict of another kind', { verdicts: [{ result: 'maybe' }] }],
    ['a number for a text', { notProven: [1] }]
  ])('as published refuses %s', async (_name, change) => {
    const report = z.looseObject({}).parse(await printed('check', shop, exampleFacts))
    expect(outside(reportJsonSchema()).safeParse({ ...report, ...change }).success).toBe(false)
  })
})

/** The example under the heading, with its comment for editors. */
function exampleSettings(): string {
  const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8')
  const section = readme.split('## Settings file')[1] ?? ''
  return /```yaml\n([^]*?)```/.exec(section)?.[1] ?? ''
}

describe('the schema of the settings file', () => {
  const accepts = (text: string): boolean => {
    try {
      settingsFromFile('settings.yaml', text)
      return true
    } catch {
      return false
    }
  }

  test.each([
    ['a text', { 'fail-on': 'warning' }, true],
    ['a list', { manifests: ['deploy', 'charts'] }, true],
    ['one of several', { manifests: 'deploy' }, true],
    ['a map of names', { variables: { TAG: 1.5, REGISTRY: 'contoso.azurecr.io' } }, true],
    ['a switch', { thorough: true, render: false }, true],
    ['nothing', {}, true],
    ['an option that does not exist', { clutsers: ['a'] }, false],
    ['a secret', { 'github-token': 'x' }, false],
    ['its own name', { config: 'x.yaml' }, false],
    ['a map in a list', { manifests: [{ a: 1 }] }, false]
  ])('says of %s what the program says', (_name, settings, expected) => {
    expect(outside(configJsonSchema()).safeParse(settings).success).toBe(expected)
    expect(accepts(JSON.stringify(settings))).toBe(expected)
  })

  test('accepts the example of the README, which names it', () => {
    const text = exampleSettings()
    expect(text).toContain(`$schema=${configSchemaUrl}`)
    expect(outside(configJsonSchema()).safeParse(load(text)).success).toBe(true)
    expect(settingsFromFile('README.md', text)).toMatchObject({ 'fail-on': ['warning'] })
  })
})
