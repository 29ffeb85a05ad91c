import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What a user sent: a facts file, and the manifests that go with it. */
export type Sent = { readonly facts: string; readonly manifests: readonly string[] }

const isDirectory = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** A folder as `acr-pull-check anonymize` writes it, or a facts file and paths of manifests. */
export function sent([first, ...others]: readonly string[]): Sent {
  if (first === undefined)
    throw new Error(
      'Nothing is named: npm run replay -- FOLDER, or npm run replay -- FACTS.json MANIFESTS...'
    )
  if (!isDirectory(first)) return { facts: first, manifests: others }
  const facts = join(first, 'facts.json')
  if (!existsSync(facts))
    throw new Error(
      `${first} has no facts.json: name a folder that acr-pull-check anonymize wrote.`
    )
  return { facts, manifests: others.length > 0 ? others : [join(first, 'manifests')] }
}
