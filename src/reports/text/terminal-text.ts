/** Paints a text; without colour the identity. Never changes what the text says. */
export type Paint = (text: string) => string

export type Palette = Readonly<
  Record<'red' | 'yellow' | 'green' | 'blue' | 'magenta' | 'bold' | 'dim', Paint>
>

const introducer = `${String.fromCodePoint(0x1b)}[`

/** Select Graphic Rendition (ECMA-48, 8.3.117): on, text, off. */
const rendition =
  (on: number, off: number): Paint =>
  text =>
    text === '' ? '' : `${introducer}${on}m${text}${introducer}${off}m`

export const colours: Palette = {
  red: rendition(31, 39),
  yellow: rendition(33, 39),
  green: rendition(32, 39),
  blue: rendition(34, 39),
  magenta: rendition(35, 39),
  bold: rendition(1, 22),
  dim: rendition(2, 22)
}

export const plain: Paint = text => text

export const noColours: Palette = {
  red: plain,
  yellow: plain,
  green: plain,
  blue: plain,
  magenta: plain,
  bold: plain,
  dim: plain
}

/** Something that stays on one line; `paint` adds no visible character. */
export type Word = { readonly text: string; readonly paint: Paint }

export const words = (text: string, paint: Paint = plain): readonly Word[] =>
  text
    .split(' ')
    .filter(word => word !== '')
    .map(word => ({ text: word, paint }))

const characterCount = (text: string): number => Array.from(text).length

/** Lines of at most `width` characters where words allow it; all but the first are indented. */
export function wrapped(
  content: readonly Word[],
  width: number,
  indent: string
): readonly string[] {
  const lines: string[] = []
  let line = ''
  let length = 0
  for (const { text, paint } of content) {
    const needed = characterCount(text)
    if (length > 0 && length + 1 + needed > width) {
      lines.push(line)
      line = indent + paint(text.trimStart())
      length = indent.length + characterCount(text.trimStart())
    } else {
      line += (length > 0 ? ' ' : '') + paint(text)
      length += (length > 0 ? 1 : 0) + needed
    }
  }
  return [...lines, line]
}

/** Pads to `width` characters on the right. */
export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - characterCount(text)))

/** The widest of some texts, in characters. */
export const widest = (texts: readonly string[]): number =>
  texts.reduce((width, text) => Math.max(width, characterCount(text)), 0)
