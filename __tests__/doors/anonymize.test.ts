import { readdirSync, readFileSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runBundle } from '../emulator/run-bundle.ts'
import { describeWith, worldWithTools } from '../manifests/binaries.ts'

const root = join(import.meta.dirname, '..', '..')

const filesBelow = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(join(root, folder), { recursive: true })
      .map(name => join(folder, String(name)))
      .filter(path => statSync(join(root, path)).isFile())
      .map(path => [path, readFileSync(join(root, path), 'utf8')])
  )

const example = filesBelow('examples')
const run = (words: readonly string[], files = example, path = '/nonexistent') =>
  runBundle({ arguments: ['anonymize', ...words], files, environment: { PATH: path } })

const facts = ['--facts', 'examples/facts.json', '--out', 'report']

describe('anonymize', () => {
  test('writes a copy that gives the same verdicts to whoever checks it', async () => {
    const written = await run([...facts, 'examples/manifests'])
    expect([written.code, written.stderr]).toEqual([0, ''])
    expect(written.stdout).toContain(
      'Verdicts and findings are the same: 1 pull, 6 no-pull, 3 unknown.'
    )
    const copy = Object.entries(written.files).filter(([file]) => file.startsWith('report/'))
    expect(copy.map(([file]) => file.replace(/\d{3}/g, 'N')).toSorted()).toEqual([
      'report/facts.json',
      'report/manifests/wordNx/wordNx/wordNx.yaml',
      'report/manifests/wordNx/wordNx/wordNx.yaml'
    ])
    expect(copy.flat().join('\n')).not.toMatch(/contoso|fabrikam|aks-production|c0de|engine|shop/i)
    const checked = await runBundle({
      arguments: [
        'check',
        'report/manifests',
        '--facts',
        'report/facts.json',
        '--max-age',
        '9999d'
      ],
      files: written.files
    })
    expect(checked.code).toBe(1)
    const again = await run([...facts, 'examples/manifests'])
    expect(again.files).toEqual(written.files)
  })

  test('writes facts alone where no manifests are named', async () => {
    const { code, files, stdout } = await run(facts)
    expect([code, stdout.includes('0 manifests')]).toEqual([0, true])
    expect(files['report/facts.json']).toContain('"schemaVersion": "1"')
  })

  test('says what it did not copy, and that findings differ for it', async () => {
    const files = {
      ...example,
      'deploy/web.yaml': `kind: Pod\napiVersion: v1\nmetadata: {name: a}\nspec: {containers: [{name: a, image: contoso.azurecr.io/shop/web:1}]}\n`,
      'deploy/bad.yaml': 'kind: \0'
    }
    const { code, stderr } = await run([...facts, 'deploy'], files)
    expect(code).toBe(2)
    expect(stderr.split('\n')).toEqual([
      'Not copied: deploy/bad.yaml is no text.',
      expect.stringContaining('The copy in report gives other verdicts or findings'),
      '- manifest-unreadable: warning at 1 of the places',
      ''
    ])
  })

  test.each([
    ['there are no facts', ['--out', 'report', 'examples'], 'No facts are named'],
    ['no folder is named', ['--facts', 'examples/facts.json'], 'Nothing says where to write'],
    [
      'the folder is there',
      ['--facts', 'examples/facts.json', '--out', 'examples'],
      'examples is there already'
    ],
    ['standard input is named', [...facts, '-'], 'Standard input cannot be copied'],
    [
      'the folder lies outside',
      ['--facts', 'examples/facts.json', '--out', '../elsewhere'],
      'lies outside of the workspace'
    ]
  ])('ends with a sentence where %s', async (_, words, sentence) => {
    const { code, stderr, files } = await run(words)
    expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)])
    expect(files).toEqual(example)
  })
})

describeWith('helm', 'anonymize with charts and kustomizations', () => {
  test('a copy of charts and kustomizations renders to the same verdicts', async () => {
    const path = [worldWithTools.environment['PATH'], '/usr/bin', '/bin'].join(delimiter)
    const { code, stderr, stdout } = await run([...facts, 'examples'], example, path)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('Verdicts and findings are the same: 3 pull, 12 no-pull, 3 unknown.')
  })
})
