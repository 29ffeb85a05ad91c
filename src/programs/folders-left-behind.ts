import { lstatSync, readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { messageOf } from '../base/errors.ts'
import { endProcessesOf } from './escaped.ts'
import { project } from '../base/project.ts'

/** Who made a folder: a process id alone may be another process by now, and mean another one in another container. */
type Owner = {
  /** Of the processes that this number is told among; 0 where the system has only one. */
  readonly namespace: string
  readonly pid: string
  /** In ticks since the machine started; 0 where the system does not tell. */
  readonly start: string
}

/** What Linux tells of a process, or null. */
const onLinux = (read: () => string): string | null => {
  if (process.platform !== 'linux') return null
  try {
    return read()
  } catch {
    return null
  }
}

/** proc(5), /proc/pid/stat: the 22nd field; the second one holds the program's name, and whatever stands in it. */
const startOf = (pid: string): string | null =>
  onLinux(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  })

const ownNamespace = (): string =>
  onLinux(() => /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '') ?? '0'

const ourselves = (): Owner => {
  const pid = String(process.pid)
  return { namespace: ownNamespace(), pid, start: startOf(pid) ?? '0' }
}

const nameOf = ({ namespace, pid, start }: Owner): string =>
  `${project.name}-run-${namespace}-${pid}-${start}-`

/** What the name of this run's folder begins with. */
export const folderPrefix = (): string => nameOf(ourselves())

const nameForm = new RegExp(`^${project.name}-run-(\\d+)-(\\d+)-(\\d+)-\\w{6}$`)

const ownerIn = (name: string): Owner | null => {
  const [, namespace, pid, start] = nameForm.exec(name) ?? []
  return namespace === undefined || pid === undefined || start === undefined
    ? null
    : { namespace, pid, start }
}

/** A signal that is none asks whether there is such a process (kill(2)); one of somebody else is one as well. */
const isRunning = (pid: string): boolean => {
  try {
    process.kill(Number(pid), 0)
    return true
  } catch (error) {
    return !messageOf(error).includes('ESRCH')
  }
}

const isOver = ({ namespace, pid, start }: Owner, us: Owner): boolean =>
  namespace === us.namespace && (!isRunning(pid) || (start !== '0' && startOf(pid) !== start))

/** Runs of another container cannot be asked about; none lasts a day. */
const longestRunMilliseconds = 24 * 60 * 60 * 1000

const isOurs = (path: string): { readonly age: number } | null => {
  try {
    // Of a link this tells of the link itself, which is no directory.
    const found = lstatSync(path)
    const isOwn = found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid)
    return isOwn ? { age: Date.now() - found.mtimeMs } : null
  } catch {
    return null
  }
}

/** Follows no link. What cannot be removed now is left to a later run: the answer of this one does not hang on it. */
export const removeFolder = (path: string): void => {
  try {
    // A program that was just killed may have written last things meanwhile.
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 })
  } catch {
    return
  }
}

/** Removes what runs of this user left that ended without notice. */
export const sweepFolders = (directory: string): void => {
  const us = ourselves()
  for (const name of readdirSync(directory)) {
    const owner = ownerIn(name)
    const path = join(directory, name)
    const found = owner === null ? null : isOurs(path)
    if (owner === null || found === null) continue
    if (
      isOver(owner, us) ||
      (owner.namespace !== us.namespace && found.age > longestRunMilliseconds)
    ) {
      endProcessesOf(path)
      removeFolder(path)
    }
  }
}
