/** Controls, line separators, lone surrogates, and characters that change how others are shown. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

const longest = 120

const written = (character: string): string =>
  character === '\n'
    ? String.raw`\n`
    : String.raw`\u{${(character.codePointAt(0) ?? 0).toString(16)}}`

/** A text as a message may quote it: in one line, every character visible, of bounded length. */
export const visible = (text: string): string =>
  (text.length > longest ? `${text.slice(0, longest)}…` : text).replace(unseen, written)
