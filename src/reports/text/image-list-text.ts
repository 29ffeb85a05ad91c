import { counted } from '../../base/sentences.ts'
import type { ContainerSlot } from '../../kubernetes/images/image-use.ts'
import { firstGaps, gapText, notEverythingRead } from '../coverage.ts'
import { inertLines, oneLine } from '../escape.ts'
import { jsonPieces } from '../json-pieces.ts'
import { coverageInOrder, imagesInOrder, invalidImagesInOrder } from '../json.ts'
import { placeText } from '../places.ts'
import type { ImageList, ReportUse } from '../report.ts'
import { fitting, lengthOf, mostBytes } from '../wording/shortened.ts'
import { lookupLines } from './lookup-text.ts'
import { padded, widest } from './terminal-text.ts'

type Row = readonly [place: string, image: string, object: string]

const slotNames = {
  container: 'container',
  init: 'init container',
  ephemeral: 'ephemeral container',
  volume: 'image volume'
} as const satisfies Record<ContainerSlot['type'], string>

/** Such as `Deployment shop/web, container web`. */
function objectText({ workload, container }: ReportUse): string {
  const namespace = workload.namespace === null ? '' : `${workload.namespace}/`
  const slot = container === null ? '' : `, ${slotNames[container.type]} ${container.name}`
  return `${workload.kind} ${namespace}${workload.name}${slot}`
}

function rowsOf(text: string, uses: readonly ReportUse[], remark: string): readonly Row[] {
  return uses.map(use => [
    oneLine(placeText(use)),
    oneLine(text) + remark,
    oneLine(objectText(use))
  ])
}

/** One line for each use: `file:line:col  image  workload, container`. */
function imageListText(list: ImageList): string {
  const rows = [
    ...list.images.flatMap(({ reference, uses }) => rowsOf(reference, uses, '')),
    ...list.invalidImages.flatMap(({ text, reason, uses }) =>
      rowsOf(text, uses, ` (${oneLine(reason)})`)
    )
  ]
  const shown = fitting(rows, row => lengthOf(row), mostBytes / 6)
  const left = rows.length - shown.length
  const placeWidth = widest(rows.map(([place]) => place))
  const imageWidth = Math.min(100, widest(rows.map(([, image]) => image)))
  const lines = shown.map(
    ([place, image, object]) =>
      `${padded(place, placeWidth)}  ${padded(image, imageWidth)}  ${object}`
  )
  if (left > 0) lines.push(`and ${counted(left, 'more place')}: the JSON list has all of them`)
  const lookups = fitting(lookupLines(list.images), line => line.length, mostBytes / 6)
  const sections = [lines, lookups, unread(list), [summary(list)]].filter(
    section => section.length > 0
  )
  return `${inertLines(sections.map(section => section.join('\n')).join('\n\n'))}\n`
}

const mostGaps = 50

function unread(list: ImageList): readonly string[] {
  const { gaps, more } = firstGaps(list, mostGaps)
  if (gaps.length === 0) return []
  return [
    `${notEverythingRead}:`,
    ...gaps.map(gap => `  · ${oneLine(gapText(gap))}`),
    ...(more === null ? [] : [`  · ${more}`])
  ]
}

const placesOf = (listed: readonly { readonly uses: readonly ReportUse[] }[]): string =>
  counted(listed.flatMap(({ uses }) => uses).length, 'place')

function summary({ images, invalidImages }: ImageList): string {
  const invalid =
    invalidImages.length === 0
      ? ''
      : `, and ${counted(invalidImages.length, 'text')} at ${placesOf(invalidImages)} that cannot be taken for one`
  return `${counted(images.length, 'image')} at ${placesOf(images)}${invalid}`
}

const imageListJson = ({
  schemaVersion,
  images,
  invalidImages,
  coverage
}: ImageList): Iterable<string> =>
  jsonPieces({
    schemaVersion,
    images: imagesInOrder(images),
    invalidImages: invalidImagesInOrder(invalidImages),
    coverage: coverageInOrder(coverage)
  })

/** What `images` prints. */
export const imageReporters = { text: imageListText, json: imageListJson } as const

export type ImageFormat = keyof typeof imageReporters
