import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { Scenario } from './scenario.ts'

export type NamedScenario = { readonly name: string; readonly scenario: Scenario }

/** Every file in a folder beside this one is a scenario, named after folder and file. */
export async function allScenarios(): Promise<readonly NamedScenario[]> {
  const here = import.meta.dirname
  const entries = await readdir(here, { withFileTypes: true })
  const folders = entries.filter(entry => entry.isDirectory()).map(({ name }) => name)
  const names = await Promise.all(
    folders.map(async folder =>
      (await readdir(join(here, folder))).map(file => `${folder}/${file.replace(/\.ts$/, '')}`)
    )
  )
  return Promise.all(
    names
      .flat()
      .sort()
      .map(async name => {
        const module = (await import(pathToFileURL(join(here, `${name}.ts`)).href)) as {
          default: Scenario
        }
        return { name, scenario: module.default }
      })
  )
}
