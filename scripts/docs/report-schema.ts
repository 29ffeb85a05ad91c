import * as z from 'zod/mini'
import { factsSchemaUrl } from '../../src/facts/facts-schema.ts'
import { listOf, named, text } from '../../src/facts/schema-parts.ts'
import type { ImageList, Report } from '../../src/reports/report.ts'
import { publishedSchema } from './published-schema.ts'

/*
 * The JSON report, version 1, for editors and other programs. It lies outside src/, because the program never loads it:
 * it would only cost start-up time.
 */

export const reportSchemaUrl = new URL('report.schema.json', factsSchemaUrl).href

function described<T extends z.ZodMiniType>(description: string, schema: T): T {
  z.globalRegistry.add(schema, { description })
  return schema
}

const textAs = (meaning: string) => described(meaning, z.string())
const textOrNull = (meaning: string) => described(meaning, z.nullable(z.string()))
const count = z.int()

const place = {
  file: textAs('Relative to the workspace, with slashes.'),
  line: described('Counts from 1.', z.int()),
  column: described('Counts from 1.', z.int()),
  endLine: z.int(),
  endColumn: described('The column behind the last character.', z.int())
}

const location = named(
  'Location',
  'Where a piece of text stands; for an image, the scalar itself.',
  z.object(place)
)

const workload = named(
  'Workload',
  'The Kubernetes object around an image.',
  z.object({
    apiVersion: text,
    kind: text,
    namespace: textOrNull('null: the file is no Kubernetes object.'),
    name: text
  })
)

const container = named(
  'Container',
  'The container, or the image volume, that asks for an image.',
  z.object({ name: text, type: z.enum(['container', 'init', 'ephemeral', 'volume']) })
)

const confidence = textAs(
  'How sure the place in the source is: exact, likely, or only the file (file).'
)

const origin = named(
  'Origin',
  'What the image was rendered from: the path of a chart or of a kustomization.',
  z.union([z.object({ chart: text, confidence }), z.object({ kustomization: text, confidence })])
)

const use = named(
  'ImageUse',
  'One place that names an image. The class says how sure it is that the kubelet pulls it: pod and container are certain, field is an image-named field of another object, mention any other text.',
  z.object({
    class: z.enum(['pod', 'container', 'field', 'mention']),
    ...place,
    workload,
    container: described('null: no container asks for it.', z.nullable(container)),
    origin: described('null: the image was not rendered.', z.nullable(origin))
  })
)

const lookup = named(
  'ImageLookup',
  'What the registry said about an image, at that time.',
  z.object({
    state: z.enum(['present', 'absent', 'unknown']),
    reason: textOrNull('Why it is unknown.'),
    digest: textOrNull('What the reference leads to; of an index its own.'),
    kind: z.nullable(z.enum(['index', 'manifest', 'artifact'])),
    artifactType: textOrNull('Of an artifact, what it is; null: an image, or not told.'),
    platforms: described(
      'Such as linux/arm64/v8 and windows/amd64:10.0.20348.2700; null: one that names none, or was not read.',
      listOf(z.nullable(text))
    ),
    size: described('Compressed bytes; an index has none of its own.', z.nullable(z.number())),
    createdAt: textOrNull('null: not told.'),
    lastUpdatedAt: textOrNull('null: not told.'),
    nearestTags: described('Of a tag that is not there: those that look like it.', listOf(text)),
    expected: described('This pipeline pushes it later.', z.boolean()),
    askedAt: text
  })
)

const image = named(
  'Image',
  'A distinct reference with all places that name it. Only those of kind acr, Azure Container Registry, get verdicts.',
  z.object({
    reference: textAs('As written.'),
    registryKind: z.enum(['acr', 'other']),
    registry: textAs('The host, lower case.'),
    repository: textAs('Empty: only the registry is named.'),
    tag: textOrNull('null: the reference has none.'),
    digest: textOrNull('null: the reference has none.'),
    lookup: described('null: nobody asked the registry.', z.nullable(lookup)),
    uses: listOf(use)
  })
)

const invalidImage = named(
  'InvalidImage',
  'A text where an image is expected, and why it is none.',
  z.object({ text, reason: text, uses: listOf(use) })
)

const puller = named(
  'Puller',
  'Whose credential decides.',
  z.object({
    kind: z.enum([
      'kubelet-identity',
      'service-principal',
      'service-account-identity',
      'pull-secret',
      'anonymous',
      'none'
    ]),
    objectId: textOrNull(
      'The Entra object id that role assignments name; null: not known, or no identity.'
    ),
    name: textOrNull('null: not known, or nothing to name.')
  })
)

const verdict = named(
  'Verdict',
  'May this cluster pull this image? pull: a credential with a grant was found, and nothing known stands against it. unknown: it could not be found out.',
  z.object({
    cluster: textAs('ARM id.'),
    image: textAs('The reference as written.'),
    registry: textAs('The host, lower case.'),
    repository: text,
    result: z.enum(['pull', 'no-pull', 'unknown']),
    puller,
    because: described('The chain of evidence, in sentences.', listOf(z.string())),
    checks: described(
      'Ids of the checks whose findings say why it is not pull; empty: it is.',
      listOf(z.string())
    )
  })
)

const remediation = named(
  'Remediation',
  'What to do about a finding.',
  z.object({
    description: text,
    command: textOrNull('Ready to copy, with the real ids; null: no command does it.'),
    code: described(
      'The same cure for a language that the repository declares it in, whole and with the real ids; null: there is none.',
      z.nullable(z.object({ language: z.enum(['bicep', 'terraform', 'yaml']), text }))
    )
  })
)

const suppressionKeys = {
  by: z.enum(['comment', 'annotation', 'config', 'baseline']),
    reason: text,
    place: described(
      'Where it is written; null: in a file that has no lines to name.',
      z.nullable(z.object({ file: text, line: described('Counts from 1.', z.int()) }))
    )
}

const suppression = named(
  'Suppression',
  'What somebody wrote so that a finding does not count; it never changes a verdict.',
  z.object(suppressionKeys)
)

const suppressionUse = named(
  'SuppressionUse',
  'A suppression, and what came of it.',
  z.object({
    ...suppressionKeys,
    checks: described('Ids; empty: all checks.', listOf(z.string())),
    findings: described('How many findings it silences, or would silence if it counted.', count),
    added: described(
      'Whether the pull request adds it; null: nobody can tell.',
      z.nullable(z.boolean())
    ),
    applied: described('Whether it counts.', z.boolean())
  })
)

const finding = named(
  'Finding',
  'What a check found. Severity unknown: it could not be found out, which is neither a pass nor a failure.',
  z.object({
    check: textAs('The id of the check; never renamed.'),
    severity: z.enum(['error', 'warning', 'note', 'unknown']),
    message: text,
    cluster: textOrNull('ARM id; null: it concerns no cluster, or all.'),
    registry: textOrNull('The host; null: it concerns no single registry.'),
    image: textOrNull('The reference as written; null: it concerns no single image.'),
    nodePools: described(
      'The affected node pools; empty: none is singled out.',
      listOf(z.string())
    ),
    remediation: listOf(remediation),
    locations: described('All places that name the image, the primary first.', listOf(location)),
    fingerprint: textAs(
      'Of check, registry, repository and cluster: the same in the next run, whatever else pulls the image.'
    ),
    fingerprints: described(
      'One for each check, object, container, registry, repository and cluster that it stands for; tag, digest, message and line have no part in it.',
      listOf(z.string())
    ),
    new: described(
      'Whether the base lacks it, judged with the same facts (new-since); null: nobody asked, or the base could not be judged, and then everything counts.',
      z.nullable(z.boolean())
    ),
    suppressed: described('Why it does not count; null: it counts.', z.nullable(suppression))
  })
)

const severityCounts = z.object({ error: count, warning: count, note: count, unknown: count })

const summary = named(
  'Summary',
  'What was looked at, and what it comes to. pass: every pull was judged and none is blocked, and everything that was named was read. inconclusive: nothing fails, and that does not hold.',
  z.object({
    conclusion: z.enum(['pass', 'fail', 'inconclusive']),
    notFailed: described(
      'Why a blocked pull did not make the run fail; null: none is blocked, or it failed.',
      z.nullable(
        z.object({
          failOn: z.enum(['error', 'warning', 'note', 'unknown', 'never']),
          worst: described(
            'The worst severity that counts; null: class-severity, the base or suppressions leave no finding.',
            z.nullable(z.enum(['error', 'warning', 'note']))
          ),
          left: z.optional(
            described(
              'How many findings do not count; absent: none.',
              z.object({
                old: described('The base has them too.', count),
                suppressed: count
              })
            )
          )
        })
      )
    ),
    files: count,
    images: count,
    unjudged: described(
      'Images that are surely or probably pulled and got no verdict: invalid, or with a placeholder.',
      count
    ),
    registries: count,
    clusters: count,
    verdicts: z.object({ pull: count, 'no-pull': count, unknown: count }),
    findings: described('Those that count: neither old nor suppressed.', severityCounts),
    new: described(
      'Those that the base does not have; null: nothing was compared.',
      z.nullable(severityCounts)
    ),
    old: described('That the base has too.', count),
    suppressed: count
  })
)

const reference = named('Reference', 'A source.', z.object({ title: text, url: text }))

const check = named(
  'Check',
  'Documentation of a check that has findings.',
  z.object({
    title: text,
    rationale: textAs('Markdown.'),
    url: textAs('Its section in the documentation.'),
    references: listOf(reference)
  })
)

const clusterRead = named(
  'ClusterRead',
  'A cluster that was asked about.',
  z.object({
    id: textAs('ARM id.'),
    reason: textOrNull('Why it could not be read; null: it was read, or its facts are only too old.')
  })
)

const gap = named(
  'Gap',
  'Something that was named and not read: images that stand there are not known, so the conclusion is never pass.',
  z.object({
    kind: z.enum([
      'too-large',
      'too-deep',
      'encoding',
      'link',
      'unreadable',
      'invalid',
      'template',
      'not-rendered',
      'no-target',
      'no-time',
      'time'
    ]),
    file: place.file,
    line: place.line,
    reason: text
  })
)

const settingsUse = named(
  'SettingsUse',
  'What came of a settings file. On pull requests that of the base counts, and the pull request may add manifests.',
  z.object({
    file: textAs('As it was named, or found.'),
    from: described(
      'base: the commit that the pull request would be merged into. head: the pull request. workflow: a file that the workflow named and no pull request can change. working-tree: as it lies on disk.',
      z.enum(['base', 'head', 'workflow', 'working-tree'])
    ),
    commit: textOrNull('Id; null: read as it lies on disk, or not known.'),
    keys: described(
      'The options that count, or that do not.',
      listOf(z.string())
    ),
    applied: z.boolean(),
    reason: textOrNull('Why it does not count; null: it does.')
  })
)

const listed = {
  schemaVersion: z.literal('1'),
  images: listOf(image),
  invalidImages: listOf(invalidImage),
  coverage: described('What was named and not read.', listOf(gap))
}

/** `check --format json`. */
export const reportSchema = named(
  'Report',
  'What `check --format json` prints.',
  z.object({
    ...listed,
    tool: z.object({ name: text, version: text }),
    error: described(
      'Why the run ended before anything was judged; null: it came to its end.',
      z.nullable(
        z.object({
          exitCode: described('As of the command line: 2, 3 or 4.', z.int()),
          message: textAs('Cause, object and cure.')
        })
      )
    ),
    facts: z.object({
      source: z.enum(['azure', 'file', 'example']),
      collectedAt: described(
        'When Azure was asked, or the facts file was collected; null: the run ended before.',
        z.nullable(z.iso.datetime())
      )
    }),
    summary,
    verdicts: listOf(verdict),
    findings: listOf(finding),
    clusters: listOf(clusterRead),
    since: described(
      'What the findings were held against; null: nothing (new-since is off).',
      z.nullable(
        z.object({
          commit: textOrNull('Id of the base; null: none is known.'),
          reason: textOrNull('Why nothing could be held against it, so that all count; null: it was.')
        })
      )
    ),
    suppressions: described(
      'What somebody wrote so that findings do not count, and that silences something; what the pull request adds comes first.',
      listOf(suppressionUse)
    ),
    settings: listOf(settingsUse),
    checks: described('By the id of the check.', z.record(z.string(), check)),
    notProven: described('What only a node can prove.', listOf(z.string())),
    notAsked: described(
      'What could have been read about the pulls and was not, by name.',
      listOf(z.string())
    )
  })
)

const absent = z.optional(z.never())

/** `images --format json`; it must have no judgement, or a broken report could pass as a list with further keys. */
export const imageListSchema = named(
  'ImageList',
  'What `images --format json` prints: no cluster was asked about, so nothing is judged.',
  z.object({ ...listed, summary: absent, verdicts: absent, findings: absent })
)

type ReportFile = z.infer<typeof reportSchema>
type ImageListFile = z.infer<typeof imageListSchema>

/** Holds schemas and types together: compilation fails as soon as one can say what the other cannot. */
export const schemaIsReport: {
  readonly readReport: (file: ReportFile) => Report
  readonly writeReport: (report: Report) => ReportFile
  readonly readList: (file: ImageListFile) => ImageList
  readonly writeList: (list: ImageList) => ImageListFile
} = {
  readReport: file => file,
  writeReport: report => report,
  readList: file => file,
  writeList: list => list
}

/** The JSON Schema of both, published at `reportSchemaUrl`. */
export const reportJsonSchema = (): Record<string, unknown> =>
  publishedSchema(
    {
      $id: reportSchemaUrl,
      title: 'JSON report of acr-pull-check, version 1',
      description:
        'What `acr-pull-check check --format json` and `images --format json` print. Keys may be added within version 1, never changed or removed.'
    },
    z.union([reportSchema, imageListSchema])
  )
