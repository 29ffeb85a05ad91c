import { durationText } from '../../base/duration-text.ts'
import { listText } from '../../base/sentences.ts'
import { oneLine } from '../escape.ts'
import type { ImageLookup, ReportImage } from '../report.ts'
import { padded, widest } from './terminal-text.ts'

const kilobyte = 1024

function sizeText(bytes: number): string {
  if (bytes < kilobyte) return `${bytes} B`
  const megabytes = bytes / kilobyte / kilobyte
  return megabytes < 1 ? `${Math.round(bytes / kilobyte)} kB` : `${megabytes.toFixed(1)} MB`
}

/** The algorithm and as much of a digest as people compare. */
const digestText = (digest: string): string => digest.slice(0, 'sha256:'.length + 12)

/** How old an image was when the registry was asked. */
function ageText({ createdAt, askedAt }: ImageLookup): string | null {
  const age = Date.parse(askedAt) - Date.parse(createdAt ?? '')
  return Number.isNaN(age) ? null : `pushed ${durationText(Math.max(0, age))} before`
}

const platformsText = ({ platforms }: ImageLookup): string =>
  platforms.map(platform => platform ?? 'platform not told').join(', ')

function presentText(lookup: ImageLookup): string {
  const { digest, kind, size } = lookup
  return [
    digest === null ? null : digestText(digest),
    kind === 'artifact' ? 'no image' : platformsText(lookup),
    size === null ? null : sizeText(size),
    ageText(lookup)
  ]
    .filter(part => part !== null)
    .join('  ')
}

function lookupText(lookup: ImageLookup): string {
  switch (lookup.state) {
    case 'present':
      return presentText(lookup)
    case 'absent':
      return lookup.nearestTags.length === 0
        ? 'not there'
        : `not there; there are ${listText(lookup.nearestTags)}`
    case 'unknown':
      return `not known: ${lookup.reason ?? ''}`
  }
}

/** A line for each image that the registry was asked about. */
export function lookupLines(images: readonly ReportImage[]): readonly string[] {
  const rows = images.flatMap(({ reference, lookup }) =>
    lookup === null ? [] : [[oneLine(reference), oneLine(lookupText(lookup))] as const]
  )
  const width = Math.min(100, widest(rows.map(([reference]) => reference)))
  return rows.map(([reference, text]) => `${padded(reference, width)}  ${text}`)
}
