const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Before an id that is all there is to tell somebody by. */
const unnamed: ReadonlySet<string> = new Set(['identity', 'principal'])

const opening = ' (object id '

/**
 * Where the name of an identity is told, its object id is only to tell it from others of that name: the evidence and the
 * commands have it whole.
 */
export function withShortIds(message: string): string {
  const [start = '', ...rest] = message.split(opening)
  let before = start
  return rest.reduce((text, part) => {
    const end = part.indexOf(')')
    const id = part.slice(0, Math.max(0, end))
    const word = before.slice(before.lastIndexOf(' ') + 1)
    before = part
    const isKnown = guid.test(id) && !unnamed.has(word)
    return text + opening + (isKnown ? `${id.slice(0, 8)}…${id.slice(-4)}${part.slice(end)}` : part)
  }, start)
}
