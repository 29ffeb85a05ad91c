import { describe, expect, test } from '@jest/globals'
import { findTemplateLine, parseTemplate } from '../../../src/manifests/helm/template-lines.ts'

type Case = readonly [string, readonly string[], readonly string[], number, unknown]

const cases: readonly Case[] = [
  [
    'a literal line is found in spite of another indentation',
    ['spec:', '- image: app:1'],
    ['  spec:', '    - image: app:1'],
    2,
    { lineNumber: 2, literal: true }
  ],
  [
    'a line with actions is found by the text around them',
    ['a: 1', 'image: "{{ .r }}/{{ .n }}:{{ .t }}"'],
    ['image: "c.azurecr.io/app:1"'],
    1,
    { lineNumber: 2, literal: false }
  ],
  [
    'an action that renders to nothing is found by the text before it',
    ['- name: one', '  image: {{ .one }}', '- name: two', '  image: {{ .two }}'],
    ['- name: one', '  image: ', '- name: two', '  image: '],
    4,
    { lineNumber: 4, literal: false }
  ],
  [
    'of two that fit, the one below the same name is taken',
    ['- name: one', '  image: {{ .one }}', '- name: two', '  image: {{ .two }}'],
    ['- name: two', '  image: app:1'],
    2,
    { lineNumber: 4, literal: false }
  ],
  [
    'a name below the image counts as well',
    ['- image: {{ .one }}', '  name: one', '- image: {{ .two }}', '  name: two'],
    ['- image: app:1', '  name: two'],
    1,
    { lineNumber: 3, literal: false }
  ],
  [
    'the line of a loop stands for each of its turns',
    ['{{ range .all }}', '- name: {{ .name }}', '  image: {{ .image }}', '{{ end }}'],
    ['- name: a', '  image: a:1', '- name: b', '  image: b:1'],
    4,
    { lineNumber: 3, literal: false }
  ],
  [
    'two lines that fit equally well give no answer',
    ['- image: {{ .one }}', '- image: {{ .two }}'],
    ['- image: app:1'],
    1,
    null
  ],
  ['a line from elsewhere gives no answer', ['{{ include "all" . }}'], ['image: app:1'], 1, null],
  ['parts must not overlap', ['image: aba{{ .x }}aba'], ['image: ababa'], 1, null]
]

describe('findTemplateLine', () => {
  test.each(cases)('%s', (_name, template, rendered, lineNumber, expected) => {
    const patterns = parseTemplate(template.join('\n'))
    expect(findTemplateLine(patterns, rendered, lineNumber)).toEqual(expected)
  })

  test('hostile lines take no time', () => {
    const patterns = parseTemplate(`a${'{{x}}a'.repeat(20_000)}b\n`.repeat(50))
    const started = performance.now()
    expect(findTemplateLine(patterns, ['a'.repeat(100_000)], 1)).toBeNull()
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
