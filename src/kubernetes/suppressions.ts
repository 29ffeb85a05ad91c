import { nameIn } from './short-text.ts'
import { child, entriesOf, mappingIn, scalarIn } from '../yaml/nodes.ts'
import type { Locate } from '../yaml/source.ts'
import type { Location } from '../yaml/location.ts'
import type { MappingNode, YamlNode } from '../yaml/yaml-nodes.ts'

/** What somebody wrote into a manifest so that findings about it do not count. */
export type WrittenSuppression = {
  /** Ids of checks; empty: all of them. */
  readonly checks: readonly string[]
  /** Empty where nobody gave one, and then it does not count. */
  readonly reason: string
  readonly location: Location
}

/** One that stands at lines of a file. */
export type SuppressionComment = WrittenSuppression & {
  /** The lines that it is for: its own, or the next one where it stands alone. */
  readonly lines: readonly number[]
}

/** One check after the slash; the name of an annotation needs no domain to be valid (kubernetes, content.IsQualifiedName). */
const oneCheck = 'ignore-check.acr-pull-check/'
const allChecks = 'acr-pull-check/ignore-all'

/** Where an object and the pods that it makes have annotations: Deployments and their like, and CronJobs. */
const metadataPaths: readonly (readonly string[])[] = [
  ['metadata'],
  ['spec', 'template', 'metadata'],
  ['spec', 'jobTemplate', 'metadata'],
  ['spec', 'jobTemplate', 'spec', 'template', 'metadata']
]

/** Suppressions in the annotations of an object or its pod template; each is for the whole object. */
export function suppressionsOf(object: MappingNode, locate: Locate): readonly WrittenSuppression[] {
  return metadataPaths.flatMap(path => {
    const metadata = path.reduce<YamlNode | null>((node, key) => child(node, key), object)
    const annotations = mappingIn(child(metadata, 'annotations'))
    if (annotations === null) return []
    return entriesOf(annotations).flatMap(({ key, value }) => {
      const checks = checksNamedBy(key.text)
      if (checks === null) return []
      const reason = scalarIn(value) === null ? '' : (nameIn(value) ?? '').trim()
      return [{ checks, reason, location: locate(key.start, key.end) }]
    })
  })
}

function checksNamedBy(key: string): readonly string[] | null {
  if (key === allChecks) return []
  return key.startsWith(oneCheck) ? [key.slice(oneCheck.length)] : null
}

const mark = 'acr-pull-check: ignore['
const comment = /(?:^|\s)#\s?acr-pull-check: ignore\[([^\]]{0,2000})\](.*)$/

/** Suppressions in the comments of a text; what stands in a scalar is no comment. */
export function suppressionComments(
  file: string,
  text: string,
  isInScalar: (offset: number) => boolean
): readonly SuppressionComment[] {
  if (!text.includes(mark)) return []
  const found: SuppressionComment[] = []
  let offset = 0
  for (const [index, line] of text.split('\n').entries()) {
    const match = line.includes(mark) ? comment.exec(line.slice(0, longestLine)) : null
    if (match !== null) {
      const column = match.index + match[0].indexOf('#')
      if (!isInScalar(offset + column)) found.push(commentAt(file, index + 1, column, line, match))
    }
    offset += line.length + 1
  }
  return found
}

/** A longer line is no place where a person writes a reason. */
const longestLine = 5000

function commentAt(
  file: string,
  line: number,
  column: number,
  text: string,
  [, checks = '', reason = '']: RegExpExecArray
): SuppressionComment {
  const isAlone = text.slice(0, column).trim() === ''
  return {
    checks: checks
      .split(',')
      .map(check => check.trim())
      .filter(check => check !== ''),
    reason: reason.trim(),
    location: { file, line, column: column + 1, endLine: line, endColumn: text.length + 1 },
    lines: isAlone ? [line, line + 1] : [line]
  }
}
