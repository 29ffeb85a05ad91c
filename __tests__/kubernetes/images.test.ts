import { describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImageUse } from '../../src/kubernetes/images/image-use.ts'
import type { ManifestProblem } from '../../src/kubernetes/manifests.ts'
import { readManifest } from '../../src/kubernetes/read.ts'

// Each YAML file beside its expected text is a case: a new case is two new files.
const root = join(import.meta.dirname, 'images')
const files = readdirSync(root).filter(file => file.endsWith('.yaml'))
const contentOf = (file: string) => readFileSync(join(root, file), 'utf8')

const place = ({ line, column, endLine, endColumn }: ImageUse['location']) =>
  `${line}:${column}-${endLine === line ? '' : `${endLine}:`}${endColumn}`

const meaning = ({ image }: ImageUse): string => {
  if (image.kind === 'invalid') return `invalid: ${image.reason}`
  if (image.kind === 'unresolved') return `unresolved: ${image.placeholder}`
  if (image.kind === 'registry') return `registry: ${image.host}`
  const { domain, repository, tag, digest } = image.reference
  return `${domain} ${repository} ${tag ?? '-'} ${digest?.slice(0, 10) ?? '-'}`
}

const useLine = (use: ImageUse): string => {
  const { namespace, kind, name } = use.workload
  const parts = [
    use.class,
    place(use.location),
    ...use.related.map(location => `(${place(location)})`),
    `${namespace ?? '-'}/${kind}/${name}`,
    use.container === null ? '-' : `${use.container.type}:${use.container.name}`,
    use.pullPolicy ?? '-',
    use.pod === null ? 'no pod' : (use.pod.serviceAccountName ?? 'default account'),
    JSON.stringify(use.image.text),
    meaning(use)
  ]
  return parts.join(' | ')
}

const problemLine = ({ check, severity, location, message }: ManifestProblem): string =>
  [check, severity, place(location), message].join(' | ')

const listing = (file: string): string => {
  const { uses, problems } = readManifest(
    { file, text: contentOf(file) },
    {
      namespace: 'default',
      namespaceOverrides: false,
      variables: { REGISTRY: 'contoso' },
      substitution: null,
      registrySuffixes: ['azurecr.io', 'azurecr.cn']
    }
  )
  return [...uses.map(useLine), ...problems.map(problemLine)].map(line => `${line}\n`).join('')
}

describe('images and problems of', () => {
  test.each(files)('%s', file => {
    expect(listing(file)).toBe(contentOf(file.replace(/yaml$/, 'txt')))
  })
})
