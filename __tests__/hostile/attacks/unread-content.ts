import { chart } from '../charts.ts'
import type { Entry, Files, HostileCase } from '../hostile-case.ts'
import { goodImage, pod } from '../manifests.ts'

const bytes = (text: string, encoding: BufferEncoding): Uint8Array => Buffer.from(text, encoding)

const eleven = 11 * 1024 * 1024

const large = (): string => pod(goodImage, 'large') + `# ${'x'.repeat(78)}\n`.repeat(eleven / 81)

const utf16WithoutMark = (text: string): Uint8Array => Buffer.from(text, 'utf16le')

const utf32 = (text: string): Uint8Array =>
  Buffer.concat(
    Array.from(`\ufeff${text}`, character => {
      const code = Buffer.alloc(4)
      code.writeUInt32LE(character.codePointAt(0) ?? 0)
      return code
    })
  )

/** Ten to the twelfth pods, in a kilobyte. */
const aliasBomb = (image: string): string =>
  [
    `a0: &a0 {image: ${image}}`,
    ...Array.from(
      { length: 12 },
      (_, index) => `a${index + 1}: &a${index + 1} [${Array(10).fill(`*a${index}`).join(', ')}]`
    ),
    ''
  ].join('\n')

const mergeBomb = (image: string): string =>
  [
    `a0: &a0 {image: ${image}}`,
    ...Array.from(
      { length: 60 },
      (_, index) =>
        `a${index + 1}: &a${index + 1} {<<: [*a${index}, *a${index}], b: [*a${index}, *a${index}]}`
    ),
    ''
  ].join('\n')

const nested = (depth: number): string =>
  `${'{"a":'.repeat(depth)}{"image":"${goodImage}"}${'}'.repeat(depth)}`

/** What kubectl would take for its own; the broken YAML of other programs is no concern of a deployment. */
const object = 'kind: Pod\napiVersion: v1\n'

/** What nobody can read in a file beside a good one; what it would have brought is not known. */
const unreadable: readonly (readonly [title: string, entry: () => Entry, extension?: string])[] = [
  ['of eleven megabytes', large],
  ['nested 101 deep', () => nested(101), 'json'],
  ['nested a hundred thousand deep', () => nested(100_000), 'json'],
  ['in Latin-1', () => bytes(pod(`contoso.azurecr.io/caf\u00e9:1`, 'caf\u00e9'), 'latin1')],
  ['with a NUL', () => `${pod(goodImage, 'nul')}#\0\n`],
  ['in UTF-16 without a mark', () => utf16WithoutMark(pod(goodImage, 'utf16'))],
  ['in UTF-32', () => utf32(pod(goodImage, 'utf32'))],
  [
    'in UTF-8 that is cut off',
    () => Buffer.concat([Buffer.from(pod(goodImage)), Buffer.from([0xe2, 0x82])])
  ],
  ['that is a bomb of aliases', () => object + aliasBomb(goodImage)],
  ['that is a bomb of merges', () => object + mergeBomb(goodImage)],
  ['that is no YAML', () => `${object}a: "\n  - b\n: [\n`],
  ['that ends in the middle', () => `${object}metadata: "cut\n`],
  ['with a tab for a blank', () => `${object}\tspec: {}\n`],
  ['with an alias of nothing', () => `${object}spec: *nothing\nimage: x\n`],
  ['with more nodes than are read', () => `image: [${'1,'.repeat(1_100_000)}1]\n`],
  ['that is gzip', () => Buffer.from('H4sIAAAAAAAAA8tIzcnJVyjPL8pJUQQAlRmFGwwAAAA=', 'base64')]
]

/** kubectl would refuse such an object, which is an error by itself. */
const isRefused = (entry: Entry): boolean => typeof entry === 'string' && entry.startsWith(object)

const beside: readonly HostileCase[] = unreadable.map(
  ([title, entry, extension = 'yaml']): HostileCase => ({
    title: `a manifest ${title}, beside a good one`,
    attack: () => {
      const unread = [`deploy/x.${extension}`]
      const content = entry()
      return {
        files: { [`deploy/x.${extension}`]: content },
        expect: isRefused(content)
          ? { code: 1, conclusion: 'fail', unread }
          : { code: 0, conclusion: 'inconclusive', unread }
      }
    }
  })
)

const unknownFails: readonly HostileCase[] = unreadable
  .slice(0, 3)
  .map(([title, entry, extension = 'yaml']): HostileCase => ({
    title: `a manifest ${title}, where unknown fails`,
    door: 'action',
    attack: () => ({
      files: { [`deploy/x.${extension}`]: entry() },
      inputs: { 'fail-on': 'unknown' },
      expect: { code: 1, conclusion: 'fail', unread: [`deploy/x.${extension}`] }
    })
  }))

const refusedWhole: readonly HostileCase[] = [
  ...unreadable.slice(0, 2).map(([title, entry, extension = 'yaml']): HostileCase => ({
    title: `nothing but a manifest ${title}`,
    attack: () => ({
      files: { [`x.${extension}`]: entry() },
      paths: [`x.${extension}`],
      expect: { code: 4 }
    })
  })),
  {
    title: 'nothing but a manifest of eleven megabytes, in a workflow',
    door: 'action',
    attack: () => ({
      files: { 'x.yaml': large() },
      paths: ['x.yaml'],
      expect: { code: 4 }
    })
  },
  {
    title: 'standard input of eleven megabytes',
    attack: () => ({ files: {}, paths: ['-'], standardInput: large(), expect: { code: 4 } })
  },
  {
    title: 'standard input of bytes that are no text',
    attack: () => ({
      files: {},
      paths: ['-'],
      standardInput: Buffer.concat([Buffer.from(pod(goodImage)), Buffer.from([0, 0xff])]),
      expect: { code: 4 }
    })
  },
  {
    title: 'standard input without an end beside a folder',
    attack: () => ({
      files: {},
      paths: ['deploy', '-'],
      standardInput: large(),
      expect: { code: 0, conclusion: 'inconclusive', unread: ['-'] }
    })
  }
]

const words: readonly HostileCase[] = [
  {
    title: 'a YAML error that quotes the text it stumbled over',
    door: 'action',
    attack: ({ fresh }) => ({
      files: {
        'deploy/broken.yaml': `${object}a: ${JSON.stringify(fresh.all())}\n\tb: ${fresh.line()}\n`
      },
      expect: { code: 1, conclusion: 'fail' }
    })
  },
  {
    title: 'a manifest in UTF-7 is read as the text that it is',
    attack: () => ({
      files: { 'deploy/x.yaml': '+AGEAcABpAFYAZQByAHMAaQBvAG4-: v1\n+AGsAaQBuAGQ-: Pod\n' },
      expect: { code: 0 }
    })
  },
  {
    title: 'a tag that makes an object is read as the text that it stands before',
    attack: () => ({
      files: { 'deploy/x.yaml': `image: !!js/function 'function () { return 1 }'\n` },
      expect: { code: 0 }
    })
  },
  {
    title: 'a template that was not rendered, beside a good manifest',
    attack: () => ({
      files: { 'deploy/x.yaml': pod('{{ .Values.image }}', 'template') },
      expect: { code: 0, conclusion: 'inconclusive' }
    })
  },
  {
    title: 'a placeholder in the place of the registry, beside a good manifest',
    attack: () => ({
      files: { 'deploy/x.yaml': pod('${REGISTRY}/shop/web:1', 'placeholder') },
      expect: { code: 0, conclusion: 'inconclusive' }
    })
  },
  {
    title: 'a key twice of which the second hides the first',
    attack: () => ({
      files: {
        'deploy/x.yaml': `apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec:\n  containers:\n  - {name: a, image: '${goodImage}', image: 'contosoteam.azurecr.io/x:1'}\n`
      },
      expect: { code: [0, 1] }
    })
  },
  {
    title: 'a folder whose name ends as a manifest does, and a link to nothing',
    attack: () => ({
      files: { 'deploy/x.yaml/readme.txt': 'x', 'deploy/y.yaml': { link: 'nowhere.yaml' } },
      expect: { code: 0, conclusion: 'inconclusive', unread: ['deploy/y.yaml'] }
    })
  }
]

const application = (values: string): string =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: shop}\nspec:\n  source:\n    repoURL: https://charts.example\n    chart: web\n    helm:\n      values: ${values}\n`

const oddFiles: readonly HostileCase[] = (
  [
    ['values of Argo CD that are no YAML', application('|\n        image: [\n        a: b')],
    ['values of Argo CD in quotes', application(`"image: ${goodImage}\\n"`)],
    ['a pipe that nobody writes to', { fifo: true }],
    ['a link to a device', { link: '/dev/zero' }],
    ['a link to a terminal', { link: '/dev/tty' }],
    ['a link to the standard input', { link: '/proc/self/fd/0' }]
  ] satisfies readonly (readonly [string, Entry])[]
).map(([title, entry]): HostileCase => ({
  title: `${title}, beside a good manifest`,
  attack: () => ({
    files: { 'deploy/x.yaml': entry },
    expect: { code: 0, conclusion: 'inconclusive', unread: ['deploy/x.yaml'] }
  })
}))

const chartFiles: readonly (readonly [title: string, files: () => Files])[] = [
  [
    'values of eleven megabytes',
    () => ({ 'deploy/chart/values.yaml': `image: ${goodImage}\n${large()}` })
  ],
  [
    'values in Latin-1',
    () => ({ 'deploy/chart/values.yaml': bytes('image: caf\u00e9\n', 'latin1') })
  ],
  ['a template of eleven megabytes', () => ({ 'deploy/chart/templates/more.yaml': large() })],
  ['a Chart.yaml that is no YAML', () => ({ 'deploy/chart/Chart.yaml': 'name: [\n' })],
  [
    'a Chart.yaml of eleven megabytes',
    () => ({ 'deploy/chart/Chart.yaml': `apiVersion: v2\nname: x\nversion: 1.0.0\n${large()}` })
  ],
  ['a template that fails', () => ({ 'deploy/chart/templates/more.yaml': '{{ fail "no" }}' })],
  ['output that is no YAML', () => ({ 'deploy/chart/templates/more.yaml': 'a: [\n' })]
]

const charts: readonly HostileCase[] = chartFiles.map(([title, files]): HostileCase => ({
  title: `a chart with ${title}, beside a good manifest`,
  needs: 'helm',
  attack: () => ({
    files: chart(files()),
    expect: { code: 0, conclusion: 'inconclusive', unread: ['deploy/chart'] }
  })
}))

/** What is not read is open: never a pass. */
export const unreadAttacks: readonly HostileCase[] = [
  ...beside,
  ...unknownFails,
  ...refusedWhole,
  ...words,
  ...oddFiles,
  ...charts
]
