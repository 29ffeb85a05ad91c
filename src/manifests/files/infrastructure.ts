import { join } from 'node:path'
import { Tree } from '../../files/tree.ts'
import type { InfrastructureLanguage } from '../../kubernetes/manifests.ts'

const languages: readonly (readonly [ending: string, language: InfrastructureLanguage])[] = [
  ['.tf', 'terraform'],
  ['.tf.json', 'terraform'],
  ['.bicep', 'bicep']
]

const mostLanguages = new Set(languages.map(([, language]) => language)).size

/** A repository that declares infrastructure does so near its root, and looking costs time. */
const mostDirectories = 2000

const isSource = (name: string): boolean => name !== 'node_modules' && !name.startsWith('.')

/**
 * The languages in which a workspace declares infrastructure, by the names of its files alone: nothing is opened, and no link
 * is followed. In the order of the list, as far as the first directories tell, those near the root first.
 */
export function infrastructureLanguages(workspace: string): readonly InfrastructureLanguage[] {
  const tree = Tree.open(workspace)
  const found = new Set<InfrastructureLanguage>()
  const waiting = [tree.path]
  for (const directory of waiting) {
    if (found.size === mostLanguages) break
    const listed = tree.list(directory)
    if (listed.kind === 'refused') continue
    for (const { name, kind } of listed.entries)
      if (kind === 'directory') {
        if (waiting.length < mostDirectories && isSource(name)) waiting.push(join(directory, name))
      } else if (kind === 'file')
        for (const [ending, language] of languages) if (name.endsWith(ending)) found.add(language)
  }
  return languages
    .map(([, language]) => language)
    .filter((language, index, all) => found.has(language) && all.indexOf(language) === index)
}
