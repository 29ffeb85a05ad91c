import type { Finding } from '../../checks/check.ts'
import { clipped, oneLine } from '../escape.ts'
import { withShortIds } from '../wording/ids.ts'
import { abbreviated, shortImage } from '../wording/names.ts'
import { placeText } from '../places.ts'
import type { Report } from '../report.ts'

/** What a person reads at a glance: a line of this length is whole on most screens, and no text of a finding is longer. */
const longestLine = 160
const longestPlace = 60
/** Between place, severity, text and check. */
const blanks = 6

/** The first line of a finding in parts, to be painted: together with blanks at most 160 characters. */
export type Headline = {
  /** Empty where the finding has no place. */
  readonly place: string
  readonly text: string
  /** Whether the text is the message itself, or short for it. */
  readonly isWhole: boolean
}

/** What, where, and because of what: the message where it is short enough, else its subject and cause. */
export function headlineOf(
  finding: Finding,
  message: string,
  { report, names }: { readonly report: Report; readonly names: (cluster: string) => string }
): Headline {
  const [primary] = finding.locations
  const place = primary === undefined ? '' : abbreviated(oneLine(placeText(primary)), longestPlace)
  const room =
    longestLine - place.length - finding.severity.length - finding.check.length - 2 - blanks
  const whole = withShortIds(oneLine(message))
  if (whole.length <= room) return { place, text: whole, isWhole: true }
  const subjects = subjectsOf(finding, names)
  const title = decapitalised(oneLine(report.checks[finding.check]?.title ?? finding.check))
  const causes = [causeIn(whole), title].filter(cause => cause !== '')
  const texts = causes.flatMap(cause => subjects.map(subject => joined(subject, cause)))
  const fitting = texts.find(text => text.length <= room)
  return { place, text: fitting ?? shortened(subjects.at(-1) ?? '', title, room), isWhole: false }
}

const joined = (subject: string, cause: string): string =>
  subject === '' ? cause : `${subject}: ${cause}`

/** From the whole to what tells most: a repository says more than the registry, which the message has too. */
function subjectsOf(
  { image, registry, cluster }: Finding,
  names: (cluster: string) => string
): readonly string[] {
  const where = cluster === null ? '' : oneLine(names(cluster))
  const whats =
    image === null ? [registry ?? ''] : [shortImage(image), withoutHost(shortImage(image))]
  return whats.map(what => [oneLine(what), where].filter(part => part !== '').join(' on '))
}

const withoutHost = (image: string): string => image.slice(image.indexOf('/') + 1)

/** Messages have the form "subject: cause; what else is to be known"; in brackets stands what proves it. */
function causeIn(message: string): string {
  const at = message.indexOf(': ')
  const [clause = ''] = message.slice(at + 2).split('; ', 1)
  return at < 0 ? '' : clause.replace(/ \([^()]*\)/g, '')
}

const decapitalised = (text: string): string =>
  /^[A-Z][a-z]*[ ']/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

/** Beyond this a subject gives way to the cause. */
const longestSubject = 48

/** Both ends of a subject tell something; of a cause its beginning. */
const shortened = (subject: string, title: string, room: number): string =>
  clipped(joined(abbreviated(subject, longestSubject), title), Math.max(1, room))
