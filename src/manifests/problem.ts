import { lineLocation, type Location } from '../yaml/location.ts'
import { moreTime } from '../base/run-time.ts'
import { counted } from '../base/sentences.ts'
import type { ManifestProblem, UnreadKind } from '../kubernetes/manifests.ts'
import type { Refused } from '../files/refused.ts'
import { limits } from './limits.ts'

/** A file that was refused or could not be read; the others go on. */
export const unreadable = (
  unread: UnreadKind,
  file: string,
  message: string,
  remediation: string
): ManifestProblem => ({
  check: 'manifest-unreadable',
  severity: 'warning',
  message,
  remediation,
  location: lineLocation(file),
  unread
})

type Told = {
  readonly unread: UnreadKind
  readonly message: string
  readonly remediation: string
}

/** What is said of a refused file to the people who may correct it. */
const toldOf = ({ code, reason }: Refused): Told => {
  switch (code) {
    case 'leaves':
      return {
        unread: 'link',
        message: 'This symbolic link leads out of the workspace and was not followed',
        remediation: 'Copy the file into the repository, or name its real path on the command line.'
      }
    case 'dangling':
      return {
        unread: 'link',
        message: 'This symbolic link leads to nothing',
        remediation: 'Correct or remove the link.'
      }
    case 'loop':
    case 'git':
      return {
        unread: 'link',
        message: `This ${reason}`,
        remediation: 'Name the file itself, or leave it out.'
      }
    case 'too-large':
      return {
        unread: 'too-large',
        message: `The file ${reason}`,
        remediation: 'Split it, or leave it out.'
      }
    case 'irregular':
      return {
        unread: 'unreadable',
        message: 'This is no regular file',
        remediation: 'Name a file, or pass it to standard input.'
      }
    case 'absent':
    case 'changed':
    case 'unreadable':
      return {
        unread: 'unreadable',
        message: `This ${reason}`,
        remediation: 'Check its name and its permissions.'
      }
  }
}

/** What was named and was not read; the others go on. */
export const notRead = (refused: Refused): ManifestProblem => {
  const { unread, message, remediation } = toldOf(refused)
  return unreadable(unread, refused.file, `${message}, so nothing in it was judged`, remediation)
}

/** A directory that so many GitOps objects deploy is more likely an attack than a fleet. */
export const tooManyDeployments = (file: string, read: number): ManifestProblem => ({
  check: 'manifest-unreadable',
  severity: 'unknown',
  message: `GitOps objects deploy this file in more than ${counted(read, 'way')}, and only so many were judged`,
  remediation: 'Name the manifests of one deployment at a time.',
  location: lineLocation(file),
  unread: 'too-large'
})

/** More than any repository deploys: what comes after is not judged. */
export const tooManyImages = (file: string): ManifestProblem => ({
  check: 'manifest-unreadable',
  severity: 'unknown',
  message: `The run has seen ${limits.uses} places that name an image, and judges no more, so not all of this file was judged`,
  remediation: 'Check fewer manifests at a time.',
  location: lineLocation(file),
  unread: 'too-large'
})

/** Said, because whoever writes a pull request could keep manifests there that somebody deploys. */
export const notSearched = (directory: string): ManifestProblem => ({
  check: 'manifest-unreadable',
  severity: 'note',
  message: 'This directory holds packages of npm and was not searched',
  remediation: 'Name it, if what is deployed lies in it.',
  location: lineLocation(directory),
  unread: null
})

const cut = (
  file: string,
  message: string,
  unread: 'time' | 'no-time' = 'time'
): ManifestProblem => ({
  check: 'manifest-unreadable',
  severity: 'unknown',
  message,
  remediation: `Check fewer manifests at a time, or ${moreTime}.`,
  location: lineLocation(file),
  unread
})

const megabytes = (bytes: number): string => `${bytes / 1024 / 1024} MB`

/** One object of a long text. */
export const pieceTooLarge = (file: string, line: number): ManifestProblem => ({
  ...unreadable(
    'too-large',
    file,
    `This object is larger than ${megabytes(limits.fileBytes)}, so nothing in it was judged`,
    'Leave it out.'
  ),
  location: lineLocation(file, line)
})

/** The first item of a long list whose items are what only the list as a whole says. */
export const untypedItems = (file: string, line: number): ManifestProblem => ({
  ...unreadable(
    'too-large',
    file,
    `From here on items of this list do not say their kind, and a text of more than ${megabytes(limits.fileBytes)} is read item by item, so they were not judged`,
    'Pass what kubectl get prints, whose items say it, or fewer of them.'
  ),
  location: lineLocation(file, line)
})

/** What comes after a point of standard input is not read. */
export const pipedRest = (file: string, refusal: 'encoding' | 'too-large'): ManifestProblem =>
  refusal === 'encoding'
    ? unreadable(
        refusal,
        file,
        `It is longer than ${megabytes(limits.fileBytes)} and no valid UTF-8, so not all of it was judged`,
        'Pass UTF-8 text.'
      )
    : unreadable(
        refusal,
        file,
        `It is longer than ${megabytes(limits.pipedBytes)}, and what comes after that was not judged`,
        'Pass fewer objects at a time.'
      )

export const outOfTime = (file: string): ManifestProblem =>
  cut(file, 'The time of the run was up before this file, so nothing in it was judged')

export const searchCut = (directory: string): ManifestProblem =>
  cut(
    directory,
    'The time that the run has for finding manifests was up before this directory, so nothing in it and in what comes after it was judged'
  )

export const readingCut = (file: string, others: number): ManifestProblem =>
  cut(
    file,
    `The time of the run was up before this file${others === 0 ? '' : ` and ${counted(others, 'other')}`}, so nothing in it was judged`
  )

/** What was read, and left out of the judgement. */
export const judgementCut = (file: string, left: number): ManifestProblem =>
  cut(
    file,
    `The time of the run did not suffice to judge ${counted(left, 'place')} that ${left === 1 ? 'names' : 'name'} an image, this one first`,
    'no-time'
  )

/** A chart or kustomization whose images are not judged, because it could not be rendered. */
export const notRendered = (
  location: Location,
  message: string,
  remediation: string,
  command?: string
): ManifestProblem => ({
  check: 'render-failed',
  severity: 'unknown',
  message,
  remediation,
  ...(command === undefined ? {} : { command }),
  location,
  unread: 'not-rendered'
})

/** An object whose deployments are not known; `words` are a clause with the object as its subject. */
export const notFollowed = (words: string, location: Location): ManifestProblem =>
  notRendered(
    location,
    `${words}, so what it deploys is not known`,
    'Check what it deploys instead: the output of kustomize build or helm template.'
  )
