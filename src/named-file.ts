import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { InputError, messageOf } from './errors.ts'

/** Writes a file that the user named, relative to the workspace, with the folders it lies in. */
export async function writeNamedFile(workspace: string, file: string, text: string): Promise<void> {
  const path = resolve(workspace, file)
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  } catch (error) {
    throw new InputError(`File ${file} cannot be written: ${messageOf(error)}.`, { cause: error })
  }
}
