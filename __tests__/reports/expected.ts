import { readFileSync, writeFileSync } from 'node:fs'
import { env } from 'node:process'
import { join } from 'node:path'
import { expect } from '@jest/globals'

const folder = join(import.meta.dirname, 'expected')

/** Compares byte by byte; `UPDATE_EXPECTED=1 npm test -- __tests__/reports` writes the files anew, for a person to read. */
export function expectFile(name: string, actual: string): void {
  const file = join(folder, name)
  if (env['UPDATE_EXPECTED'] === '1') writeFileSync(file, actual)
  expect(actual).toBe(readFileSync(file, 'utf8'))
}
