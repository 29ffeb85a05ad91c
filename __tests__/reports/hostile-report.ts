import fc from 'fast-check'
import type { SettingsUse } from '../../src/settings/settings-use.ts'
import { anyCharacter } from '../base/any-character.ts'
import type { Finding, FixCode } from '../../src/checks/check.ts'
import type { Location } from '../../src/yaml/location.ts'
import type {
  Gap,
  Report,
  ReportSuppression,
  ReportCheck,
  ImageLookup,
  ReportImage,
  ReportUse,
  ReportVerdict
} from '../../src/reports/report.ts'

const character = (code: number): string => String.fromCodePoint(code)

/** What text of a manifest would look like that wants to be more than text. */
const attacks: readonly string[] = [
  ...['::error::owned', '\n::set-output name=a::b', '\r\n  ::stop-commands::x', '::add-mask::e'],
  ...['##[error]owned', '\n##[set-env name=A;]b', '###[group]', '%0A::error::x', '%25', '%AZP25'],
  ...[
    '##vso[task.setvariable variable=a]b',
    '##VSO[task.complete result=Succeeded;]',
    ';',
    ']',
    ','
  ],
  ...[`${character(27)}[31m`, `${character(27)}]8;;https://evil.example${character(7)}`],
  ...[`${character(27)}]0;title`, character(0), character(7), character(8), character(0x7f)],
  ...[character(0x85), character(0x9b), character(0x2028), character(0x202e), character(0x2066)],
  ...[
    character(0xfeff),
    character(0x200b),
    character(0xe0041),
    character(0xfffe),
    '\uD800',
    '\uDC00x'
  ],
  ...[
    '<script>alert(1)</script>',
    '<!--',
    '-->',
    ']]>',
    '</details>',
    '<img src=x onerror=a>',
    '&lt;b>'
  ],
  ...['"', "'", '\\', '\\|', '|', '`', '``', '```', '\n```\n', '\n~~~\n', '~~a~~', '**b**', '_c_'],
  ...[
    '[x](https://evil.example)',
    '![x](y)',
    '](',
    '[^1]',
    '$a$',
    '$$',
    '@octocat',
    '#1',
    '\n# big',
    '\n---\n'
  ],
  ...[
    'https://evil.example',
    'www.evil.example',
    '- item',
    '\n1. one',
    '\n> quote',
    '    code',
    '\t',
    ' ',
    ''
  ],
  ...[
    '{{ .Values.image }}',
    '${IMAGE}',
    '#{TAG}#',
    '../../etc/passwd',
    'a/b',
    'C:\\x',
    '語',
    '😀',
    'e\u0301'
  ]
]

export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...attacks), fc.string({ unit: anyCharacter, maxLength: 6 })), {
    maxLength: 5
  })
  .map(parts => parts.join(''))

const few = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { maxLength: 3 })
const orNull = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(item, { nil: null })

const position = fc.integer({ min: 1, max: 99 })

const location: fc.Arbitrary<Location> = fc.record({
  file: hostileText,
  line: position,
  column: position,
  endLine: position,
  endColumn: position
})

const use: fc.Arbitrary<ReportUse> = fc
  .tuple(
    location,
    fc.record({
      class: fc.constantFrom('pod', 'container', 'field', 'mention'),
      workload: fc.record({
        apiVersion: hostileText,
        kind: hostileText,
        namespace: orNull(hostileText),
        name: hostileText
      }),
      container: orNull(
        fc.record({
          name: hostileText,
          type: fc.constantFrom('container', 'init', 'ephemeral', 'volume')
        })
      ),
      origin: orNull(fc.record({ chart: hostileText, confidence: hostileText }))
    })
  )
  .map(([place, rest]) => ({ ...place, ...rest }))

const lookup: fc.Arbitrary<ImageLookup> = fc.record({
  state: fc.constantFrom('present', 'absent', 'unknown'),
  reason: orNull(hostileText),
  digest: orNull(hostileText),
  kind: orNull(fc.constantFrom('index', 'manifest', 'artifact')),
  platforms: few(orNull(hostileText)),
  size: orNull(fc.nat()),
  artifactType: orNull(hostileText),
  createdAt: orNull(hostileText),
  lastUpdatedAt: orNull(hostileText),
  nearestTags: few(hostileText),
  expected: fc.boolean(),
  askedAt: hostileText
})

const image = (reference: fc.Arbitrary<string>): fc.Arbitrary<ReportImage> =>
  fc.record({
    reference,
    registryKind: fc.constantFrom('acr', 'other'),
    registry: hostileText,
    repository: hostileText,
    tag: orNull(hostileText),
    digest: orNull(hostileText),
    lookup: orNull(lookup),
    uses: few(use)
  })

const verdict = (
  cluster: fc.Arbitrary<string>,
  reference: fc.Arbitrary<string>,
  check: fc.Arbitrary<string>
): fc.Arbitrary<ReportVerdict> =>
  fc.record({
    cluster,
    image: reference,
    registry: hostileText,
    repository: hostileText,
    result: fc.constantFrom('pull', 'no-pull', 'unknown'),
    puller: fc.record({
      kind: fc.constantFrom('kubelet-identity', 'service-principal', 'pull-secret', 'none'),
      objectId: orNull(hostileText),
      name: orNull(hostileText)
    }),
    because: few(hostileText),
    checks: few(check)
  })

const code: fc.Arbitrary<FixCode> = fc.record({
  language: fc.constantFrom('bicep', 'terraform', 'yaml'),
  text: hostileText
})

const finding = (
  cluster: fc.Arbitrary<string>,
  reference: fc.Arbitrary<string>,
  check: fc.Arbitrary<string>
): fc.Arbitrary<Finding> =>
  fc.record({
    check,
    severity: fc.constantFrom('error', 'warning', 'note', 'unknown'),
    message: hostileText,
    cluster: orNull(cluster),
    registry: orNull(hostileText),
    image: orNull(reference),
    nodePools: few(hostileText),
    remediation: few(
      fc.record({ description: hostileText, command: orNull(hostileText), code: orNull(code) })
    ),
    locations: few(location),
    fingerprint: hostileText,
    fingerprints: few(hostileText),
    new: fc.constantFrom(true, false, null),
    suppressed: orNull(
      fc.record({
        by: fc.constantFrom('comment', 'annotation', 'config', 'baseline'),
        reason: hostileText,
        place: orNull(fc.record({ file: hostileText, line: fc.integer({ min: 1, max: 99 }) }))
      })
    )
  })

const gap: fc.Arbitrary<Gap> = fc.record({
  kind: fc.constantFrom('too-large', 'link', 'not-rendered'),
  file: hostileText,
  line: fc.integer({ min: 1, max: 99 }),
  reason: hostileText
})

const documentation: fc.Arbitrary<ReportCheck> = fc.record({
  title: hostileText,
  rationale: hostileText,
  url: fc.oneof(fc.constant('https://docs.example/checks.md#a'), hostileText),
  references: few(fc.record({ title: hostileText, url: hostileText }))
})

const settingsUse: fc.Arbitrary<SettingsUse> = fc.record({
  file: hostileText,
  from: fc.constantFrom('base', 'head', 'workflow', 'working-tree'),
  commit: orNull(hostileText),
  keys: few(hostileText),
  applied: fc.boolean(),
  reason: orNull(hostileText)
})

const count = fc.integer({ min: 0, max: 9 })
const counts = fc.record({ error: count, warning: count, note: count, unknown: count })

const suppression = {
  by: fc.constantFrom('comment', 'annotation', 'config', 'baseline'),
  reason: hostileText,
  place: orNull(fc.record({ file: hostileText, line: fc.integer({ min: 1, max: 99 }) }))
}

const suppressionUse: fc.Arbitrary<ReportSuppression> = fc.record({
  ...suppression,
  checks: few(hostileText),
  findings: count,
  added: fc.constantFrom(true, false, null),
  applied: fc.boolean()
})

/** Reports in which every text is hostile, and clusters and images belong together. */
export const hostileReport: fc.Arbitrary<Report> = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom('', '/subscriptions/s/resourceGroups/g/x/'), hostileText), {
      minLength: 1,
      maxLength: 9
    }),
    fc.array(hostileText, { minLength: 1, maxLength: 4 }),
    fc.array(hostileText, { minLength: 1, maxLength: 3 })
  )
  .chain(([ids, references, checks]) => {
    const clusters = ids.map(([prefix, name]) => prefix + name)
    const cluster = fc.constantFrom(...clusters)
    const reference = fc.constantFrom(...references)
    const check = fc.constantFrom(...checks)
    return fc.record({
      schemaVersion: fc.constant('1' as const),
      tool: fc.record({ name: fc.constant('acr-pull-check'), version: fc.constant('0.1.0') }),
      error: orNull(fc.record({ exitCode: fc.constantFrom(2, 3, 4), message: hostileText })),
      facts: fc.record({ source: fc.constantFrom('azure', 'file'), collectedAt: hostileText }),
      summary: fc.record({
        conclusion: fc.constantFrom('pass', 'fail', 'inconclusive'),
        notFailed: orNull(
          fc.record({
            failOn: fc.constantFrom('error' as const, 'never' as const),
            worst: orNull(fc.constant('warning' as const))
          })
        ),
        files: count,
        images: count,
        unjudged: count,
        registries: count,
        clusters: count,
        verdicts: fc.record({ pull: count, 'no-pull': count, unknown: count }),
        findings: counts,
        new: orNull(counts),
        old: count,
        suppressed: count
      }),
      clusters: fc.array(fc.record({ id: cluster, reason: orNull(hostileText) }), { maxLength: 9 }),
      images: few(image(reference)),
      invalidImages: few(fc.record({ text: hostileText, reason: hostileText, uses: few(use) })),
      coverage: few(gap),
      verdicts: fc.array(verdict(cluster, reference, check), { maxLength: 12 }),
      findings: fc.array(finding(cluster, reference, check), { maxLength: 8 }),
      checks: fc.dictionary(check, documentation, { noNullPrototype: true }),
      since: orNull(fc.record({ commit: orNull(hostileText), reason: orNull(hostileText) })),
      suppressions: few(suppressionUse),
      settings: few(settingsUse),
      notProven: few(hostileText),
      notAsked: few(hostileText)
    })
  })
