import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { actionFile } from '../../scripts/docs/action-file.ts'
import { formats } from '../../src/settings/options.ts'
import { project } from '../../src/base/project.ts'
import { reporters } from '../../src/reports/index.ts'

const root = join(import.meta.dirname, '..', '..')

test('the program calls itself what package.json calls it', () => {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    name: string
    version: string
  }
  expect([project.name, project.version]).toEqual([name, version])
})

test('action.yml is what the options say, and describes every input', () => {
  const file = readFileSync(join(root, 'action.yml'), 'utf8')
  expect(file).toBe(actionFile())
  expect(file).not.toMatch(/description: ''/)
  expect(file).toContain('using: node24')
})

test('every format that --format takes has a reporter', () => {
  expect(Object.keys(reporters).toSorted()).toEqual([...formats].toSorted())
})
