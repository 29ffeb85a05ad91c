import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformSync } from 'esbuild'

const folder = join(import.meta.dirname, '..', 'dist')

/**
 * Node reads, hashes and parses all of the text at each start, which is half the time of a short run; ncc leaves its chunks
 * as they were written. Names stay, so that the stack of an internal error can be read. In ASCII a text takes half the memory.
 */
const shrunk = (text: string): string =>
  transformSync(text, {
    minifyWhitespace: true,
    minifySyntax: true,
    format: 'esm',
    target: 'node20',
    charset: 'ascii'
  }).code

for (const name of readdirSync(folder).filter(file => file.endsWith('.js'))) {
  const file = join(folder, name)
  writeFileSync(file, shrunk(readFileSync(file, 'utf8')))
}

/**
 * A shell script for the sign-in with a browser, which we never use; ncc copies what the package `open` names. Without it
 * that package would take the machine's own.
 */
rmSync(join(folder, 'xdg-open'))

/** Its first line names Node, so that npm, `npx` and pre-commit can start it by its path. */
chmodSync(join(folder, 'index.js'), 0o755)
