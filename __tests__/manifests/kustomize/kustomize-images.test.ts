import { describe, expect, test } from '@jest/globals'
import {
  applyEntry,
  imageEntries,
  isRewritten,
  type ImageEntry
} from '../../../src/manifests/kustomize/kustomize-images.ts'
import { parseSource } from '../../../src/manifests/files/parsed-file.ts'

const entryFrom = (yaml: string): ImageEntry => {
  const [entry] = imageEntries(parseSource({ file: 'k.yaml', text: `images:\n- ${yaml}\n` }))
  if (entry === undefined) throw new Error(`no entry in ${yaml}`)
  return entry
}

const applied: readonly [string, string, string, string | null][] = [
  [
    'a new name keeps the tag',
    '{name: app, newName: c.azurecr.io/app}',
    'app:1',
    'c.azurecr.io/app:1'
  ],
  ['a new tag replaces the tag', '{name: app, newTag: "2"}', 'app:1', 'app:2'],
  ['a new tag replaces the digest', '{name: app, newTag: "2"}', 'app@sha256:aa', 'app:2'],
  ['a digest replaces the tag', '{name: app, digest: "sha256:bb"}', 'app:1', 'app@sha256:bb'],
  [
    'tag and digest together',
    '{name: app, newTag: "2", digest: "sha256:bb"}',
    'app',
    'app:2@sha256:bb'
  ],
  ['a suffix is added to the tag', '{name: app, tagSuffix: -arm}', 'app:1', 'app:1-arm'],
  [
    'a name with registry and port',
    '{name: "host:5000/app", newTag: "2"}',
    'host:5000/app',
    'host:5000/app:2'
  ],
  ['another name is left alone', '{name: app, newTag: "2"}', 'apps:1', null],
  ['a name is the whole name', '{name: app, newTag: "2"}', 'team/app:1', null]
]

describe("kustomize's images", () => {
  test.each(applied)('%s', (_name, entry, image, expected) => {
    expect(applyEntry(entryFrom(entry), image)).toBe(expected)
  })

  const edited: readonly [string, string, number][] = [
    ['newName', '{name: app, newTag: "2", newName: other}', 37],
    ['newTag without newName', '{name: app, digest: "sha256:b", newTag: "2"}', 44],
    ['digest without both', '{name: app, digest: "sha256:b"}', 24],
    ['name alone', '{name: app}', 10]
  ]
  test.each(edited)('the scalar to edit is %s', (_name, entry, column) => {
    expect(entryFrom(entry).location).toMatchObject({ line: 2, column })
  })

  const paths: readonly [string, readonly (string | number)[], boolean][] = [
    ['a container', ['spec', 'template', 'spec', 'containers', 0, 'image'], true],
    ['an init container of any kind', ['spec', 'templates', 2, 'initContainers', 0, 'image'], true],
    ['an image volume', ['spec', 'volumes', 0, 'image', 'reference'], true],
    ["a Workflow's container", ['spec', 'templates', 0, 'container', 'image'], false],
    ['an ephemeral container', ['spec', 'ephemeralContainers', 0, 'image'], false],
    ['any other field', ['spec', 'image'], false]
  ]
  test.each(paths)('%s: whether it is rewritten', (_name, path, expected) => {
    expect(isRewritten(path)).toBe(expected)
  })
})
