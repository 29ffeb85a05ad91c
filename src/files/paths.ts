import { isAbsolute, relative, sep } from 'node:path'

/** Whether a path is a directory or lies below it; both without symbolic links, or both with them. */
export const isWithin = (directory: string, path: string): boolean => {
  const rest = relative(directory, path)
  return rest === '' || (rest !== '..' && !rest.startsWith(`..${sep}`) && !isAbsolute(rest))
}

/** Code points that HFS+ passes over in names (git, utf8.c, is_hfs_dotgit). */
const ignorable = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g

const isAscii = (name: string): boolean => !/[^\0-\x7f]/.test(name)

/**
 * Whether some file system takes a name for `.git`: in any case, with what HFS+ passes over, with the dots, blanks and streams
 * that NTFS cuts off, or its short name (git, read-cache.c, verify_dotfile; path.c, is_ntfs_dotgit).
 */
export const isGitName = (name: string): boolean =>
  // Most names have neither, and every name of a run is asked about.
  (name.startsWith('.') || name.includes('~') || !isAscii(name)) &&
  /^(?:\.git|git~\d+)[. ]*(?::.*)?$/is.test(name.replace(ignorable, ''))

/** Whether a path passes through `.git` below a directory in which it lies. */
export const passesGit = (directory: string, path: string): boolean =>
  path.slice(directory.length).split(sep).some(isGitName)
