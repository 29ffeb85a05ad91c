import { InputError } from '../base/errors.ts'
import { readNamed } from '../files/named.ts'
import type { Tree } from '../files/tree.ts'
import type { Settings } from '../settings/setting-values.ts'
import { settingsFromFile } from '../settings/settings-file.ts'
import { largestFile } from './base-file.ts'

/** A settings file as it lies on disk. */
export type OwnFile = { readonly file: string; readonly settings: Settings }

export const defaultFiles = ['.acr-pull-check.yaml', '.github/.acr-pull-check.yaml'] as const

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The first of some files that is there; InputError where that one cannot be used. */
export function ownFile(workspace: Tree, files: readonly string[]): OwnFile | null {
  for (const file of files) {
    const content = readNamed(workspace, file, largestFile)
    if (content.kind === 'read')
      return { file, settings: settingsFromFile(file, decoded(file, content.bytes)) }
    if (content.code !== 'absent')
      throw new InputError(`Settings file ${file} cannot be read: it ${content.reason}.`)
  }
  return null
}

/** The settings file that the workflow names is nowhere. */
export const missing = (config: string): InputError =>
  new InputError(`Settings file ${config} does not exist: correct --config (action: config).`)

function decoded(file: string, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch (error) {
    throw new InputError(`Settings file ${file} cannot be read: it is no UTF-8 text.`, {
      cause: error
    })
  }
}
