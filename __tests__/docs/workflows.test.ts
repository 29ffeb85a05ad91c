import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { load } from 'js-yaml'
import * as z from 'zod/mini'
import { pages, readText, root } from './pages.ts'

const workflow = z.object({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.optional(z.record(z.string(), z.string())),
      'timeout-minutes': z.optional(z.number())
    })
  )
})

const folder = '.github/workflows'
const workflows = readdirSync(join(root, folder)).map(
  name => [name, workflow.parse(load(readText(`${folder}/${name}`)))] as const
)

describe.each(workflows)('workflow %s', (_, { permissions, jobs }) => {
  test('grants no right to all jobs', () => {
    expect(permissions).toEqual({})
  })

  test('has for each job its own rights and a limit of time', () => {
    const lax = Object.entries(jobs).filter(
      ([, job]) => job.permissions === undefined || job['timeout-minutes'] === undefined
    )
    expect(lax.map(([name]) => name)).toEqual([])
  })
})

test('Dependabot waits seven days before it proposes a release', () => {
  const updates = z
    .object({ updates: z.array(z.object({ cooldown: z.object({ 'default-days': z.number() }) })) })
    .parse(load(readText('.github/dependabot.yml'))).updates
  expect(updates.filter(({ cooldown }) => cooldown['default-days'] !== 7)).toEqual([])
})

const texts = new Map([
  ...workflows.map(([name]) => [name, readText(`${folder}/${name}`)] as const),
  ...pages()
])

const usesOf = (text: string): readonly string[] =>
  [...text.matchAll(/^ *(?:- )?uses: (.+)$/gm)].map(([, used = '']) => used)

/** A commit cannot be moved, a tag can; the version beside it is for people and Dependabot. */
const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/
const ourOwn = ['./', 'org/acr-pull-check@v1']

test('the workflows and the pages use actions', () => {
  expect([...texts.values()].flatMap(usesOf).length).toBeGreaterThan(20)
})

test.each([...texts])('%s uses actions of others by their full commit only', (_, text) => {
  const loose = usesOf(text).filter(used => !pinned.test(used) && !ourOwn.includes(used))
  expect(loose).toEqual([])
})

test.each([...texts])('%s keeps the token of a checkout out of the working tree', (_, text) => {
  const checkouts = text.split(/^ *- /m).filter(step => step.includes('uses: actions/checkout@'))
  expect(checkouts.filter(step => !step.includes('persist-credentials: false'))).toEqual([])
})

test('an action is used in one version everywhere', () => {
  const used = [...texts.values()].flatMap(usesOf).filter(line => pinned.test(line))
  const repositories = new Set(used.map(line => line.split(/[/@]/).slice(0, 2).join('/')))
  const versions = new Set(used.map(line => line.slice(line.indexOf('@'))))
  expect(versions.size).toBe(repositories.size)
})

test('CI runs no install script of a package but the one that brings Node', () => {
  const installs = readText('.ci/run').match(/npm (?:ci|install|rebuild)\b[^&|;\n]*/g)
  expect(installs).toEqual(['npm ci --ignore-scripts --no-audit --no-fund ', 'npm rebuild node'])
})
