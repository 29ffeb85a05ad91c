import { afterAll, expect, test } from '@jest/globals'
import { InputError } from '../../src/base/errors.ts'
import { readFacts } from '../../src/facts/facts-file.ts'
import { describeWith, worldWithTools, worldWithoutTools } from '../manifests/binaries.ts'
import { load } from '../manifests/workspace-files.ts'
import { expanded } from '../worlds/overlay.ts'
import { worldNamed } from '../worlds/worlds.ts'
import { lessDocuments, type Files } from './less-documents.ts'
import { changes, createTally, resultsOf, type JudgedWithout, type Results } from './monotone.ts'
import { gitopsTrees } from './gitops-trees.ts'
import { helmTrees, kustomizeTrees, type Tree } from './rendered-trees.ts'

const overlay = 'world: contoso-and-fabrikam\nchange:\n  assignments/fabrikam: []\n'
const facts = readFacts(JSON.stringify(expanded(overlay, worldNamed)))

const tally = createTally()

/** Without their renderer, with rendering off, and without each of the documents. */
async function judgedWithLess(
  files: Files,
  request: Tree[2],
  without: (what: string) => boolean
): Promise<JudgedWithout[]> {
  const judged = (less: Files, world = worldWithTools, render = true): Promise<Results> =>
    load(less, { ...request, render }, world).then(
      manifests => resultsOf(manifests, facts),
      (error: unknown) => {
        // A values file that was named and cannot be read ends the run, which proves nothing.
        if (error instanceof InputError) return new Map()
        throw error
      }
    )
  const variants = [
    { without: 'programs', after: await judged(files, worldWithoutTools) },
    { without: 'rendering', after: await judged(files, worldWithTools, false) }
  ]
  for (const { without: what, files: less } of lessDocuments(files))
    if (without(what)) variants.push({ without: what, after: await judged(less) })
  return variants
}

/** Files and folders at the top, named one by one from either end. */
async function expectTheSameInAnyOrder([, files, request]: Tree): Promise<void> {
  const tops = [...new Set(Object.keys(files).flatMap(path => path.split('/', 1)))]
  const [one, other] = await Promise.all(
    [tops, tops.toReversed()].map(paths => load(files, { ...request, paths }))
  )
  if (one === undefined || other === undefined) throw new Error('two orders')
  expect(changes(resultsOf(one, facts), resultsOf(other, facts))).toEqual([])
}

async function expectNoProof(
  [, files, request]: Tree,
  without: (what: string) => boolean = () => true
): Promise<void> {
  const before = resultsOf(await load(files, request), facts)
  expect(before.size).toBeGreaterThan(0)
  expect(tally.wrongProofs(before, await judgedWithLess(files, request, without))).toEqual([])
}

const named = (trees: readonly Tree[]) => trees.map(tree => [tree[0], tree] as const)

const longEnough = 60_000

describeWith('kustomize', 'less knowledge of kustomizations gives no new proof', () => {
  test.each(named(kustomizeTrees))('%s', (_name, tree) => expectNoProof(tree), longEnough)
})

describeWith('helm', 'less knowledge of charts gives no new proof', () => {
  test.each(named(helmTrees))('%s', (_name, tree) => expectNoProof(tree), longEnough)
})

/** What else cannot be read, kubectl refuses, and nobody deploys; a controller that reads another branch may know its object. */
const isOverride = (what: string): boolean =>
  /^(?:Kustomization|HelmRelease|Application|ConfigMap) in /.test(what)

describeWith('kustomize', 'less knowledge of Flux and Argo CD gives no new proof', () => {
  test.each(named(gitopsTrees))('%s', (_name, tree) => expectNoProof(tree, isOverride), longEnough)
})

describeWith('kustomize', 'the order in which paths are named says nothing', () => {
  test.each(named([...kustomizeTrees, ...helmTrees, ...gitopsTrees]))(
    '%s',
    (_name, tree) => expectTheSameInAnyOrder(tree),
    longEnough
  )
})

afterAll(() => {
  tally.say('rendered trees')
})
