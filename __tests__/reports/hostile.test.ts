import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { formats } from '../../src/settings/options.ts'
import { annotations, withinLimits } from '../../src/reports/index.ts'
import type { Report } from '../../src/reports/report.ts'
import { rendered, renderedImages } from './rendered.ts'
import { hostileReport } from './hostile-report.ts'
import { readMarkup } from './markup.ts'
import { githubCommand, pipelinesCommand } from './runners.ts'

/** Everything except line feeds that a terminal or a reader would not show. */
const invisible = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

const holds = (property: (report: Report) => void): void => {
  fc.assert(fc.property(hostileReport, property), { numRuns: 50 })
}

const outputs: readonly (readonly [string, (report: Report) => string])[] = [
  ...formats.map(format => [format, rendered[format]] as const),
  ['list of images', renderedImages.text],
  ['list of images as JSON', renderedImages.json]
]

describe.each(outputs)('hostile text in %s', (name, render) => {
  test('is no command to a CI system, and nothing of it is invisible', () => {
    holds(report => {
      const output = render(report)
      expect(output).not.toMatch(invisible)
      const lines = output.split('\n')
      if (name !== 'github') expect(lines.filter(line => githubCommand(line) !== null)).toEqual([])
      if (name !== 'azure-pipelines')
        expect(lines.filter(line => pipelinesCommand(line) !== null)).toEqual([])
    })
  })
})

test('workflow commands are exactly the annotations', () => {
  holds(report => {
    const lines = rendered.github(report).split('\n').slice(0, -1)
    const obeyed = lines.map(githubCommand)
    expect(obeyed.every(command => command !== null)).toBe(true)
    const { shown, left } = withinLimits(annotations(report))
    const inert = (text: string) => text.replaceAll(/##(?=\[|vso\[)/gi, '# #')
    expect(obeyed.slice(0, shown.length).map(command => [command?.name, command?.data])).toEqual(
      shown.map(({ level, message }) => [level, inert(message)])
    )
    expect(obeyed.map(command => command?.properties['title']).slice(0, shown.length)).toEqual(
      shown.map(({ title }) => inert(title))
    )
    expect(obeyed.slice(shown.length).map(command => command?.data)).toEqual(
      left === 0 ? [] : [`and ${left} more: see the job summary and the JSON report`]
    )
    for (const command of obeyed)
      expect(Object.keys(command?.properties ?? {})).toEqual(
        ['file', 'line', 'endLine', 'col', 'endColumn', 'title'].filter(
          key => command?.properties[key] !== undefined
        )
      )
  })
})

test('logging commands are issues and nothing else', () => {
  holds(report => {
    for (const line of rendered['azure-pipelines'](report).split('\n')) {
      const command = pipelinesCommand(line)
      if (command === null) continue
      expect(line.startsWith('##vso[task.logissue ')).toBe(true)
      expect(command.name).toBe('task.logissue')
      expect(command.properties['type']).toMatch(/^(?:error|warning)$/)
      const known = ['type', 'sourcepath', 'linenumber', 'columnnumber', 'code']
      expect(Object.keys(command.properties).filter(key => !known.includes(key))).toEqual([])
      expect(pipelinesCommand(command.data)).toBeNull()
    }
  })
})

test('JSON is the same data', () => {
  holds(report => {
    expect(JSON.parse(rendered.json(report))).toEqual(JSON.parse(JSON.stringify(report)))
  })
})

test.each(['sarif', 'gitlab'] as const)('%s stays JSON', format => {
  holds(report => {
    expect(() => {
      JSON.parse(rendered[format](report))
    }).not.toThrow()
  })
})

test('JUnit stays XML of a handful of elements', () => {
  const known = ['testsuites', 'testsuite', 'testcase', 'error', 'failure', 'skipped', 'system-out']
  holds(report => {
    const { problems, names } = readMarkup(rendered.junit(report))
    expect(problems).toEqual([])
    const attributes = [
      'name',
      'tests',
      'failures',
      'errors',
      'skipped',
      'classname',
      'file',
      'type',
      'message'
    ]
    expect([...names].filter(name => ![...known, ...attributes].includes(name))).toEqual([])
  })
})

test('the page has no element and no attribute but its own', () => {
  holds(report => {
    const { problems, names } = readMarkup(rendered.html(report))
    expect(problems).toEqual([])
    expect(names).not.toContain('script')
    const active = [...names].filter(name =>
      /^(?:on|src|style|img|iframe|svg|form|base|link)/.test(name)
    )
    expect(active).toEqual([])
  })
})

test('the page links nowhere but to https', () => {
  holds(report => {
    const links = [...rendered.html(report).matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
    expect(links.filter(href => !href?.startsWith('https://'))).toEqual([])
  })
})

test('line feeds of a text never reach a line of their own in a summary of images', () => {
  holds(report => {
    const places = [...report.images, ...report.invalidImages].flatMap(({ uses }) => uses)
    const lines = renderedImages.text(report).split('\n')
    const sections = [
      places.length,
      report.images.filter(({ lookup }) => lookup !== null).length,
      report.coverage.length === 0 ? 0 : 1 + report.coverage.length,
      1
    ]
    const shown = sections.filter(length => length > 0)
    expect(lines).toHaveLength(shown.reduce((sum, length) => sum + length + 1, 0))
  })
})
