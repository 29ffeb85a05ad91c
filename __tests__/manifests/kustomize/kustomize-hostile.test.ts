import { expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { loadManifests } from '../../../src/manifests/load.ts'
import { describeWith, worldWithTools } from '../binaries.ts'
import { podWith, requestFor, workspaceWith, writeFile, type Files } from '../workspace-files.ts'

const secret = 'TOPSECRET-token-123'
const remote = 'https://contoso.example/app.yaml'

const outside: Files = {
  'outside/pod.yaml': podWith('outside.azurecr.io/app:1'),
  'outside/kustomization.yaml': 'resources: [pod.yaml]\n',
  'outside/token': secret
}

/** Puts what a generator read into the tag of an image. */
const leaking = (generator: string): string => `resources: [pod.yaml]
configMapGenerator:
- name: x
  ${generator}
replacements:
- source: {kind: ConfigMap, name: x, fieldPath: data.token}
  targets:
  - select: {kind: Pod}
    fieldPaths: [spec.containers.0.image]
    options: {delimiter: ":", index: 1}
`

const base64 = (text: string): string => Buffer.from(text).toString('base64')

/** Kustomizations of a workspace beside `outside`, each written so that kustomize sees a path that a reader may overlook. */
const rows: readonly (readonly [string, Files])[] = [
  ['a key in another case', { 'kustomization.yaml': leaking('Files: [../outside/token]') }],
  [
    'a key in another case beside a remote base',
    { 'kustomization.yaml': `${leaking('FILES: [../outside/token]')}bases: ["${remote}"]\n` }
  ],
  ['resources in another case', { 'kustomization.yaml': 'Resources: [../outside]\n' }],
  ['resources with a long s', { 'kustomization.yaml': 'reſources: [../outside]\n' }],
  ['a path with a line break', { 'kustomization.yaml': 'resources: ["x\\n/../../outside"]\n' }],
  [
    'a file with a line break',
    { 'kustomization.yaml': leaking('files: ["token=x\\n/../../outside/token"]') }
  ],
  ['a binary path', { 'kustomization.yaml': `resources: [!!binary ${base64('../outside')}]\n` }],
  ['a binary key', { 'kustomization.yaml': `!!binary ${base64('resources')}: [../outside]\n` }],
  [
    'a merge key',
    {
      'kustomization.yaml': leaking('files: [token=own]\n  <<: {files: [token=../outside/token]}'),
      own: 'x'
    }
  ],
  [
    'text behind the document',
    { 'kustomization.yaml': 'resources:\n- ../outside\n...\njunk: [\n' }
  ],
  ['a second document', { 'kustomization.yaml': 'namePrefix: a\n---\nresources: [../outside]\n' }],
  [
    'a base whose kustomization is too large',
    {
      'kustomization.yaml': 'resources: [base]\n',
      'base/kustomization.yaml': `resources: [../../outside]\n${'\n'.repeat(11_000_000)}`
    }
  ],
  [
    'a strategic merge patch that is a path after all',
    {
      'kustomization.yaml':
        'resources: [pod.yaml]\npatchesStrategicMerge: ["x\\n/../../outside/token"]\n'
    }
  ],
  [
    'a kustomization file that is also an input, beside a remote base',
    {
      'kustomization.yaml': `resources: [pod.yaml, "http://127.0.0.1:9/app.yaml"]\nconfigMapGenerator: [{name: x, files: [kustomization.yaml]}]\n`
    }
  ],
  [
    'an entry that is no path, beside a remote base',
    { 'kustomization.yaml': `resources: [pod.yaml, "a\\0b", "${remote}"]\n` }
  ],
  [
    'an entry of 300 characters, beside a remote base',
    { 'kustomization.yaml': `resources: [pod.yaml, ${'a'.repeat(300)}, "${remote}"]\n` }
  ]
]

/** The workspace beside `outside`, and a place for temporary files of its own. */
function besideOutside(files: Files): string {
  const inside: Files = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`ws/${path}`, text])
  )
  return workspaceWith({
    ...outside,
    'temporary/.keep': '',
    'ws/pod.yaml': podWith('contoso.azurecr.io/app:1'),
    ...inside
  })
}

const loadIn = (place: string) =>
  loadManifests(requestFor(join(place, 'ws')), {
    ...worldWithTools,
    environment: { ...worldWithTools.environment, RUNNER_TEMP: join(place, 'temporary') }
  })

/** Names of what is no directory. */
const filesBelow = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(({ name }) => name)

describeWith('kustomize', 'a kustomization that would lead kustomize out of the workspace', () => {
  test.each(rows)('by %s brings nothing from there, and is told', async (_name, files) => {
    const place = besideOutside(files)
    const manifests = await loadIn(place)
    const text = JSON.stringify(manifests)
    expect(text).not.toContain(secret)
    expect(text).not.toContain('outside.azurecr.io')
    expect(manifests.problems.map(({ check }) => check)).toContain('render-failed')
    expect(filesBelow(join(place, 'temporary'))).toEqual(['.keep'])
  })

  test('by a base in UTF-16 brings nothing from there, and is told', async () => {
    const place = besideOutside({ 'kustomization.yaml': 'resources: [base]\n' })
    const text = Buffer.from('\uFEFFresources: [../../outside]\n', 'utf16le')
    writeFile(place, 'ws/base/kustomization.yaml', text)
    const manifests = await loadIn(place)
    expect(JSON.stringify(manifests)).not.toContain('outside.azurecr.io')
    expect(manifests.problems.map(({ check }) => check)).toContain('render-failed')
  })

  test('by a symbolic link to a directory brings nothing from there, and is told', async () => {
    const files = {
      'leaf/kustomization.yaml': 'resources: [../a/b/c/link]\n',
      'top/kustomization.yaml': 'resources: [../../outside]\n',
      'a/b/c/file': ''
    }
    const place = besideOutside(files)
    symlinkSync('../../../top', join(place, 'ws/a/b/c/link'))
    const manifests = await loadIn(place)
    expect(JSON.stringify(manifests)).not.toContain('outside.azurecr.io')
    expect(manifests.problems.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('"../../outside" lies outside the workspace')
    )
  })

  test('by a named pipe is refused at once', async () => {
    const place = besideOutside({ 'kustomization.yaml': 'resources: [pipe.yaml]\n' })
    execFileSync('mkfifo', [join(place, 'ws/pipe.yaml')])
    const { problems } = await loadIn(place)
    expect(problems.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('"pipe.yaml" is no regular file')
    )
  })
})

describeWith('kustomize', 'a path that only looks remote', () => {
  test.each(['app@v2/pod.yaml', 'app.git/pod.yaml'])('%s is read where it exists', async path => {
    const manifests = await loadIn(
      besideOutside({
        'kustomization.yaml': `resources: ["${path}"]\n`,
        [path]: podWith('contoso.azurecr.io/local:2')
      })
    )
    expect(
      manifests.uses.map(({ image, origin }) => [image.text, origin?.confidence])
    ).toContainEqual(['contoso.azurecr.io/local:2', 'exact'])
  })
})
