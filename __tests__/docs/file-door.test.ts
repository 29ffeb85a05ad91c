import { describe, expect, test } from '@jest/globals'
import { ESLint, Linter } from 'eslint'
import { join } from 'node:path'
import tseslint from 'typescript-eslint'
import { root } from './pages.ts'

const rulesOfTheDoor = ['no-restricted-syntax', '@typescript-eslint/no-restricted-imports']

const eslint = new ESLint({ cwd: root })

const configuredFor = async (file: string): Promise<Linter.RulesRecord> => {
  const { rules } = (await eslint.calculateConfigForFile(join(root, file))) as Linter.Config
  return Object.fromEntries(rulesOfTheDoor.map(name => [name, rules?.[name] ?? 'off']))
}

/** Lines that the linter refuses in the place of a file, by the rules that keep the door; these need no types. */
const refusedIn = async (file: string, lines: readonly string[]): Promise<readonly string[]> => {
  const messages = new Linter({ cwd: root }).verify(
    lines.join('\n'),
    [
      {
        files: ['**/*.ts'],
        languageOptions: { parser: tseslint.parser },
        plugins: { '@typescript-eslint': tseslint.plugin },
        rules: await configuredFor(file)
      }
    ],
    { filename: join(root, file) }
  )
  return [...new Set(messages.map(({ line }) => line))].map(number => lines[number - 1] ?? '')
}

const waysToFiles = [
  "import { readFileSync } from 'node:fs'",
  "import { readFile } from 'fs/promises'",
  "import * as files from 'fs'",
  "import type { Stats } from 'node:fs'",
  "export const later = () => import('node:fs/promises')",
  "export const builtin = process.getBuiltinModule('fs')"
]

const foldingPaths = [
  "export const one = realpathSync('/a')",
  "export const two = files.realpathSync('/a')",
  "import { realpathSync as other } from 'node:fs'"
]

const kernelPaths = ["export const real = realpathSync.native('/a')"]

describe('the linter', () => {
  test.each(['src/doors/cli.ts', 'src/run.ts', 'src/manifests/load.ts', 'src/checks/index.ts'])(
    'keeps %s from the file system, but for the one door',
    async file => {
      expect(await refusedIn(file, waysToFiles)).toEqual(waysToFiles)
    }
  )

  test.each(['src/files/tree.ts', 'src/programs/walls.ts'])(
    'lets %s ask the kernel for real paths, and nobody else',
    async file => {
      expect(await refusedIn(file, [...foldingPaths, ...kernelPaths])).toEqual(foldingPaths)
      expect(await refusedIn(file, ["import { openSync } from 'node:fs'"])).toEqual([])
    }
  )
})
