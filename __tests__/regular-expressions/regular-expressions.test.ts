import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { afterAll, describe, expect, test } from '@jest/globals'
import { checkSync, type AttackPattern } from 'recheck'
import { literals, makers, modules, type Pattern } from './patterns.ts'
import { recordedWhile } from './recorded.ts'

/** In this process and in JavaScript: recheck would look for a Java machine or a program of its own. */
process.env['RECHECK_SYNC_BACKEND'] = 'pure'
afterAll(() => {
  Reflect.deleteProperty(process.env, 'RECHECK_SYNC_BACKEND')
})

/** Without one of these, time grows with the text and no faster. */
const mayBeSlow = ({ source }: Pattern): boolean => /[*+]|\{\d+,\}/.test(source)

const longText = 100_000
const longest = 500

/** Whether this engine takes longer than that for an attack on a text of that length. */
function takesLong({ source, flags }: Pattern, { pumps, suffix }: AttackPattern): boolean {
  const length = pumps.reduce((sum, { pump }) => sum + pump.length, 0)
  const times = Math.ceil(longText / Math.max(length, 1))
  const text = pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix
  const match = 'new RegExp(source, flags).test(text)'
  try {
    runInNewContext(match, { source, flags, text }, { timeout: longest })
    return false
  } catch {
    return true
  }
}

/**
 * recheck proves by automata that no text takes long; where these become too large, or find one that may, it attacks, and
 * this engine says what that comes to. null: nothing takes long.
 */
function attackOn(pattern: Pattern): string | null {
  const { source, flags } = pattern
  const proved = checkSync(source, flags, { timeout: 800, attackTimeout: 300 })
  if (proved.status === 'safe') return null
  const attacked =
    proved.status === 'vulnerable'
      ? proved
      : checkSync(source, flags, {
          checker: 'fuzz',
          timeout: 2000,
          maxIteration: 3,
          maxGeneStringSize: 500,
          maxAttackStringSize: 20_000,
          attackTimeout: 300
        })
  if (attacked.status !== 'vulnerable') return null
  return takesLong(pattern, attacked.attack) ? attacked.attack.pattern.slice(0, 200) : null
}

/** The modules make most when they are loaded, and some for what a repository holds. */
async function everythingMade(): Promise<void> {
  for (const module of modules) await import(module)
  const { podWith, requestFor, workspaceWith } = await import('../manifests/workspace-files.ts')
  const { azureRegistrySuffixes } = await import('../../src/kubernetes/images/registry-host.ts')
  const { loadManifests } = await import('../../src/manifests/load.ts')
  const flux = `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: shop, namespace: flux-system}
spec: {path: ./deploy, sourceRef: {kind: GitRepository, name: shop}, postBuild: {substitute: {tag: '1'}}}
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: {name: shop, namespace: flux-system}
spec: {url: 'https://github.com/contoso/shop'}
`
  const note =
    'metadata: {name: note}\nkind: ConfigMap\napiVersion: v1\ndata: {a: contoso.azurecr.io/b:1}\n'
  const { matchesImage } = await import('../../src/manifests/kustomize/kustomize-images.ts')
  const entry = { newName: 'a', newTag: null, tagSuffix: null, digest: null }
  const location = { file: 'kustomization.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 }
  matchesImage({ ...entry, name: 'contoso.azurecr.io/b', location }, 'contoso.azurecr.io/b:1')
  const { realWorld } = await import('../../src/manifests/world.ts')
  await loadManifests(
    {
      ...requestFor(
        workspaceWith({
          'flux.yaml': flux,
          'deploy/note.yaml': note,
          'deploy/pod.yaml': podWith('contoso.azurecr.io/shop/web:1'),
          'deploy/large.yaml': `# ${' '.repeat(700_000)}\n${note}`
        })
      ),
      registrySuffixes: azureRegistrySuffixes
    },
    { ...realWorld, environment: { GITHUB_REPOSITORY: 'contoso/shop' } }
  )
}

const made = await recordedWhile(everythingMade)

const written = ({ source, flags }: Pattern): string => `/${source}/${flags}`

const distinct = (patterns: readonly Pattern[]): readonly Pattern[] => [
  ...new Map(patterns.map(each => [written(each), each])).values()
]

const all = distinct([...literals, ...made])
  .filter(mayBeSlow)
  .map(pattern => [`${pattern.place} /${pattern.source}/${pattern.flags}`, pattern] as const)

/**
 * To attack them all takes minutes, so those that stood an attack are written down, and only others are attacked. With
 * REGULAR_EXPRESSIONS=all every one is, and the file is written again.
 */
const attackedFile = join(import.meta.dirname, 'attacked.json')
const attackedBefore = JSON.parse(readFileSync(attackedFile, 'utf8')) as readonly string[]
const attacksAll = process.env['REGULAR_EXPRESSIONS'] === 'all'
const stood = new Set(attacksAll ? [] : attackedBefore)
afterAll(() => {
  if (attacksAll) writeFileSync(attackedFile, `${JSON.stringify([...stood].sort(), null, 2)}\n`)
})

describe('every regular expression takes time that grows with the text, and no faster', () => {
  test.each(all)('%s', (_name, pattern) => {
    if (stood.has(written(pattern))) return
    expect(attackOn(pattern)).toBeNull()
    stood.add(written(pattern))
  })

  test('what is written down is in use', () => {
    const used = new Set(all.map(([, pattern]) => written(pattern)))
    expect(attackedBefore.filter(each => !attacksAll && !used.has(each))).toEqual([])
  })

  test('those that are made of text are seen', () => {
    const places = new Set(made.map(({ place }) => place))
    expect(makers.filter(place => !places.has(place))).toEqual([])
  })

  test.each([
    ['a slash behind a dot or colon', '^[^/]*[.:][^/]*\\/'],
    ['a repeated repetition', '^(?:a+)+$'],
    ['what ends a text', '-+$']
  ])('one that does not is found out: %s', (_name, source) => {
    expect(attackOn({ place: 'here', source, flags: '' })).not.toBeNull()
  })
})
