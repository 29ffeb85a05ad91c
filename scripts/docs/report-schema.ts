import * as z from 'zod/mini'
import type { ImageList, Report } from '../../src/reports/report.ts'

/**
 * The JSON report, version 1, for editors and other programs. The program itself never loads this: it would only cost
 * start-up time.
 */
export const reportSchemaUrl =
  'https://raw.githubusercontent.com/acr-pull-check/acr-pull-check/v1/schema/report.schema.json'

const text = z.string()
const textOrNull = z.nullable(z.string())
const listOf = <T extends z.ZodMiniType>(item: T) => z.readonly(z.array(item))

function described<T extends z.ZodMiniType>(id: string, description: string, schema: T): T {
  z.globalRegistry.add(schema, { id, description })
  return schema
}

const position = {
  file: text,
  line: z.number(),
  column: z.number(),
  endLine: z.number(),
  endColumn: z.number()
}

const location = described(
  'Location',
  'The image scalar itself; lines and columns count from 1, the path is relative to the workspace, with slashes.',
  z.object(position)
)

const confidence = text

const use = described(
  'ImageUse',
  'One place that names an image, and the object around it.',
  z.object({
    class: z.enum(['pod', 'container', 'field', 'mention']),
    ...position,
    workload: z.object({ apiVersion: text, kind: text, namespace: textOrNull, name: text }),
    container: z.nullable(
      z.object({ name: text, type: z.enum(['container', 'init', 'ephemeral', 'volume']) })
    ),
    origin: z.nullable(
      z.union([
        z.object({ chart: text, confidence }),
        z.object({ kustomization: text, confidence })
      ])
    )
  })
)

const image = described(
  'Image',
  'A distinct reference, as written; registries of kind other get no verdict.',
  z.object({
    reference: text,
    registryKind: z.enum(['acr', 'other']),
    registry: text,
    repository: text,
    tag: textOrNull,
    digest: textOrNull,
    uses: listOf(use)
  })
)

const invalidImage = described(
  'InvalidImage',
  'A text where an image is expected, and why it is none.',
  z.object({ text, reason: text, uses: listOf(use) })
)

const imageList = {
  schemaVersion: z.literal('1'),
  images: listOf(image),
  invalidImages: listOf(invalidImage)
}

const verdict = described(
  'Verdict',
  'May this cluster (ARM id) pull this image? `pull`: a credential with a grant was found, and nothing known stands against it. `because` is the evidence.',
  z.object({
    cluster: text,
    image: text,
    registry: text,
    repository: text,
    result: z.enum(['pull', 'no-pull', 'unknown']),
    puller: z.object({
      kind: z.enum([
        'kubelet-identity',
        'service-principal',
        'service-account-identity',
        'pull-secret',
        'anonymous',
        'none'
      ]),
      objectId: textOrNull,
      name: textOrNull
    }),
    because: listOf(text)
  })
)

const finding = described(
  'Finding',
  'What a check found. A missing answer has severity unknown; `command` is ready to copy; `fingerprint` survives moved lines.',
  z.object({
    check: text,
    severity: z.enum(['error', 'warning', 'note', 'unknown']),
    message: text,
    cluster: textOrNull,
    registry: textOrNull,
    image: textOrNull,
    nodePools: listOf(text),
    remediation: listOf(z.object({ description: text, command: textOrNull })),
    locations: listOf(location),
    fingerprint: text,
    suppressed: z.null()
  })
)

const count = z.number()

const summary = described(
  'Summary',
  'Counts of everything below, and what they come to.',
  z.object({
    conclusion: z.enum(['pass', 'fail', 'inconclusive']),
    files: count,
    images: count,
    registries: count,
    clusters: count,
    verdicts: z.object({ pull: count, 'no-pull': count, unknown: count }),
    findings: z.object({ error: count, warning: count, note: count, unknown: count })
  })
)

const check = described(
  'Check',
  'Documentation of a check that has findings.',
  z.object({
    title: text,
    rationale: text,
    references: listOf(z.object({ title: text, url: text })),
    url: text
  })
)

/** `images --format json`. */
export const imageListSchema = z.object(imageList)

/** `check --format json`. */
export const reportSchema = z.object({
  schemaVersion: imageList.schemaVersion,
  tool: z.object({ name: text, version: text }),
  facts: z.object({ source: z.enum(['azure', 'file']), collectedAt: text }),
  summary,
  images: imageList.images,
  invalidImages: imageList.invalidImages,
  verdicts: listOf(verdict),
  findings: listOf(finding),
  clusters: listOf(z.object({ id: text, reason: textOrNull })),
  checks: z.record(text, check),
  notProven: listOf(text)
})

/** Holds schema and types together: compilation fails as soon as one can say what the other cannot. */
export const schemaIsReport: {
  readonly report: (report: Report) => z.infer<typeof reportSchema>
  readonly back: (report: z.infer<typeof reportSchema>) => Report
  readonly images: (list: ImageList) => z.infer<typeof imageListSchema>
} = { report: report => report, back: report => report, images: list => list }

/** The JSON Schema (2020-12) of both: an image list is what a report must have at least. */
export const reportJsonSchema = (): Record<string, unknown> => ({
  $id: reportSchemaUrl,
  title: 'JSON report of acr-pull-check, version 1',
  description:
    'What `acr-pull-check check --format json` prints. Keys may be added within version 1, never changed or removed. `images --format json` prints schemaVersion, images and invalidImages alone.',
  ...z.toJSONSchema(reportSchema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly
    }
  })
})
