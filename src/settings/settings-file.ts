import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { InputError, messageOf } from '../base/errors.ts'
import type { Settings } from './setting-values.ts'
import { mergeSettings, settingsFromEnvironment, settingsFromFile } from './settings.ts'

const defaultFiles = ['.acr-pull-check.yaml', '.github/.acr-pull-check.yaml'] as const

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT'

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return null
    throw new InputError(`Settings file ${path} cannot be read: ${messageOf(error)}.`, {
      cause: error
    })
  }
}

function fileSettings(workspace: string, named: string | undefined): Settings {
  for (const file of named === undefined ? defaultFiles : [named]) {
    const text = readIfThere(resolve(workspace, file))
    if (text !== null) return settingsFromFile(file, text)
  }
  if (named !== undefined)
    throw new InputError(
      `Settings file ${named} does not exist: correct --config (action: config).`
    )
  return {}
}

/** What the user gave at the door, over the environment, over the settings file. */
export function allSettings(
  given: Settings,
  environment: Readonly<Record<string, string | undefined>>,
  workspace: string
): Settings {
  const fromEnvironment = settingsFromEnvironment(environment)
  const named = given['config']?.at(-1) ?? fromEnvironment['config']?.at(-1)
  return mergeSettings(fileSettings(workspace, named), fromEnvironment, given)
}
