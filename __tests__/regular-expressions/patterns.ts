import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'

/** A regular expression of the program, with its place: `src/base/x.ts:12`. */
export type Pattern = { readonly place: string; readonly source: string; readonly flags: string }

export const root = join(import.meta.dirname, '..', '..')

const files: readonly string[] = readdirSync(join(root, 'src'), {
  recursive: true,
  encoding: 'utf8'
})
  .filter(file => file.endsWith('.ts'))
  .map(file => join(root, 'src', file))
  .sort()

/** Modules that may be loaded without a run. */
export const modules = files.filter(file => !file.endsWith(join('src', 'main.ts')))

const isMadeAtRunTime = (node: ts.Node): node is ts.NewExpression | ts.CallExpression =>
  (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
  ts.isIdentifier(node.expression) &&
  node.expression.text === 'RegExp'

function* nodesIn(node: ts.Node): Generator<ts.Node> {
  yield node
  for (const child of node.getChildren()) yield* nodesIn(child)
}

const found = files.flatMap(file => {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const placeOf = (node: ts.Node): string =>
    `${relative(root, file)}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
  return [...nodesIn(source)].map(node => ({ node, place: () => placeOf(node) }))
})

/** All that are written between slashes. */
export const literals: readonly Pattern[] = found.flatMap(({ node, place }) => {
  if (!ts.isRegularExpressionLiteral(node)) return []
  const end = node.text.lastIndexOf('/')
  return [{ place: place(), source: node.text.slice(1, end), flags: node.text.slice(end + 1) }]
})

/** Where others are made of text. */
export const makers: readonly string[] = found.flatMap(({ node, place }) =>
  isMadeAtRunTime(node) ? [place()] : []
)
