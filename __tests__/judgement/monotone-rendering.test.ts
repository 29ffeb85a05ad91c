import { afterAll, expect, test } from '@jest/globals'
import { InputError } from '../../src/base/errors.ts'
import { readFacts } from '../../src/facts/facts-file.ts'
import { describeWith, worldWithTools, worldWithoutTools } from '../manifests/binaries.ts'
import { load } from '../manifests/workspace-files.ts'
import { expanded } from '../worlds/overlay.ts'
import { worldNamed } from '../worlds/worlds.ts'
import { lessDocuments, type Files } from './less-documents.ts'
import { createTally, resultsOf, type JudgedWithout, type Results } from './monotone.ts'
import { helmTrees, kustomizeTrees, type Tree } from './rendered-trees.ts'

const overlay = 'world: contoso-and-fabrikam\nchange:\n  assignments/fabrikam: []\n'
const facts = readFacts(JSON.stringify(expanded(overlay, worldNamed)))

const tally = createTally()

/** Without their renderer, with rendering off, and without each of the documents. */
async function judgedWithLess(files: Files, request: Tree[2]): Promise<JudgedWithout[]> {
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
  for (const { without, files: less } of lessDocuments(files))
    variants.push({ without, after: await judged(less) })
  return variants
}

async function expectNoProof([, files, request]: Tree): Promise<void> {
  const before = resultsOf(await load(files, request), facts)
  expect(before.size).toBeGreaterThan(0)
  expect(tally.wrongProofs(before, await judgedWithLess(files, request))).toEqual([])
}

const named = (trees: readonly Tree[]) => trees.map(tree => [tree[0], tree] as const)

const longEnough = 60_000

describeWith('kustomize', 'less knowledge of kustomizations gives no new proof', () => {
  test.each(named(kustomizeTrees))('%s', (_name, tree) => expectNoProof(tree), longEnough)
})

describeWith('helm', 'less knowledge of charts gives no new proof', () => {
  test.each(named(helmTrees))('%s', (_name, tree) => expectNoProof(tree), longEnough)
})

afterAll(() => {
  tally.say('rendered trees')
})
