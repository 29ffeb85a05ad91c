import { describe, expect, test } from '@jest/globals'
import { symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { InputError, NothingToJudgeError } from '../../../src/base/errors.ts'
import { findFiles } from '../../../src/manifests/files/find-files.ts'
import { Workspace } from '../../../src/files/workspace.ts'
import { workspaceWith, type Files } from '../workspace-files.ts'

const chart: Files = {
  'Chart.yaml': 'name: web',
  'values.yaml': '',
  'templates/deployment.yaml': '',
  'charts/cache/Chart.yaml': 'name: cache',
  'charts/cache/templates/pod.yaml': '',
  'crds/crd.yaml': ''
}

const below = (directory: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${directory}/${path}`, text]))

const find = async (workspace: string, paths: readonly string[]) => {
  const search = await findFiles(paths, Workspace.open(workspace))
  const shown = (found: Iterable<string>) =>
    [...found].map(path => relative(workspace, path)).sort()
  return {
    files: shown(search.files),
    charts: shown(search.charts),
    kustomizations: shown(search.kustomizations),
    problems: search.problems.map(({ location, message }) => `${location.file}: ${message}`)
  }
}

describe('what a named path stands for', () => {
  const tree: Files = {
    'a.yaml': '',
    'b.yml': '',
    'c.json': '',
    'readme.md': '',
    'deep/er/d.yaml': '',
    '.hidden/e.yaml': '',
    '.git/f.yaml': '',
    'deep/package.json': '',
    'deep/node_modules/g.yaml': '',
    'node_modules/h.yaml': '',
    'no-extension': ''
  }
  const cases: readonly [string, readonly string[], readonly string[]][] = [
    [
      'a directory is searched recursively, without .git and what npm installed',
      ['.'],
      [
        '.hidden/e.yaml',
        'a.yaml',
        'b.yml',
        'c.json',
        'deep/er/d.yaml',
        'deep/package.json',
        'node_modules/h.yaml'
      ]
    ],
    ['a file is read whatever its name', ['no-extension'], ['no-extension']],
    [
      'a glob takes manifests only',
      ['*'],
      [
        '.hidden/e.yaml',
        'a.yaml',
        'b.yml',
        'c.json',
        'deep/er/d.yaml',
        'deep/package.json',
        'node_modules/h.yaml'
      ]
    ],
    [
      'a recursive glob takes all levels',
      ['**/*.yaml'],
      ['.hidden/e.yaml', 'a.yaml', 'deep/er/d.yaml', 'node_modules/h.yaml']
    ],
    ['a glob with braces works', ['{a,b}.y*ml'], ['a.yaml', 'b.yml']],
    ['a file that is named twice is read once', ['a.yaml', './a.yaml', '*.yaml'], ['a.yaml']],
    [
      'a directory inside a named directory adds nothing',
      ['deep', 'deep/er'],
      ['deep/er/d.yaml', 'deep/package.json']
    ]
  ]
  test.each(cases)('%s', async (_name, paths, expected) => {
    expect((await find(workspaceWith(tree), paths)).files).toEqual(expected)
  })

  test.each([['deep'], ['**/*.yaml']])(
    'what npm installed is not searched, and that is said: %s',
    async path => {
      const { problems } = await find(workspaceWith(tree), [path])
      expect(problems).toEqual([
        'deep/node_modules: This directory holds packages of npm and was not searched'
      ])
    }
  )

  test('a name with glob characters is first taken literally', async () => {
    const workspace = workspaceWith({ 'a[1].yaml': '', 'a1.yaml': '' })
    expect((await find(workspace, ['a[1].yaml'])).files).toEqual(['a[1].yaml'])
  })

  test('a file outside the workspace is read when it is named', async () => {
    const outside = workspaceWith({ 'a.yaml': '' })
    const found = await find(workspaceWith({}), [join(outside, 'a.yaml')])
    expect(found.files).toHaveLength(1)
    expect(found.problems).toEqual([])
  })
})

describe('paths that lead to nothing', () => {
  const cases: readonly [string, string, RegExp][] = [
    ['a missing file', 'missing.yaml', /"missing\.yaml" matches no manifest/],
    ['a glob without a match', 'k8s/**/*.yaml', /"k8s\/\*\*\/\*\.yaml" matches no manifest/],
    ['a glob that matches other files only', 'docs/*', /"docs\/\*" matches no manifest/],
    ['a directory without manifests', 'docs', /"docs" holds no/]
  ]
  test.each(cases)('%s stops the run and is named', async (_name, path, message) => {
    const workspace = workspaceWith({ 'docs/readme.md': '' })
    await expect(find(workspace, [path])).rejects.toThrow(NothingToJudgeError)
    await expect(find(workspace, [path])).rejects.toThrow(message)
  })

  test('a named link that leads to nothing is wrong input', async () => {
    const workspace = workspaceWith({})
    symlinkSync('missing.yaml', join(workspace, 'link.yaml'))
    await expect(find(workspace, ['link.yaml'])).rejects.toThrow(InputError)
  })
})

describe('symbolic links', () => {
  const outside = () => workspaceWith({ 'secret.yaml': '', 'more/other.yaml': '' })

  test('a link to a file outside the workspace is refused', async () => {
    const workspace = workspaceWith({ 'a.yaml': '' })
    symlinkSync(join(outside(), 'secret.yaml'), join(workspace, 'link.yaml'))
    const found = await find(workspace, ['.'])
    expect(found.files).toEqual(['a.yaml'])
    expect(found.problems).toEqual([
      expect.stringMatching(/^link\.yaml: .*leads out of the workspace/)
    ])
  })

  test('naming the link does not change that', async () => {
    const workspace = workspaceWith({ 'a.yaml': '' })
    symlinkSync(join(outside(), 'secret.yaml'), join(workspace, 'link.yaml'))
    const found = await find(workspace, ['link.yaml', '*.yaml'])
    expect(found.files).toEqual(['a.yaml'])
    expect(found.problems[0]).toMatch(/^link\.yaml: /)
  })

  test('a link to a directory outside the workspace is refused', async () => {
    const workspace = workspaceWith({ 'a.yaml': '' })
    symlinkSync(join(outside(), 'more'), join(workspace, 'linked'))
    const found = await find(workspace, ['.'])
    expect(found.files).toEqual(['a.yaml'])
    expect(found.problems).toEqual([expect.stringMatching(/^linked: /)])
  })

  test('a link to a file inside the workspace does not repeat it', async () => {
    const workspace = workspaceWith({ 'a.yaml': '' })
    symlinkSync('a.yaml', join(workspace, 'b.yaml'))
    expect(await find(workspace, ['.'])).toMatchObject({ files: ['a.yaml'], problems: [] })
  })

  test('a linked directory of the workspace is followed when it is not found anyway', async () => {
    const workspace = workspaceWith({ 'base/a.yaml': '', 'overlay/b.yaml': '' })
    symlinkSync('../base', join(workspace, 'overlay/base'))
    expect((await find(workspace, ['overlay'])).files).toEqual([
      'overlay/b.yaml',
      'overlay/base/a.yaml'
    ])
    expect((await find(workspace, ['.'])).files).toEqual(['base/a.yaml', 'overlay/b.yaml'])
  })

  test('a directory that links to itself ends', async () => {
    const workspace = workspaceWith({ 'loop/a.yaml': '' })
    symlinkSync('.', join(workspace, 'loop/again'))
    expect((await find(workspace, ['.'])).files).toEqual(['loop/a.yaml'])
  })

  test('a broken link is told and the rest is read', async () => {
    const workspace = workspaceWith({ 'a.yaml': '' })
    symlinkSync('missing.yaml', join(workspace, 'link.yaml'))
    const found = await find(workspace, ['.'])
    expect(found.files).toEqual(['a.yaml'])
    expect(found.problems).toEqual([expect.stringMatching(/leads to nothing/)])
  })
})

describe('charts and kustomizations', () => {
  test('a chart keeps its templates, subcharts and CRDs to itself', async () => {
    const workspace = workspaceWith(below('deploy/web', chart))
    expect(await find(workspace, ['.'])).toMatchObject({
      charts: ['deploy/web'],
      files: ['deploy/web/Chart.yaml', 'deploy/web/values.yaml']
    })
  })

  const named: readonly [string, string, readonly string[]][] = [
    ['Chart.yaml', 'web/Chart.yaml', ['web']],
    ['a template', 'web/templates/deployment.yaml', ['web']],
    ['a subchart', 'web/charts/cache', ['web/charts/cache']],
    ["a subchart's template", 'web/charts/cache/templates/pod.yaml', ['web']],
    ['the templates directory', 'web/templates', ['web']],
    ['a glob over all files', 'web/**/*.yaml', ['web']],
    ['a glob over everything', '**', ['web']]
  ]
  test.each(named)('naming %s renders its chart', async (_name, path, expected) => {
    expect((await find(workspaceWith(below('web', chart)), [path])).charts).toEqual(expected)
  })

  test('a directory called charts is an ordinary one without Chart.yaml above', async () => {
    const workspace = workspaceWith(below('charts/web', chart))
    expect((await find(workspace, ['.'])).charts).toEqual(['charts/web'])
  })

  test('each spelling of a kustomization file is one', async () => {
    const workspace = workspaceWith({
      'a/kustomization.yaml': '',
      'b/kustomization.yml': '',
      'c/Kustomization': ''
    })
    expect((await find(workspace, ['.'])).kustomizations).toEqual([
      'a/kustomization.yaml',
      'b/kustomization.yml',
      'c/Kustomization'
    ])
  })
})
