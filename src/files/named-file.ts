import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { InputError, messageOf } from '../base/errors.ts'

/** Writes a file that the user named, relative to the workspace, with the folders it lies in. */
export function writeNamedFile(workspace: string, file: string, text: string): void {
  const path = resolve(workspace, file)
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  } catch (error) {
    throw new InputError(`File ${file} cannot be written: ${messageOf(error)}.`, { cause: error })
  }
}
