import { visibleJson } from './escape.ts'

/** Pieces are written one by one, so that no report has to fit into one string. */
const pieceLength = 64 * 1024

/** A list or an object whose members are being written. */
type Open = {
  readonly members: Iterator<readonly [key: string | null, value: unknown]>
  readonly close: ']' | '}'
  isEmpty: boolean
}

function* keyless(items: Iterable<unknown>): Generator<readonly [null, unknown]> {
  for (const item of items) yield [null, item]
}

/** As JSON has it: what is not defined is not there. */
function* keyed(value: object): Generator<readonly [string, unknown]> {
  for (const [key, item] of Object.entries(value)) if (item !== undefined) yield [key, item]
}

const isList = (value: object): value is Iterable<unknown> => Symbol.iterator in value

const openOf = (value: object): Open =>
  isList(value)
    ? { members: keyless(value), close: ']', isEmpty: true }
    : { members: keyed(value), close: '}', isEmpty: true }

/**
 * JSON with 2 spaces, as `JSON.stringify` writes it, in pieces; a list may be any iterable, and is asked for its items
 * when their turn comes. What would be invisible, or a command to a CI system, is written as `\uXXXX`: the same value.
 */
export function* jsonPieces(value: unknown): Generator<string> {
  const stack: Open[] = []
  let text = ''
  const begin = (item: unknown): void => {
    if (typeof item !== 'object' || item === null) {
      text += JSON.stringify(item)
      return
    }
    const open = openOf(item)
    stack.push(open)
    text += open.close === ']' ? '[' : '{'
  }
  begin(value)
  for (let open = stack.at(-1); open !== undefined; open = stack.at(-1)) {
    const next = open.members.next()
    if (next.done === true) {
      stack.pop()
      text += `${open.isEmpty ? '' : `\n${'  '.repeat(stack.length)}`}${open.close}`
    } else {
      const [key, item] = next.value
      const before = `${open.isEmpty ? '' : ','}\n${'  '.repeat(stack.length)}`
      open.isEmpty = false
      text += key === null ? before : `${before}${JSON.stringify(key)}: `
      begin(item)
    }
    if (text.length >= pieceLength) {
      yield visibleJson(text)
      text = ''
    }
  }
  yield `${visibleJson(text)}\n`
}

/** The same as one text, for what is small. */
export const jsonText = (value: unknown): string => [...jsonPieces(value)].join('')
