import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import type { Environment } from './execution.ts'

/** The absolute path of a program, or null. Relative PATH entries are passed over: a repository could fill them. */
export function findProgram(name: string, environment: Environment): string | null {
  const file = process.platform === 'win32' ? `${name}.exe` : name
  const directories = (environment['PATH'] ?? environment['Path'] ?? '').split(delimiter)
  const paths = directories.filter(isAbsolute).map(directory => join(directory, file))
  return paths.find(isExecutable) ?? null
}

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
