import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { execPath } from 'node:process'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import * as z from 'zod/mini'
import { project } from '../../src/base/project.ts'

const root = join(import.meta.dirname, '..', '..')
const place = mkdtempSync(join(tmpdir(), 'acr-pull-check-package-test-'))
const tarball = join(place, `${project.name}-${project.version}.tgz`)
const home = join(place, 'home')

/** As on a machine that has Node and npm and nothing else of ours: no network, no cache. */
const environment = {
  PATH: [dirname(execPath), process.env['PATH']].join(delimiter),
  HOME: home,
  npm_config_offline: 'true',
  npm_config_update_notifier: 'false'
}

const run = (command: string, words: readonly string[], cwd: string): string =>
  execFileSync(command, words, { cwd, encoding: 'utf8', env: environment })

beforeAll(() => {
  run(execPath, [join(root, 'scripts', 'release', 'package.ts'), place], root)
})

afterAll(() => {
  rmSync(place, { recursive: true, force: true })
})

const manifestOf = (text: string) =>
  z.looseObject({ bin: z.record(z.string(), z.string()) }).parse(JSON.parse(text))

const folder = (): string => mkdtempSync(join(place, 'user-'))

describe('the package', () => {
  test('is at most 4 MB', () => {
    expect(statSync(tarball).size).toBeLessThan(4_000_000)
  })

  test('installs alone into an empty folder, and its program answers', () => {
    const user = folder()
    run('npm', ['install', '--no-audit', '--no-fund', tarball], user)
    const installed = readdirSync(join(user, 'node_modules')).filter(name => !name.startsWith('.'))
    expect(installed).toEqual([project.name])
    const program = join(user, 'node_modules', '.bin', project.name)
    expect(run(program, ['--version'], user)).toBe(`${project.name} ${project.version}\n`)
  })

  test('answers through npx at once', () => {
    const said = run('npx', ['--yes', '--package', tarball, project.name, 'demo'], folder())
    expect(said).toContain('This was the demo')
  })

  test('holds what its users read, and nothing of the clone', () => {
    const files = run('tar', ['tzf', tarball], place).trim().split('\n')
    const manifest = run('tar', ['xzOf', tarball, 'package/package.json'], place)
    expect(files).toEqual(
      expect.arrayContaining(['README.md', 'LICENSE', 'action.yml'].map(name => `package/${name}`))
    )
    expect(files.filter(file => /src\/|__tests__|scripts/.test(file))).toEqual([])
    const ofTheClone = ['dependencies', 'devDependencies', 'overrides', 'private', 'scripts']
    expect(Object.keys(manifestOf(manifest)).filter(key => ofTheClone.includes(key))).toEqual([])
  })
})

/** Where scripts/install-tools.sh puts it; pip leaves its start file to a Python that knows the folder. */
const preCommit = join(root, '.tools', 'pre-commit')
const preCommitIsThere = existsSync(preCommit)

test('pre-commit is installed where the tools are required', () => {
  expect(preCommitIsThere || process.env['ACR_PULL_CHECK_TOOLS_REQUIRED'] !== 'true').toBe(true)
})

const withPreCommit = preCommitIsThere ? describe : describe.skip

withPreCommit('the pre-commit hooks', () => {
  /** A repository of a user, with one deployment and the facts of the examples. */
  const repository = (): string => {
    const user = folder()
    run(
      'cp',
      ['-r', join(root, 'examples', 'manifests'), join(root, 'examples', 'facts.json'), user],
      user
    )
    run('git', ['init', '--quiet', '.'], user)
    run('git', ['add', '--all'], user)
    return user
  }

  /** The hooks as a release has them: pre-commit makes a clone of a repository at a revision. */
  const hooks = (): string => {
    const ours = folder()
    run('cp', ['-r', join(root, 'dist'), join(root, '.pre-commit-hooks.yaml'), ours], ours)
    run('git', ['init', '--quiet', '.'], ours)
    run('git', ['add', '--all'], ours)
    const author = ['-c', 'user.name=release', '-c', 'user.email=release@example.com']
    run('git', [...author, 'commit', '--quiet', '--message', 'release'], ours)
    return ours
  }

  const tried = (hook: string): string =>
    spawnSync(
      'python3',
      ['-m', 'pre_commit', 'try-repo', hooks(), hook, '--all-files', '--verbose'],
      {
        cwd: repository(),
        encoding: 'utf8',
        env: { ...environment, PYTHONPATH: preCommit }
      }
    ).stdout

  test('list the images', () => {
    const said = tried('acr-pull-check-images')
    expect(said).toMatch(/images that would be pulled\.+Passed/)
    expect(said).toContain('contoso.azurecr.io/shop/web:1.4.2')
  })

  test('need the facts file that they were given, and say so', () => {
    const said = tried('acr-pull-check')
    expect(said).toMatch(/images can be pulled\.+Failed/)
    expect(said).toContain('acr-pull-check-facts.json')
  })
})

test('the hooks start the program that the package starts', () => {
  const { bin } = manifestOf(readFileSync(join(root, 'package.json'), 'utf8'))
  const entries = [
    ...readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8').matchAll(/entry: (\S+)/g)
  ]
  expect(new Set(entries.map(([, program]) => program))).toEqual(new Set(Object.values(bin)))
})
