import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ts from 'typescript'

export const root = join(import.meta.dirname, '..', '..')

export type Source = {
  /** Relative to the repository, with `/`. */
  readonly path: string
  readonly text: string
}

export const lineCount = (text: string): number => text.split('\n').length - 1

/** Every file below a folder of the repository, relative to the repository. */
export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()

/** The program's own files. */
export const sources = (): readonly Source[] =>
  filesBelow('src').map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))

export const parsed = ({ path, text }: Source): ts.SourceFile =>
  ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)

/** The folder in `src/`; what lies beside the rooms has the name of its file. */
export const roomOf = (path: string): string => path.split('/')[1] ?? path
