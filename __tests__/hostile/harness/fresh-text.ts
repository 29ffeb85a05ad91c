import { randomBytes } from 'node:crypto'

/** Hostile text that no other run has seen. */
export type FreshText = {
  /** Stands in every text; where it becomes a command, a link or a host of its own, something is alive. */
  readonly marker: string
  /** One attack, each call another; may hold any character. */
  readonly any: () => string
  /** The same in one line without control characters, as a YAML plain text or a file name may hold it. */
  readonly line: () => string
  /** A file name: everything but the slash and NUL. */
  readonly name: () => string
  /** All attacks at once. */
  readonly all: () => string
}

const character = (code: number): string => String.fromCodePoint(code)
const escape = character(0x1b)
const bell = character(0x07)

const controls: readonly ((m: string) => string)[] = [
  m => `\n::stop-commands::${m}\n`,
  m => `\r::add-mask::${m}\r`,
  m => `\r\n::set-output name=${m}::x`,
  m => `\n##vso[task.setvariable variable=${m}]x\n`,
  m => `\n##[set-env name=${m};]x`,
  m => `${escape}[31m${m}${escape}[0m`,
  m => `${escape}]8;;https://${m}.evil.example${bell}${m}${escape}]8;;${bell}`,
  m => `${escape}]0;${m}${bell}`,
  m => `${character(0x9b)}2J${m}`,
  m => `${m}${character(0)}${m}`,
  m => `${m}${character(0x2028)}::error::${m}`,
  m => `${m}${character(0x2029)}::warning::${m}`,
  m => `${m}${character(0x85)}::error::${m}`,
  m => `${character(0x202e)}${m}${character(0x2066)}`,
  m => `${character(0x200b)}${m}${character(0xfeff)}`,
  m => `\n\n# ${m}\n\n- ${m}\n`,
  m => `\n\`\`\`\n${m}\n~~~\n`
]

const lines: readonly ((m: string) => string)[] = [
  m => `::stop-commands::${m}`,
  m => `::add-mask::${m}`,
  m => `::error file=x,line=1::${m}`,
  m => `##[stop-commands]${m}`,
  m => `##vso[task.complete result=Succeeded;]${m}`,
  m => `%0A::stop-commands::${m}`,
  m => `<img src=x onerror=alert('${m}')>`,
  m => `<script>${m}</script>`,
  m => `</details><a href="https://${m}.evil.example">${m}</a>`,
  m => `]]><x>${m}</x><!-- -->`,
  m => `[${m}](https://${m}.evil.example)`,
  m => `[x[${m}](https://${m}.evil.example)`,
  m => `![${m}](https://${m}.evil.example/x.png)`,
  m => `[${m}](1)`,
  m => `https://${m}.evil.example/a`,
  m => `www.${m}.evil.example`,
  m => `${m}@evil.example`,
  m => `mailto:${m}@evil.example`,
  m => `xmpp:${m}@evil.example`,
  m => `@${m}`,
  m => `${m} #1 GH-1 contoso/shop#1`,
  m => `**${m}** _${m}_ ~~${m}~~ $${m}$ :${m}:`,
  m => `|${m}|`,
  m => `\`${m}\`\``,
  m => `${m}\\`,
  m => `" ${m}="`,
  m => `' or ${m}`
]

/** Each call the next of a list, from a place that the seed decides: another for each case, the same in each run. */
function inTurn<T>(items: readonly T[], seed: number): () => T {
  let at = seed
  return () => {
    const item = items[at++ % items.length]
    if (item === undefined) throw new Error('The list is empty.')
    return item
  }
}

export function freshText(seed: number): FreshText {
  const marker = `mk${randomBytes(5).toString('hex')}`
  const nextLine = inTurn(lines, seed)
  const nextControl = inTurn(controls, seed)
  return {
    marker,
    line: () => `${nextLine()(marker)} ${nextLine()(marker)}`,
    any: () => `${nextLine()(marker)}${nextControl()(marker)}`,
    name: () => `${nextLine()(marker)}${nextControl()(marker)}`.replaceAll(/[/\0]/g, '_'),
    all: () => [...lines, ...controls].map(attack => attack(marker)).join(' ')
  }
}
