import type { Location } from '../../yaml/location.ts'
import {
  walkScalars,
  type LocatedScalar,
  type Path,
  type ScalarNode
} from '../../kubernetes/read.ts'
import { limits } from '../limits.ts'
import { markedText, type ValuesFile } from './values.ts'

/**
 * A place in a values file that an image could come from. Rendering once more with a mark at that
 * place shows whether it does: the mark turns up in the image.
 */
export type Probe = {
  readonly file: ValuesFile
  /** Into the file's text: behind the value. */
  readonly offset: number
  /** The value, or the part of it that is the image. */
  readonly text: string
  readonly location: Location
}

/** Legal at the end of a host, repository, tag or digest, and in nothing that people write. */
const markOf = (index: number): string => `-zq${index}qz`

const anyMark = /-zq(\d+)qz/g

/** Values that are numbers are only marked under these keys: a replica count of 1 is no tag. */
const numberKey = /tag|version/i

const imageKey = /image|repo|registry|tag|digest|version|host|server|hub|name|url/i

/** More hosts than a real chart names. */
const mostHosts = 100

/** Places whose value is a part of one of the images, or contains one. */
export const findProbes = (
  files: readonly ValuesFile[],
  images: readonly string[]
): readonly Probe[] => {
  const parts = new Set(images.flatMap(partsOf))
  const hosts = new Set(
    images
      .map(writtenHost)
      .filter(host => host !== '')
      .slice(0, mostHosts)
  )
  return files
    .flatMap(file =>
      [...walkScalars(file.root)].flatMap(({ path, scalar }) =>
        probesAt(file, { path, scalar: file.filled?.(scalar) ?? scalar }, parts, hosts)
      )
    )
    .slice(0, limits.probesInOneRender)
}

/** The registry host that an image text names, or nothing. */
export const writtenHost = (image: string): string => {
  const [first = '', ...rest] = image.split('/')
  return rest.length > 0 && /[.:]/.test(first) ? first : ''
}

/** Every run of whole path, tag and digest segments of an image. */
const partsOf = (image: string): readonly string[] => {
  const tokens = image.split(/([/:@])/).slice(0, 25)
  const runs: string[] = []
  for (let from = 0; from < tokens.length; from += 2) {
    for (let to = from + 1; to <= tokens.length; to += 2) runs.push(tokens.slice(from, to).join(''))
  }
  return runs.filter(run => run !== '')
}

const probesAt = (
  file: ValuesFile,
  { path, scalar }: LocatedScalar,
  parts: ReadonlySet<string>,
  hosts: ReadonlySet<string>
): readonly Probe[] => {
  const inline = scalar.style !== 'block'
  if (inline && parts.has(scalar.text)) {
    return mayBeImage(path, scalar) ? [wholeValue(file, scalar)] : []
  }
  if (inline && scalar.text.includes('{{') && imageKey.test(lastKey(path))) {
    return [wholeValue(file, scalar)]
  }
  return [...hosts].flatMap(host => probesInside(file, scalar, host))
}

const lastKey = (path: Path): string => path.findLast(step => typeof step === 'string') ?? ''

const mayBeImage = (path: Path, scalar: ScalarNode): boolean => {
  if (scalar.style === 'plain' && /^[\d.]+$/.test(scalar.text)) return numberKey.test(lastKey(path))
  return imageKey.test(lastKey(path)) || /[./]/.test(scalar.text)
}

const wholeValue = (file: ValuesFile, scalar: ScalarNode): Probe => ({
  file,
  offset: scalar.end,
  text: scalar.text,
  location: file.locate(scalar.start, scalar.end)
})

/** A value that holds more than the image, such as an argument list or a block of YAML. */
const probesInside = (file: ValuesFile, scalar: ScalarNode, host: string): readonly Probe[] => {
  if (!scalar.text.includes(host)) return []
  const written = file.source.text.slice(scalar.start, scalar.end)
  return [...written.matchAll(/[\w.:@/-]+/g)].flatMap(({ 0: text, index }) => {
    if (!text.includes(`${host}/`)) return []
    const start = scalar.start + index
    const end = start + text.length
    return [{ file, offset: end, text, location: file.locate(start, end) }]
  })
}

/** A values file with the marks of its probes, numbered by their place in the list. */
export const withMarks = (file: ValuesFile, probes: readonly Probe[]): string => {
  const marks = probes
    .map(({ file: of, offset, text }, index) => ({
      of,
      mark: { offset, behind: text, mark: markOf(index) }
    }))
    .filter(({ of }) => of === file)
    .map(({ mark }) => mark)
    .sort((one, other) => one.offset - other.offset)
  return markedText(file, marks)
}

/** A mark in a line of the second render; `column` counts as if no mark were in the line, 1-based. */
export type Hit = { readonly probe: Probe; readonly column: number }

/** The hits by line number; a line that differs in more than its marks proves nothing. */
export const readHits = (
  rendered: readonly string[],
  marked: readonly string[],
  probes: readonly Probe[]
): ReadonlyMap<number, readonly Hit[]> | null => {
  if (rendered.length !== marked.length) return null
  const lines = marked.flatMap((line, index) => {
    if (!line.includes('-zq') || line.replace(anyMark, '') !== rendered[index]) return []
    return [[index + 1, hitsIn(line, probes)] as const]
  })
  return new Map(lines)
}

const hitsIn = (line: string, probes: readonly Probe[]): readonly Hit[] => {
  let removed = 0
  return [...line.matchAll(anyMark)].flatMap(({ 0: mark, 1: number, index }) => {
    const column = index - removed + 1
    removed += mark.length
    const probe = probes[Number(number)]
    return probe === undefined ? [] : [{ probe, column }]
  })
}
