import { realpathSync } from 'node:fs'

/** Where a program of the machine lies, which may be named by a link. */
export const programPath = (path: string): string => realpathSync.native(path)
