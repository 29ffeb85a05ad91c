import { describe, expect, test } from '@jest/globals'
import { nodeAt, plainValue, scalarAt, walkScalars } from '../../src/yaml/nodes.ts'
import { parseDocuments } from '../../src/kubernetes/objects.ts'

const parse = (text: string) => parseDocuments({ file: 'app.yaml', text })

const values = (text: string) => parse(text).documents.map(({ root }) => plainValue(root))

const problems = (text: string) =>
  parse(text).problems.map(
    ({ check, severity, location }) => `${location.line}:${location.column} ${severity} ${check}`
  )

const pod = (image: string) =>
  `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: ${image}\n`

describe('a file is split as kubectl splits it', () => {
  test.each<[name: string, text: string, expected: unknown[]]>([
    ['one document', 'a: 1', [{ a: '1' }]],
    ['an empty file', '', []],
    ['comments only', '# nothing\n---\n# here\n', []],
    ['a byte order mark and CRLF', '\uFEFFa: 1\r\n---\r\nb: 2\r\n', [{ a: '1' }, { b: '2' }]],
    ['a separator first and empty documents', '# c\n---\n---\na: 1\n', [{ a: '1' }]],
    [
      'a comment behind a separator',
      'a: 1\n--- # Source: chart/x.yaml\nb: 2\n',
      [{ a: '1' }, { b: '2' }]
    ],
    ['the end mark', 'a: 1\n...\n---\nb: 2\n', [{ a: '1' }, { b: '2' }]],
    ['an indented separator in a quoted text', 'a: "x\n  --- y"\n', [{ a: 'x --- y' }]],
    ['an indented separator in a block text', 'a: |\n  x\n  ---\n  y\n', [{ a: 'x\n---\ny\n' }]],
    ['one JSON object', '{"a": [1, "}"]}', [{ a: ['1', '}'] }]],
    ['JSON objects in a row', '{"a": 1}\n{"b": "\\"{"}\n', [{ a: '1' }, { b: '"{' }]],
    ['JSON objects without a break', '{"a":1}{"b":2}', [{ a: '1' }, { b: '2' }]],
    ['JSON indented by tabs', '{\n\t"a": {\n\t\t"b": 1\n\t}\n}', [{ a: { b: '1' } }]],
    ['JSON between separators', '{"a": 1}\n---\n{"b": 2}', [{ a: '1' }, { b: '2' }]],
    ['flow YAML', '{a: 1, b: [x, y]}', [{ a: '1', b: ['x', 'y'] }]]
  ])('%s', (_name, text, expected) => {
    expect(values(text)).toEqual(expected)
    expect(problems(text)).toEqual([])
  })
})

describe('what kubectl refuses is reported where it stands, and hides no neighbour', () => {
  test.each<[name: string, broken: string, expected: string]>([
    ['a broken object', `${pod('a')}  bad\n indent: x\n`, '7:8 error manifest-invalid'],
    ['broken YAML of another kind', 'a: [1\n', '1:5 warning manifest-invalid'],
    [
      'a tab in the indentation',
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  -\tname: c\n',
      '5:4 error manifest-invalid'
    ],
    [
      'a mapping as a key',
      'a: {{ .Values.x }}\n'.replaceAll('{{', '{ {').replaceAll('}}', '} }'),
      '1:6 warning manifest-invalid'
    ],
    ['an unknown alias', 'a: *missing\n', '1:4 warning manifest-invalid'],
    ['an anchor inside of itself', 'a: &x [*x]\n', '1:8 warning manifest-invalid'],
    ['a NUL character', 'a: b\0\n', '1:5 warning manifest-invalid'],
    ['a directive', '%YAML 1.2\n', '1:1 warning manifest-invalid'],
    ['an unrendered template', 'a:\n  image: {{ .Values.x }}\n', '2:11 note manifest-unreadable']
  ])('%s', (_name, broken, expected) => {
    const text = `${broken}---\n${pod('good')}`
    expect(problems(text)).toHaveLength(1)
    expect(problems(broken)).toEqual([expected])
    expect(values(text)).toContainEqual({
      apiVersion: 'v1',
      kind: 'Pod',
      spec: { containers: [{ image: 'good' }] }
    })
  })

  test.each([
    ['an inline document', 'a: 1\n--- {inline: 1}\nb: 2\n'],
    ['a word', 'a: 1\n---foo\nb: 2\n']
  ])('a separator line with %s', (_name, text) => {
    expect(problems(text)).toEqual(['2:1 warning manifest-invalid'])
    expect(values(text)).toEqual([{ a: '1' }, { b: '2' }])
    expect(problems(`${text}---\n${pod('a')}`)).toEqual(['2:1 error manifest-invalid'])
  })

  test('several templates of a file get one note', () => {
    expect(problems('{{ if x }}\na: b\n---\nc: {{ y }}\n')).toEqual([
      '2:1 note manifest-unreadable'
    ])
  })

  test('the message says what is wrong and how to see it', () => {
    const [problem] = parse('a: *missing\n').problems
    expect(problem?.message).toBe(
      "kubectl would refuse this document: unknown anchor 'missing' referenced"
    )
    expect(problem?.command).toBe('kubectl create --dry-run=client -f app.yaml')
  })

  test('the command is safe to paste, whatever the file is called', () => {
    const source = { file: 'a $(reboot).yaml', text: 'a: *missing\n' }
    expect(parseDocuments(source).problems[0]?.command).toBe(
      "kubectl create --dry-run=client -f 'a $(reboot).yaml'"
    )
  })
})

describe('mappings mean what kubectl takes them for', () => {
  test.each<[name: string, text: string, expected: unknown]>([
    ['the last of equal keys counts', 'image: a\nimage: b\n', { image: 'b' }],
    [
      'also in a mapping of many keys',
      `image: a\n${'abcdefghij'
        .split('')
        .map(key => `${key}: 1\n`)
        .join('')}image: b\n`,
      expect.objectContaining({ image: 'b' })
    ],
    [
      'a merge key adds what is missing',
      'x: &c {p: 1, q: 2}\ny:\n  <<: *c\n  q: 3\n',
      { x: { p: '1', q: '2' }, y: { p: '1', q: '3' } }
    ],
    [
      'own keys win behind a merge key',
      'x: &c {q: 2}\ny: {<<: *c, q: 3}\n',
      { x: { q: '2' }, y: { q: '3' } }
    ],
    [
      'a merge key wins over what stands before it',
      'x: &c {q: 2}\ny: {q: 3, <<: *c}\n',
      { x: { q: '2' }, y: { q: '2' } }
    ],
    ['of two merge keys the second wins', 'y: {<<: {q: 1}, <<: {q: 2}}\n', { y: { q: '2' } }],
    [
      'of merged mappings the first wins',
      'y:\n  <<: [{p: 1}, {p: 2, q: 2}]\n',
      { y: { p: '1', q: '2' } }
    ],
    [
      'merged mappings may merge others',
      'a: &a {p: 1}\nb: &b {<<: *a, q: 2}\nc: {<<: *b}\n',
      expect.objectContaining({ c: { p: '1', q: '2' } })
    ],
    ['a quoted merge key is a key', 'x: {"<<": {p: 1}}\n', { x: { '<<': { p: '1' } } }],
    [
      'an alias stands for its anchor',
      'a: &x [1, {b: 2}]\nc: *x\n',
      { a: ['1', { b: '2' }], c: ['1', { b: '2' }] }
    ],
    [
      'an anchor may be set again',
      'a: &x 1\nb: *x\nc: &x 2\nd: *x\n',
      { a: '1', b: '1', c: '2', d: '2' }
    ],
    ['an alias may be a key', 'a: &x k\n*x : v\n', { a: 'k', k: 'v' }],
    [
      'null has four forms',
      'a: ~\nb: null\nc:\nd: NULL\ne: "null"\n',
      { a: null, b: null, c: null, d: null, e: 'null' }
    ],
    ['a tag makes text', 'a: !!str 1.10\n', { a: '1.10' }]
  ])('%s', (_name, text, expected) => {
    expect(values(text)).toEqual([expected])
    expect(problems(text)).toEqual([])
  })

  test('an anchor of one document is unknown in the next', () => {
    expect(problems('a: &x 1\n---\nb: *x\n')).toEqual(['3:4 warning manifest-invalid'])
  })
})

describe('inside of brackets and quotes indentation does not matter, as for kubectl', () => {
  test.each<[name: string, text: string, expected: unknown]>([
    [
      'a bracket closed below its key',
      'spec:\n  args: [\n    a\n  ]\n  b: c\n',
      { spec: { args: ['a'], b: 'c' } }
    ],
    ['a brace closed at the margin', 'spec:\n  a: {\n    b: c\n}\n', { spec: { a: { b: 'c' } } }],
    ['items at the margin', 'a: [\nb,\nc\n]\n', { a: ['b', 'c'] }],
    ['Windows line ends', 'a: [\r\n"b"\r\n]\r\n', { a: ['b'] }],
    ['tabs', 'a: [\t"b",\n\t"c"\n\t]\n', { a: ['b', 'c'] }],
    [
      'comments in between',
      `a: [ # one "x"\n"b#c", # it's\n  # three\n'd # e'\n]\n`,
      { a: ['b#c', 'd # e'] }
    ],
    ['a quoted text', 'a: "b\nc"\nd: e\n', { a: 'b c', d: 'e' }],
    [
      'a quoted text with an empty line',
      "spec:\n  - a: 'b\n\n  c'\n",
      { spec: [{ a: expect.stringMatching(/^b\s+c$/) }] }
    ]
  ])('%s', (_name, text, expected) => {
    expect(values(text)).toEqual([expected])
    expect(problems(text)).toEqual([])
  })

  test('and positions stay those of the file', () => {
    const { documents, locate } = parse('a: [ # x\nb,\nimage\n]\n')
    const image = scalarAt(documents[0]?.root ?? null, ['a', 1])
    expect(image === null ? null : locate(image.start, image.end)).toMatchObject({
      line: 3,
      column: 1,
      endLine: 3,
      endColumn: 6
    })
  })

  test('but a bracket that is never closed is reported', () => {
    expect(problems('a: [1\nb: 2\n')).toEqual(['2:4 warning manifest-invalid'])
  })
})

describe('positions are those of the text itself', () => {
  const text =
    '\uFEFFa: 1\r\n---\r\nimage:   "x:1"  # c\r\nlist: [é, ääb]\r\nblock: |\r\n  one\r\n  two\r\n'
  const parsed = parse(text)
  const root = parsed.documents[1]?.root ?? null
  const place = (path: readonly (string | number)[]) => {
    const scalar = scalarAt(root, path)
    if (scalar === null) return null
    const { line, column, endLine, endColumn } = parsed.locate(scalar.start, scalar.end)
    return [line, column, endLine, endColumn]
  }

  test.each([
    ['a quoted scalar without its quotes', ['image'], [3, 11, 3, 14]],
    ['a scalar behind letters beyond ASCII', ['list', 1], [4, 11, 4, 14]],
    ['nothing where no scalar is', ['list', 2], null]
  ])('%s', (_name, path, expected) => {
    expect(place(path)).toEqual(expected)
  })

  test('a byte order mark takes no column', () => {
    const first = scalarAt(parsed.documents[0]?.root ?? null, ['a'])
    expect(first === null ? null : parsed.locate(first.start, first.end)).toEqual({
      file: 'app.yaml',
      line: 1,
      column: 4,
      endLine: 1,
      endColumn: 5
    })
  })

  test('a block text begins on the line below its indicator', () => {
    expect(place(['block'])?.slice(0, 1)).toEqual([6])
  })

  test('a document reaches from one separator to the next, comments included', () => {
    const { documents } = parse('a: 1\n---\n# Source: x\nb: 2\n---\nc: 3')
    expect(documents.map(({ start, end }) => [start, end])).toEqual([
      [0, 5],
      [9, 26],
      [30, 34]
    ])
  })
})

describe('paths lead through merges, aliases and lists', () => {
  const { documents } = parse(
    'base: &b {image: x, args: [p, q]}\nitems:\n- <<: *b\n  name: n\n- *b\n'
  )
  const root = documents[0]?.root ?? null

  test.each([
    [['items', 0, 'image'], 'x'],
    [['items', 1, 'args', 1], 'q'],
    [['items', 0, 'name'], 'n'],
    [['items', 2], undefined],
    [['items', 'name'], undefined],
    [['base', 0], undefined]
  ])('%j', (path, expected) => {
    expect(scalarAt(root, path)?.text).toBe(expected)
  })

  test('a path may end at a mapping', () => {
    expect(nodeAt(root, ['base'])?.kind).toBe('mapping')
  })

  test('all scalars can be walked with their paths', () => {
    expect(
      Array.from(walkScalars(root), ({ path, scalar }) => `${path.join('.')}=${scalar.text}`)
    ).toEqual([
      'base.image=x',
      'base.args.0=p',
      'base.args.1=q',
      'items.0.image=x',
      'items.0.args.0=p',
      'items.0.args.1=q',
      'items.0.name=n',
      'items.1.image=x',
      'items.1.args.0=p',
      'items.1.args.1=q'
    ])
  })

  test('a key that objects inherit is only a key', () => {
    const value = plainValue(parse('__proto__: {a: 1}').documents[0]?.root ?? null)
    expect(Object.getOwnPropertyNames(value)).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  })
})
