import { actionInputs, actionOutputs, type ActionInput } from './action-file.ts'

const cell = (text: string): string => text.replaceAll('|', '\\|')

const table = (head: string, rows: readonly ActionInput[]): string =>
  [
    `| ${head} | meaning |`,
    '|---|---|',
    ...rows.map(({ name, description }) => `| \`${name}\` | ${cell(description)} |`)
  ].join('\n')

const generated: Readonly<Record<string, () => string>> = {
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
