import { listStart } from '../../base/sentences.ts'
import { markupText, oneLine } from '../escape.ts'
import type { ImageLookup, Report, ReportImage } from '../report.ts'

type LookedUp = ReportImage & { readonly lookup: ImageLookup }

const isLookedUp = (image: ReportImage): image is LookedUp => image.lookup !== null

/** A page that people read; the JSON report has all. */
const mostImages = 1000

const states: Readonly<Record<ImageLookup['state'], string>> = {
  present: 'there',
  absent: 'not there',
  unknown: 'not known'
}

const kinds = { index: 'index', manifest: 'one manifest', artifact: 'artifact' } as const

const mostPlatforms = 20

/** Each once; an index also lists what is no image, such as attestations. */
const platformsText = ({ platforms }: ImageLookup): string =>
  listStart(
    [...new Set(platforms.map(platform => platform ?? 'not told'))].filter(
      platform => platform !== 'unknown/unknown'
    ),
    mostPlatforms
  )

/** Of an absent tag what looks like it, of an unknown one why. */
function whatIsThere(lookup: ImageLookup): string {
  if (lookup.state === 'unknown') return lookup.reason ?? ''
  if (lookup.state === 'absent') {
    const expected = lookup.expected ? 'expected, this pipeline pushes it' : ''
    const nearest =
      lookup.nearestTags.length === 0 ? '' : `nearest tags: ${lookup.nearestTags.join(', ')}`
    return [expected, nearest].filter(text => text !== '').join('; ')
  }
  const kind = lookup.kind === null ? '' : `${kinds[lookup.kind]}: `
  return kind + (lookup.kind === 'artifact' ? (lookup.artifactType ?? '') : platformsText(lookup))
}

const cell = (text: string, tag: 'code' | null = null): string => {
  const shown = markupText(oneLine(text))
  return `<td>${tag === null || text === '' ? shown : `<${tag}>${shown}</${tag}>`}</td>`
}

const row = ({ reference, lookup }: LookedUp): string =>
  [
    `<tr><th scope="row"><code>${markupText(oneLine(reference))}</code></th>`,
    cell(states[lookup.state]),
    cell(whatIsThere(lookup)),
    cell(lookup.digest ?? '', 'code'),
    cell(lookup.lastUpdatedAt ?? lookup.createdAt ?? ''),
    cell(lookup.askedAt),
    '</tr>'
  ].join('')

/** What the registries said of the images; nothing where none was asked. */
export function htmlImages(report: Report): readonly string[] {
  const images = report.images.filter(isLookedUp)
  if (images.length === 0) return []
  const left = images.length - mostImages
  const columns = ['Image', 'In its registry', 'What it is', 'Digest', 'Changed', 'Asked']
  return [
    '<section>',
    '<h2>Images</h2>',
    '<div class="wide">',
    '<table>',
    `<thead><tr>${columns.map(column => `<th scope="col">${column}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...images.slice(0, mostImages).map(row),
    '</tbody>',
    '</table>',
    '</div>',
    ...(left > 0 ? [`<p class="quiet">and ${left} more in the JSON report</p>`] : []),
    '</section>'
  ]
}
