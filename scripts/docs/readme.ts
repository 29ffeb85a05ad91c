import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { actionInputs, actionOutputs, type ActionInput } from './action-file.ts'

const cell = (text: string): string => text.replaceAll('|', '\\|')

const table = (head: string, rows: readonly ActionInput[]): string =>
  [
    `| ${head} | meaning |`,
    '|---|---|',
    ...rows.map(({ name, description }) => `| \`${name}\` | ${cell(description)} |`)
  ].join('\n')

/** The worst finding of the demo, as the terminal shows it: the reader sees the product before any claim about it. */
function sample(): string {
  const bundle = join(import.meta.dirname, '..', '..', 'src', 'main.ts')
  const { stdout } = spawnSync(process.execPath, [bundle, 'demo', '--no-color'], {
    encoding: 'utf8'
  })
  const [finding = ''] = stdout.split('\n\n')
  return ['```text', finding, '```'].join('\n')
}

const generated: Readonly<Record<string, () => string>> = {
  sample,
  inputs: () => table('input', actionInputs),
  outputs: () => table('output', actionOutputs)
}

/** Replaces what stands between `<!-- NAME:begin -->` and `<!-- NAME:end -->`. */
export function withGeneratedParts(readme: string, parts = generated): string {
  return Object.entries(parts).reduce((text, [name, write]) => {
    const begin = `<!-- ${name}:begin -->`
    const end = `<!-- ${name}:end -->`
    const from = text.indexOf(begin)
    const to = text.indexOf(end)
    if (from < 0 || to < from) throw new Error(`README.md lacks the markers ${begin} and ${end}.`)
    return `${text.slice(0, from + begin.length)}\n${write()}\n${text.slice(to)}`
  }, readme)
}
