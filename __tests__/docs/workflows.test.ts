import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { load } from 'js-yaml'
import * as z from 'zod/mini'
import { readText, root } from './pages.ts'

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
  expect(updates.map(({ cooldown }) => cooldown['default-days'])).toEqual([7, 7])
})
