import { describe, expect, test } from '@jest/globals'
import { chmodSync, mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findProgram } from '../../src/programs/find-program.ts'
import { workspaceWith } from '../manifests/workspace-files.ts'

describe('findProgram', () => {
  const directoryWith = (mode: number): string => {
    const directory = workspaceWith({ helm: '' })
    chmodSync(join(directory, 'helm'), mode)
    return directory
  }

  test('the first executable on PATH is taken', () => {
    const [plain, executable] = [directoryWith(0o644), directoryWith(0o755)]
    const PATH = [plain, executable].join(delimiter)
    expect(findProgram('helm', { PATH })).toBe(join(executable, 'helm'))
  })

  test('a directory of that name is no program', () => {
    const directory = workspaceWith({})
    mkdirSync(join(directory, 'helm'))
    expect(findProgram('helm', { PATH: directory })).toBeNull()
  })

  test('a relative PATH entry is passed over', () => {
    expect(findProgram('helm', { PATH: ['.', ''].join(delimiter) })).toBeNull()
  })

  test('no PATH, no binary', () => {
    expect(findProgram('helm', {})).toBeNull()
  })
})
