import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { load } from 'js-yaml'
import * as z from 'zod/mini'
import { options } from '../../src/settings/options.ts'
import { readText, root } from './pages.ts'

/** docs.github.com, "Syntax for GitHub's form schema" and "Syntax for issue forms"; GitHub shows no form that breaks it. */
const text = z.string().check(z.minLength(1))
const id = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/))
const validations = z.optional(z.strictObject({ required: z.boolean() }))
const described = { label: text, description: z.optional(text) }
const element = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: text }) }),
  z.strictObject({
    type: z.literal('textarea'),
    id,
    attributes: z.strictObject({
      ...described,
      placeholder: z.optional(text),
      render: z.optional(text)
    }),
    validations
  }),
  z.strictObject({
    type: z.literal('input'),
    id,
    attributes: z.strictObject({ ...described, placeholder: z.optional(text) }),
    validations
  })
])
const form = z.strictObject({
  name: text,
  description: text,
  title: text,
  labels: z.array(text),
  body: z.array(element)
})

const folder = '.github/ISSUE_TEMPLATE'
const names = readdirSync(join(root, folder)).filter(name => name !== 'config.yml')
const forms = names.map(
  name => [name, form.parse(load(readText(`${folder}/${name}`)))] as const
)
const fieldsOf = ({ body }: z.infer<typeof form>) =>
  body.flatMap(each => (each.type === 'markdown' ? [] : [each]))

describe.each(forms)('issue form %s', (_, issue) => {
  test('has fields of different ids and labels', () => {
    const fields = fieldsOf(issue)
    expect(fields.length).toBeGreaterThan(1)
    expect(new Set(fields.map(field => field.id)).size).toBe(fields.length)
    expect(new Set(fields.map(({ attributes }) => attributes.label)).size).toBe(fields.length)
  })

  test('asks for the version, and for facts and manifests without names', () => {
    const asked = fieldsOf(issue).map(({ attributes }) => attributes.description ?? '')
    expect(asked.some(question => question.includes('acr-pull-check --version'))).toBe(true)
    expect(asked.some(question => question.includes('acr-pull-check anonymize'))).toBe(true)
  })

  test('names only options that there are', () => {
    const flags = JSON.stringify(issue).match(/(?<= --)[a-z][a-z-]*/g) ?? []
    const known = ['version', ...options.map(({ flag }) => flag)]
    expect(flags.filter(flag => !known.includes(flag))).toEqual([])
  })
})

test('what went wrong with a verdict is always asked for', () => {
  const required = (name: string) =>
    fieldsOf(new Map(forms).get(name) ?? { name, description: '', title: '', labels: [], body: [] })
      .filter(field => field.validations?.required === true)
      .map(field => field.id)
  for (const name of ['wrong-pull.yml', 'wrong-no-pull.yml', 'needless-unknown.yml'])
    expect(required(name)).toEqual(expect.arrayContaining(['version', 'copy', 'happened']))
})

test('an issue without a form cannot be opened, and weaknesses go elsewhere', () => {
  const config = z.strictObject({
    blank_issues_enabled: z.literal(false),
    contact_links: z.array(z.strictObject({ name: text, url: z.url(), about: text }))
  })
  expect(config.parse(load(readText(`${folder}/config.yml`))).contact_links[0]?.url).toMatch(
    /security\/policy$/
  )
})
