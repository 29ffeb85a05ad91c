import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fixtureRoot, judgedText, writeExpected } from '../../__tests__/checks/fixtures.ts'
import { checks } from '../../src/checks/index.ts'
import type { Sent } from './named.ts'

const yaml = /\.ya?ml$/

/** One file is the manifest of a case; everything else goes to its folder of manifests. */
function copyManifests(manifests: readonly string[], folder: string): void {
  const [only, ...others] = manifests
  if (only !== undefined && others.length === 0 && statSync(only).isFile() && yaml.test(only)) {
    copyFileSync(only, join(folder, 'manifest.yaml'))
    return
  }
  for (const path of manifests) {
    const target = statSync(path).isDirectory() ? '' : basename(path)
    cpSync(path, join(folder, 'manifests', target), { recursive: true })
  }
}

/**
 * Makes a fixture of what was replayed: facts and manifests as they were sent, and what the check says of them today.
 * `path` is CHECK/CASE; a case that is there stays as it is.
 */
export async function writeCase(path: string, { facts, manifests }: Sent): Promise<void> {
  const [id = '', name = '', ...below] = path.split('/')
  const check = checks.find(each => each.id === id)
  if (
    check === undefined ||
    below.length > 0 ||
    !/^(?:finds|passes|silent|unknown)-[a-z0-9-]+$/.test(name)
  )
    throw new Error(
      `${path} names no case: write CHECK/CASE, such as no-pull-grant/finds-nested-group; a case begins with finds-, passes-, silent- or unknown-.`
    )
  const folder = join(fixtureRoot, id, name)
  if (existsSync(folder)) throw new Error(`${path} is there already: choose another name.`)
  try {
    mkdirSync(folder)
    copyFileSync(facts, join(folder, 'facts.json'))
    copyManifests(manifests, folder)
    writeExpected(id, name, await judgedText(check, id, name))
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}
