import { mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { InputError, messageOf } from '../base/errors.ts'
import { memoize } from '../base/memoize.ts'
import { beforeEnding } from './endings.ts'
import { endProcessesOf } from './escaped.ts'
import type { Environment } from './execution.ts'
import { folderPrefix, removeFolder, sweepFolders } from './folders-left-behind.ts'

/** Where a run may write: GitHub's runner empties RUNNER_TEMP before and after each job. */
const temporaryDirectory = ({ RUNNER_TEMP }: Environment): string =>
  RUNNER_TEMP !== undefined && isAbsolute(RUNNER_TEMP) ? RUNNER_TEMP : tmpdir()

/**
 * The one folder of this run, which only this user may enter, for all that programs are run on and with; absolute and
 * without links. It goes when the process ends. What a run left that was killed outright goes now.
 */
export const privateFolder = (environment: Environment): string =>
  folderBelow(temporaryDirectory(environment))

const folderBelow = memoize((directory: string): string => {
  const folder = newFolder(directory)
  beforeEnding('kill', () => {
    endProcessesOf(folder)
  })
  beforeEnding('remove', () => {
    removeFolder(folder)
  })
  return folder
})

const newFolder = (named: string): string => {
  try {
    const directory = realpathSync.native(named)
    sweepFolders(directory)
    return mkdtempSync(join(directory, folderPrefix()))
  } catch (error) {
    throw new InputError(
      `No folder for temporary files can be made in ${named} (${messageOf(error)}): set RUNNER_TEMP or TMPDIR to a folder that may be written.`
    )
  }
}
