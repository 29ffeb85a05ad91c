import { extname } from 'node:path'
import { listStart } from '../../base/sentences.ts'
import { lineLocation } from '../../yaml/location.ts'
import type { ManifestProblem } from '../../kubernetes/manifests.ts'
import { mentionSearch } from '../../kubernetes/images/mentions.ts'
import type { Workspace } from '../../files/workspace.ts'
import { readSource } from './read-file.ts'

/** Languages that end up as manifests or deploy them, and that nobody reads here. */
type Language = {
  readonly endings: readonly string[]
  readonly name: string
  readonly cure: string
}

const languages: readonly Language[] = [
  // jsonnet.org
  { endings: ['.jsonnet', '.libsonnet'], name: 'Jsonnet', cure: 'of Jsonnet what jsonnet prints' },
  // cuelang.org
  { endings: ['.cue'], name: 'CUE', cure: 'of CUE what cue export prints' },
  // developer.hashicorp.com/terraform
  {
    endings: ['.tf', '.tfvars'],
    name: 'Terraform',
    cure: 'of Terraform what kubectl get -o yaml prints once it is applied'
  },
  // learn.microsoft.com, Bicep
  {
    endings: ['.bicep', '.bicepparam'],
    name: 'Bicep',
    cure: 'of Bicep what kubectl get -o yaml prints once it is deployed'
  }
]

const languageOf = (path: string): Language | undefined =>
  languages.find(({ endings }) => endings.includes(extname(path)))

export const isOtherLanguage = (name: string): boolean => languageOf(name) !== undefined

/** Files that are looked into; in a tree with more, the first ones tell that there are some. */
const mostFiles = 500
const mostNames = 3

/** That such files name a registry, in one sentence for all. */
export const otherLanguages = (
  workspace: Workspace,
  paths: readonly string[],
  registrySuffixes: readonly string[]
): readonly ManifestProblem[] => {
  const { concerns } = mentionSearch(registrySuffixes)
  const naming = paths
    .slice(0, mostFiles)
    .filter(path => concerns(readSource(workspace, path)?.text ?? ''))
  const [first] = naming
  if (first === undefined) return []
  const found = languages.filter(language => naming.some(path => languageOf(path) === language))
  const files = `${naming.length} ${naming.length === 1 ? 'file' : 'files'} of ${found.map(({ name }) => name).join(', ')}`
  const names = listStart(
    naming.map(path => workspace.shown(path)),
    mostNames
  )
  return [
    {
      check: 'manifest-unreadable',
      severity: 'note',
      message: `${files} ${naming.length === 1 ? 'names' : 'name'} a registry and ${naming.length === 1 ? 'was' : 'were'} not read: ${names}`,
      remediation: `Check what comes of them, as a file or by standard input: ${found.map(({ cure }) => cure).join(', ')}.`,
      location: lineLocation(workspace.shown(first)),
      unread: null
    }
  ]
}
