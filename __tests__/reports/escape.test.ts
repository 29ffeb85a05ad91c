import { describe, expect, test } from '@jest/globals'
import {
  clipped,
  commandData,
  commandProperty,
  inertLines,
  linkTarget,
  markdownBlock,
  markdownCode,
  markdownStart,
  markdownText,
  markupText,
  oneLine,
  pathInUrl,
  pipelineProperty,
  visibleLines
} from '../../src/reports/escape.ts'
import { jsonText } from '../../src/reports/json-pieces.ts'

const escapeCharacter = String.fromCodePoint(0x1b)
const bell = String.fromCodePoint(0x07)

type Case = readonly [name: string, input: string, expected: string]

const tables: readonly (readonly [string, (text: string) => string, readonly Case[]])[] = [
  [
    'oneLine',
    oneLine,
    [
      [
        'keeps names, accents and emoji',
        'contoso.azurecr.io/å/語 😀',
        'contoso.azurecr.io/å/語 😀'
      ],
      ['joins lines', 'a\r\nb\n\n\tc', 'a b c'],
      ['drops colour sequences', `${escapeCharacter}[1;31mred${escapeCharacter}[0m`, 'red'],
      [
        'drops hyperlink sequences and keeps their text',
        `${escapeCharacter}]8;;https://evil.example${bell}text${escapeCharacter}]8;;${bell}`,
        'text'
      ],
      ['keeps what an incomplete sequence would swallow', `${escapeCharacter}]0;rest`, ']0;rest'],
      ['drops C1 controls', `a${String.fromCodePoint(0x9b)}31mb`, 'a31mb'],
      ['drops bidi controls', `a${String.fromCodePoint(0x202e)}b`, 'ab'],
      ['drops lone surrogates', 'a\uD800b', 'ab']
    ]
  ],
  [
    'inertLines',
    inertLines,
    [
      ['breaks up a command at the start', '::error::x', ': :error::x'],
      ['breaks up a command after white space', 'a\n \u00a0::error::x', 'a\n \u00a0: :error::x'],
      ['leaves colons within a line', 'a::b', 'a::b'],
      ['breaks up the old form anywhere', 'a ###[error]x', 'a ## #[error]x'],
      ['breaks up logging commands in any case', 'a ##VSO[task.x]', 'a # #VSO[task.x]'],
      ['leaves headings', '## title', '## title']
    ]
  ],
  [
    'commandData',
    commandData,
    [['escapes per cent, CR and LF, per cent first', '%0A\r\n:,', '%250A%0D%0A:,']]
  ],
  [
    'commandProperty',
    commandProperty,
    [['escapes colon and comma as well', 'a:b,c%\n', 'a%3Ab%2Cc%25%0A']]
  ],
  [
    'pipelineProperty',
    pipelineProperty,
    [['escapes brackets and semicolons', 'a];b%\n', 'a%5D%3Bb%AZP25%0A']]
  ],
  [
    'markupText',
    markupText,
    [
      ['escapes the five signs', `<a href="x">'&`, '&lt;a href=&quot;x&quot;&gt;&#39;&amp;'],
      ['hides commands behind entities', '::error ###[x]', '&#58;:error &#35;&#35;#[x]']
    ]
  ],
  [
    'markdownText',
    markdownText,
    [
      [
        'escapes emphasis, code, links and mathematics',
        '*_`[a](b)$~!',
        '\\*\\_\\`\\[a\\](b)\\$\\~\\!'
      ],
      ['writes HTML and pipes as entities', '<b>|&', '&lt;b&gt;&#124;&amp;'],
      ['breaks up addresses', 'https://x Www.x', 'https:<wbr>//x Www<wbr>.x'],
      ['breaks up mail addresses and mentions', 'a@b.c @me', 'a@<wbr>b.c @<wbr>me'],
      ['breaks up numbers of issues', '#1 gh-2 #x GH-x', '\\#<wbr>1 gh-<wbr>2 \\#x GH-x']
    ]
  ],
  [
    'markdownStart',
    markdownStart,
    [
      ['is no list', '- a', '\\- a'],
      ['is no numbered list', '1. a', '1\\. a'],
      ['is no indented code', '    a', 'a'],
      ['leaves numbers', '10 of 20', '10 of 20']
    ]
  ],
  [
    'markdownCode',
    markdownCode,
    [
      ['shows a name as code', 'a*b@c', '`a*b@c`'],
      ['writes what would end the code as words', 'a`b|c', 'a\\`b&#124;c'],
      ['is never empty', '', '` `']
    ]
  ],
  [
    'pathInUrl',
    pathInUrl,
    [
      ['keeps slashes', 'a/b c.yaml', 'a/b%20c.yaml'],
      ['escapes what would end a link', 'a(b)#?[]', 'a%28b%29%23%3F%5B%5D']
    ]
  ]
]

describe.each(tables)('%s', (_name, convert, cases) => {
  test.each(cases)('%s', (_case, input, expected) => {
    expect(convert(input)).toBe(expected)
  })
})

test('visibleLines keeps the lines and their indentation', () => {
  expect(visibleLines('a \\\r\n\tb\n')).toEqual(['a \\', '  b', ''])
})

test('a fenced block is fenced longer than any fence in it', () => {
  expect(markdownBlock('a\n````\nb', 'sh')).toBe('`````sh\na\n````\nb\n`````')
})

test('clipped never cuts a character in two', () => {
  expect(clipped('ab😀cd', 4)).toBe('ab…')
  expect(clipped('ab😀cd', 5)).toBe('ab😀…')
  expect(clipped('ab😀', 4)).toBe('ab😀')
})

test('JSON text holds the same value and nothing invisible', () => {
  const value = {
    text: `${escapeCharacter}\u009b\u202e\u2028${String.fromCodePoint(0xe0041)}###[x]`
  }
  expect(jsonText(value)).toBe(
    '{\n  "text": "\\u001b\\u009b\\u202e\\u2028\\udb40\\udc41#\\u0023#[x]"\n}\n'
  )
  expect(JSON.parse(jsonText(value))).toEqual(value)
})

test.each([
  ['https://docs.example/a.md#b', true],
  ['http://docs.example', false],
  ['javascript:alert(1)', false],
  ['https://docs.example/a) [b](https://evil.example', false],
  ['https://docs.example/"onclick="a', false]
])('%s may be linked: %s', (url, allowed) => {
  expect(linkTarget(url)).toBe(allowed ? url : null)
})
