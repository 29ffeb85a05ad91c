import { lstatSync, readdirSync } from 'node:fs'
import { dirname, join, parse, relative, resolve } from 'node:path'
import { prefixesOf } from './named.ts'
import { mostLinks, stepsOf, targetOf } from './way.ts'

/**
 * What decides where a path leads, link by link as the kernel follows them: every symbolic link on the way, and the end of it. All
 * are absolute and lie in directories that are no links. null: more links than a system follows.
 */
export function entriesPassed(path: string): readonly string[] | null {
  const { root } = parse(resolve(path))
  const waiting = [...stepsOf(relative(root, resolve(path)))]
  const links: string[] = []
  let at = root
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    if (step === '' || step === '.') continue
    at = step === '..' ? dirname(at) : join(at, step)
    const target = step === '..' ? null : targetOf(at)
    if (target === null) continue
    links.push(at)
    if (links.length > mostLinks) return null
    const { root: absolute } = parse(target)
    at = absolute === '' ? dirname(at) : absolute
    waiting.unshift(...stepsOf(target.slice(absolute.length)))
  }
  return [...links, at]
}

const holdsRepository = (directory: string): boolean =>
  lstatSync(join(directory, '.git'), { throwIfNoEntry: false }) !== undefined

/** The directories above an entry, which has no links on the way, that hold a repository or are a checkout of one; the innermost last. */
export const repositoriesAround = (entry: string): readonly string[] =>
  prefixesOf(dirname(entry)).filter(holdsRepository)

/** Whether directories of a directory hold repositories or are checkouts of them. */
export const holdsCheckouts = (directory: string): boolean =>
  readdirSync(directory, { withFileTypes: true }).some(
    entry => entry.isDirectory() && holdsRepository(join(directory, entry.name))
  )
