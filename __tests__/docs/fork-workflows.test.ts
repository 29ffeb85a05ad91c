import { describe, expect, test } from '@jest/globals'
import { load } from 'js-yaml'
import * as z from 'zod/mini'
import { actionInputs } from '../../scripts/docs/action-file.ts'
import { readText } from './pages.ts'

const step = z.object({
  uses: z.optional(z.string()),
  with: z.optional(z.record(z.string(), z.unknown()))
})

const workflow = z.object({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({ permissions: z.record(z.string(), z.string()), steps: z.array(step) })
  )
})

const blocks = [
  ...readText('docs/fork-pull-requests.md').matchAll(
    /<!-- workflow:(\w+) -->\n```yaml\n([\s\S]*?)```/g
  )
].map(([, name = '', text = '']) => [name, workflow.parse(load(text))] as const)

const inputsOf = (parsed: z.infer<typeof workflow>): readonly string[] =>
  Object.values(parsed.jobs)
    .flatMap(({ steps }) => steps)
    .filter(({ uses }) => uses?.startsWith('org/acr-pull-check@') === true)
    .flatMap(({ with: inputs = {} }) => Object.keys(inputs))

test('the page holds both workflows', () => {
  expect(blocks.map(([name]) => name)).toEqual(['collect', 'check'])
})

describe.each(blocks)('workflow %s', (_, parsed) => {
  test('grants nothing but what a job asks for', () => {
    expect(parsed.permissions).toEqual({})
  })

  test('gives no job both a sign-in to Azure and the right to write', () => {
    const both = Object.values(parsed.jobs).filter(
      ({ permissions }) =>
        permissions['id-token'] === 'write' && permissions['contents'] === 'write'
    )
    expect(both).toEqual([])
  })

  test('uses inputs that the action has', () => {
    const known = actionInputs.map(({ name }) => name)
    const used = inputsOf(parsed)
    expect(used).toContain('manifests')
    expect(used.filter(name => !known.includes(name))).toEqual([])
  })
})

test('the workflow for pull requests has no right but to read, and renders nothing', () => {
  const check = blocks.find(([name]) => name === 'check')?.[1]
  const jobs = Object.values(check?.jobs ?? {})
  expect(jobs.map(({ permissions }) => permissions)).toEqual([{ contents: 'read' }])
  expect(jobs.flatMap(({ steps }) => steps).at(-1)?.with).toMatchObject({ render: false })
})
