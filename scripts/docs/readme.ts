import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { actionInputs, actionOutputs } from './action-file.ts'
import type { Trust } from '../../src/settings/options.ts'

const cell = (text: string): string => text.replaceAll('|', '\\|')

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')

const inSettingsFile: Readonly<Record<Trust, string>> = {
  never: '',
  policy: '✓',
  'policy-head-adds': '✓'
}

const inputsTable = (): string =>
  table(
    ['input', 'settings file', 'meaning'],
    actionInputs.map(({ name, trust, description }) => [
      `\`${name}\``,
      inSettingsFile[trust],
      cell(description)
    ])
  )

const outputsTable = (): string =>
  table(
    ['output', 'meaning'],
    actionOutputs.map(({ name, description }) => [`\`${name}\``, cell(description)])
  )

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
  inputs: inputsTable,
  outputs: outputsTable
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
