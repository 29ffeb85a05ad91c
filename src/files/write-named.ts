import {
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { basename, dirname, isAbsolute, parse, relative, resolve, sep } from 'node:path'
import { hrtime } from 'node:process'
import { InputError } from '../base/errors.ts'
import { bestHolding, type Held, type Holding } from './held.ts'
import { isWithin } from './paths.ts'
import { errorCode, systemWords } from './refused.ts'
import { Tree } from './tree.ts'

/**
 * Writes a file that the workflow or a person named, with the folders it lies in: below the workspace, or anywhere by an
 * absolute path. No symbolic link of the workspace is followed. The text is written beside the file and then takes its place, so that
 * nobody sees half of it; InputError where that fails.
 */
export function writeNamedFile(
  workspace: string,
  file: string,
  text: string | Iterable<string>,
  holding: Holding = bestHolding()
): void {
  const tree = Tree.open(workspace, holding)
  const path = resolve(tree.path, file)
  if (!isAbsolute(file) && !isWithin(tree.path, path))
    throw new InputError(
      `File ${file} cannot be written: it lies outside of the workspace; name it by its absolute path.`
    )
  try {
    const directory = openDirectory(tree, dirname(path), holding)
    try {
      writeIn(directory, basename(path), isWithin(tree.realPath, directory.realPath), text)
    } finally {
      directory.release()
    }
  } catch (error) {
    if (error instanceof LinkError)
      throw new InputError(
        `File ${file} cannot be written: ${tree.shown(error.path)} is a symbolic link of the workspace, which is not followed; name another place.`,
        { cause: error }
      )
    throw new InputError(`File ${file} cannot be written: ${systemWords(error)}.`, { cause: error })
  }
}

/** Whether something lies where a file that somebody named would be written, be it a link that leads to nothing. */
export const isThere = (workspace: string, file: string): boolean =>
  lstatSync(resolve(workspace, file), { throwIfNoEntry: false }) !== undefined

class LinkError extends Error {
  readonly path: string

  constructor(path: string) {
    super(`${path} is a symbolic link`)
    this.path = path
  }
}

/** Steps down from the root, and follows links only where the workspace does not decide what lies there. */
const openDirectory = (tree: Tree, path: string, holding: Holding): Held => {
  const { root } = parse(path)
  let at = holding.hold(root)
  for (const name of relative(root, path).split(sep).filter(Boolean)) {
    const parent = at
    try {
      const isDecided = isWithin(tree.realPath, parent.realPath)
      at = stepInto(parent, name, isDecided ? holding.holdLast : holding.hold)
    } finally {
      parent.release()
    }
  }
  return at
}

const stepInto = (parent: Held, name: string, hold: Holding['hold']): Held => {
  const path = `${parent.handle}${sep}${name}`
  const held = holdOrMake(path, hold)
  if (!held.status.isSymbolicLink()) return held
  held.release()
  throw new LinkError(`${parent.realPath}${sep}${name}`)
}

const holdOrMake = (path: string, hold: Holding['hold']): Held => {
  try {
    return hold(path)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
    mkdirSync(path)
    return hold(path)
  }
}

const writeIn = (
  directory: Held,
  name: string,
  isDecided: boolean,
  text: string | Iterable<string>
): void => {
  directory.recheck()
  const path = `${directory.handle}${sep}${name}`
  const status = lstatSync(path, { throwIfNoEntry: false })
  // A terminal, a pipe or /dev/null is written to as it is; a link of the machine leads where it leads.
  if (!isDecided && status !== undefined && !status.isFile()) writeTo(path, constants.O_TRUNC, text)
  else writeBeside(directory, path, text)
}

const writeBeside = (directory: Held, path: string, text: string | Iterable<string>): void => {
  const beside = `${directory.handle}${sep}.acr-pull-check-${hrtime.bigint()}`
  try {
    writeTo(beside, constants.O_EXCL | constants.O_NOFOLLOW, text)
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

const writeTo = (path: string, flags: number, text: string | Iterable<string>): void => {
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_CREAT | flags, 0o666)
  try {
    for (const chunk of typeof text === 'string' ? [text] : text) writeFileSync(descriptor, chunk)
  } finally {
    closeSync(descriptor)
  }
}
