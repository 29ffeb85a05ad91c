/** A stretch of a sentence: words, or a name, id or path that is shown as code. */
export type Segment = { readonly kind: 'words' | 'code'; readonly text: string }

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A host, path, image reference, version, option or GUID; plain English words never match. */
const isName = (word: string): boolean =>
  /[/@=\\]|[a-z0-9]\.[a-z0-9]/i.test(word) || word.startsWith('--') || guid.test(word)

const opening = `"'(`
const closing = `.,:;!?"')`

/** Splits the punctuation around a word off, character by character: a regular expression would backtrack. */
function bounds(word: string): readonly [number, number] {
  let start = 0
  let end = word.length
  while (start < end && opening.includes(word.charAt(start))) start += 1
  while (end > start && closing.includes(word.charAt(end - 1))) end -= 1
  return [start, end]
}

function wordSegments(word: string): readonly Segment[] {
  const [start, end] = bounds(word)
  const name = word.slice(start, end)
  if (!isName(name)) return [{ kind: 'words', text: word }]
  return [
    { kind: 'words', text: word.slice(0, start) },
    { kind: 'code', text: name },
    { kind: 'words', text: word.slice(end) }
  ]
}

/** Sets the names in a sentence apart, which also keeps them from being read as links or mentions. */
export function segments(sentence: string): readonly Segment[] {
  const result: Segment[] = []
  for (const next of sentence.split(/( +)/).flatMap(wordSegments)) {
    const last = result.at(-1)
    if (last?.kind === 'words' && next.kind === 'words')
      result[result.length - 1] = { kind: 'words', text: last.text + next.text }
    else if (next.text !== '') result.push(next)
  }
  return result
}
