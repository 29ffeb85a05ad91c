import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { publishedManifest } from './published-manifest.ts'

/**
 * Writes the package that is published, NAME-VERSION.tgz, into a folder: `npm run package -- FOLDER` (default: `package`).
 * It is packed from a copy, so that no half-changed package.json is ever in the clone.
 */
const root = join(import.meta.dirname, '..', '..')
const out = resolve(process.argv[2] ?? 'package')
const content = ['dist', 'examples', 'schema', 'action.yml', 'README.md', 'CHANGELOG.md', 'LICENSE']

const staged = mkdtempSync(join(tmpdir(), 'acr-pull-check-package-'))
try {
  for (const name of content) cpSync(join(root, name), join(staged, name), { recursive: true })
  const manifest = readFileSync(join(root, 'package.json'), 'utf8')
  writeFileSync(join(staged, 'package.json'), publishedManifest(manifest))
  mkdirSync(out, { recursive: true })
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', out], {
    cwd: staged,
    stdio: 'inherit'
  })
} finally {
  rmSync(staged, { recursive: true, force: true })
}
