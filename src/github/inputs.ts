import { getInput } from '@actions/core'
import { options, reportFileInputs } from '../settings/options.ts'

/** Plain, trimmed strings by input name; empty where the workflow gives none. */
export type ActionInputs = Readonly<Record<string, string>>

/** Every input that action.yml declares. */
export const actionInputNames: readonly string[] = [
  ...options.flatMap(({ input }) => input ?? []),
  ...reportFileInputs.map(({ input }) => input)
]

/** The inputs as the runner passes them, in `INPUT_*`. */
export const readActionInputs = (): ActionInputs =>
  Object.fromEntries(actionInputNames.map(name => [name, getInput(name)]))
