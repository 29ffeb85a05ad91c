import ts from 'typescript'
import { parsed, type Source } from './sources.ts'

export type NamedFunction = {
  readonly name: string
  readonly path: string
  readonly line: number
  readonly lines: number
}

const lineOf = (tree: ts.SourceFile, position: number): number =>
  tree.getLineAndCharacterOfPosition(position).line + 1

/** What a reader would call it: its own name, or that of what it is assigned to. */
const nameOf = (node: ts.SignatureDeclaration): string => {
  if (node.name !== undefined) return node.name.getText()
  const { parent } = node
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)
    ? parent.name.getText()
    : 'without name'
}

/** All functions, from their first line to their last, whatever form they have. */
export const functionsOf = (sources: readonly Source[]): readonly NamedFunction[] =>
  sources.flatMap(source => {
    const tree = parsed(source)
    const found: NamedFunction[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
        const line = lineOf(tree, node.getStart())
        found.push({
          name: nameOf(node),
          path: source.path,
          line,
          lines: lineOf(tree, node.end) - line + 1
        })
      }
      ts.forEachChild(node, visit)
    }
    visit(tree)
    return found
  })
