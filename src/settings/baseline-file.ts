import * as z from 'zod/mini'
import { InputError } from '../base/errors.ts'
import { visible } from '../base/visible.ts'
import { jsonIn } from './json-value.ts'

/** One finding that is known, without line or tag: it is matched by its fingerprint alone. */
export type BaselineEntry = {
  readonly fingerprint: string
  readonly check: string
  /** `apps/v1 Deployment shop/web`, or a file; null: neither. */
  readonly object: string | null
  /** As written when the file was. */
  readonly image: string | null
  readonly registry: string | null
  readonly cluster: string | null
  readonly reason?: string | undefined
}

export type Baseline = { readonly file: string; readonly entries: readonly BaselineEntry[] }

const orNull = z.nullable(z.string())

const shape = z.object({
  schemaVersion: z.literal('1'),
  findings: z.array(
    z.object({
      fingerprint: z.string(),
      check: z.string(),
      object: orNull,
      image: orNull,
      registry: orNull,
      cluster: orNull,
      reason: z.optional(z.string())
    })
  )
})

/** InputError where it is no baseline. */
export function readBaseline(file: string, text: string): Baseline {
  const { data, error } = shape.safeParse(jsonIn(text))
  if (data !== undefined) return { file, entries: data.findings }
  const key = error.issues[0]?.path.join('.') ?? ''
  throw new InputError(
    `Baseline ${visible(file)} cannot be read${key === '' ? '' : ` at '${visible(key)}'`}: write it again with --write-baseline.`
  )
}

const keyOf = ({ check, object, image, cluster, fingerprint }: BaselineEntry): string =>
  [check, object, image, cluster, fingerprint].join('\n')

/** Sorted, and one finding a line, so that two branches that change it merge. */
export function baselineText(
  entries: readonly BaselineEntry[],
  tool: { readonly name: string; readonly version: string },
  createdAt: string
): string {
  const sorted = [...new Map(entries.map(entry => [keyOf(entry), entry]))]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, entry]) => `    ${JSON.stringify(entry)}`)
  const head = { schemaVersion: '1', tool, createdAt }
  const start = JSON.stringify(head, null, 2).slice(0, -2)
  return `${start},\n  "findings": [\n${sorted.join(',\n')}\n  ]\n}\n`
}
