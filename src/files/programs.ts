import { accessSync, constants, realpathSync } from 'node:fs'

/** Whether a program of the machine, by its absolute path, may be run. */
export const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Where a program of the machine lies, which may be named by a link. */
export const programPath = (path: string): string => realpathSync.native(path)
