import { copyFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { indexCases, type IndexCase } from '../__tests__/authorities/containerd-indexes.ts'

/*
 * Asks containerd's own matcher (Go, modules through the Go proxy) which manifest of each random index a node takes, and
 * writes its answers beside the test that holds ours against them. Takes a minute and a network; no test runs it.
 */

const source = join(import.meta.dirname, 'oracle', 'containerd-platforms')
const answersFile = join(
  import.meta.dirname,
  '..',
  '__tests__',
  'authorities',
  'containerd-choices.txt'
)

type Case = IndexCase
type Manifest = NonNullable<Case['platforms'][number]>

/** As containerd writes the platform of a machine: of Linux on arm64 it knows the variant, of Windows the build. */
const hostOf = ({ node }: Case) =>
  node.os === 'windows'
    ? { os: 'windows', architecture: 'amd64', 'os.version': `10.0.${node.build}` }
    : {
        os: 'linux',
        architecture: node.architecture,
        ...(node.architecture === 'arm64' ? { variant: 'v8' } : {})
      }

/** An empty system is that of the machine, which the oracle's is not. */
const manifestOf = (manifest: Manifest, { node }: Case) => ({
  os: manifest.os === '' ? node.os : manifest.os,
  architecture: manifest.architecture,
  variant: manifest.variant ?? undefined,
  'os.version': manifest.osVersion ?? undefined,
  'os.features': manifest.osFeatures
})

const lineOf = (asked: Case): string =>
  JSON.stringify({
    host: hostOf(asked),
    manifests: asked.platforms.map(each => (each === null ? null : manifestOf(each, asked)))
  })

function answersTo(cases: readonly Case[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'containerd-oracle-'))
  try {
    const go = (...parts: readonly string[]) =>
      execFileSync('go', parts, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
    cpSync(source, folder, { recursive: true })
    go('mod', 'vendor')
    copyFileSync(
      join(folder, 'windows_default.go.txt'),
      join(folder, 'vendor', 'github.com', 'containerd', 'platforms', 'windows_default.go')
    )
    go('build', '-o', 'oracle', '.')
    const input = `${cases.map(lineOf).join('\n')}\n`
    const output = execFileSync(join(folder, 'oracle'), { input, encoding: 'utf8' })
    return output.trim().split('\n')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const lineLength = 120

/** One sign for each index: the position, or `-` where no manifest is taken. */
const signs = answersTo([...indexCases()]).map(answer => (answer === '-1' ? '-' : answer))
const lines = signs.join('').match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? []
writeFileSync(answersFile, `${lines.join('\n')}\n`)
process.stdout.write(`${signs.length} answers of containerd are in ${answersFile}\n`)
