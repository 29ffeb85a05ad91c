import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import ts from 'typescript'
import { groupBy } from '../../src/base/group-by.ts'
import { parsed, roomOf, root, type Source } from './sources.ts'

export type Arrow = { readonly from: string; readonly to: string }

/** Imports between files of the program, those of types and `import()` too. */
export const arrowsOf = (sources: readonly Source[]): readonly Arrow[] =>
  sources.flatMap(({ path, text }) =>
    ts
      .preProcessFile(text, true, true)
      .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
      .map(({ fileName }) => ({ from: path, to: posix.join(dirname(path), fileName) }))
  )

/** The rooms from the bottom up: the keys of `mayImport` in the linter's configuration; the doors stand above them. */
export function roomsFromTheBottom(): readonly string[] {
  const path = 'eslint.config.js'
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (
      ts.isVariableDeclaration(node) &&
      node.name.getText() === 'mayImport' &&
      node.initializer !== undefined &&
      ts.isObjectLiteralExpression(node.initializer)
    )
      for (const { name } of node.initializer.properties)
        if (name !== undefined) found.push(ts.isStringLiteral(name) ? name.text : name.getText())
    ts.forEachChild(node, visit)
  }
  visit(parsed({ path, text: readFileSync(join(root, path), 'utf8') }))
  if (found.length === 0) throw new Error('eslint.config.js declares no rooms in mayImport.')
  return [...found, 'doors']
}

/** Arrows from a room to one that stands above it. What lies beside the rooms is above all but the doors. */
export function upward(
  arrows: readonly Arrow[],
  fromTheBottom: readonly string[]
): readonly Arrow[] {
  const height = (path: string): number => {
    const place = fromTheBottom.indexOf(roomOf(path))
    return place >= 0 ? place : fromTheBottom.length - 1
  }
  return arrows.filter(({ from, to }) => height(to) > height(from))
}

/** Groups of names that import each other, directly or in a ring (Tarjan's strongly connected components). */
export function circles(arrows: readonly Arrow[]): readonly (readonly string[])[] {
  const targets = groupBy(arrows, ({ from }) => from)
  const numbers = new Map<string, number>()
  const open: string[] = []
  const found: string[][] = []
  /** The lowest number that is reached from here among those that are still open. */
  const visit = (name: string): number => {
    const seen = numbers.get(name)
    if (seen !== undefined) return open.includes(name) ? seen : Infinity
    const own = numbers.size
    numbers.set(name, own)
    open.push(name)
    const next = (targets.get(name) ?? []).map(({ to }) => to)
    const lowest = Math.min(own, ...next.map(visit))
    if (lowest === own) {
      const ring = open.splice(open.indexOf(name))
      if (ring.length > 1 || next.includes(name)) found.push(ring)
    }
    return lowest
  }
  for (const name of targets.keys()) visit(name)
  return found
}

/** The same arrows between rooms; those inside of a room are none. */
export const betweenRooms = (arrows: readonly Arrow[]): readonly Arrow[] =>
  arrows
    .map(({ from, to }) => ({ from: roomOf(from), to: roomOf(to) }))
    .filter(({ from, to }) => from !== to)
