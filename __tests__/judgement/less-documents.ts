/** Text by path in a workspace. */
export type Files = Readonly<Record<string, string>>

export type LessFiles = { readonly without: string; readonly files: Files }

const boundary = /^---.*\n/m

/** The kind still shows, and kubectl refuses it; every other line stays where it is. */
const broken = (document: string): string =>
  document.replace(/[^\n]+\n*$/, rest => rest.replace(/[^\n]+/, '}'))

const nameOf = (document: string): string =>
  /^kind: *(\S+)/m.exec(document)?.[1] ?? document.trim().split('\n', 1).join('')

/** Each document in turn as one that is there and cannot be read, and each file as one that is no text. */
export function* lessDocuments(files: Files): Generator<LessFiles> {
  for (const [path, text] of Object.entries(files)) {
    const documents = /\.ya?ml$/.test(path) ? text.split(boundary) : []
    for (const [index, document] of documents.entries())
      if (document.trim() !== '')
        yield {
          without: `${nameOf(document)} in ${path}`,
          files: { ...files, [path]: documents.with(index, broken(document)).join('---\n') }
        }
    yield { without: `the text of ${path}`, files: { ...files, [path]: '\0\0\0\0' } }
  }
}
