import { join, relative, sep } from 'node:path'
import { wildcardMatches } from '../../base/wildcard.ts'
import type { LeftOut } from '../../files/private-copy.ts'
import type { Workspace } from '../../files/workspace.ts'
import { readSource } from '../files/read-file.ts'

const nothing: LeftOut = () => false

/** What a chart leaves out by its .helmignore. Of a file with other rules than plain ones, nothing: Helm decides then. */
export function leftOutOf(workspace: Workspace, chart: string): LeftOut {
  const source = readSource(workspace, join(chart, '.helmignore'))
  const rules = source === null ? null : rulesIn(source.text)
  if (rules === null || rules.length === 0) return nothing
  return (path, isDirectory) => {
    const name = relative(chart, path).split(sep).join('/')
    return rules.some(rule => (isDirectory || !rule.ofDirectories) && rule.matches(name))
  }
}

type Rule = { readonly ofDirectories: boolean; readonly matches: (name: string) => boolean }

/** Each is tried on each file of a chart; ordinary charts have a dozen. */
const mostRules = 200

/** helm, pkg/ignore/rules.go, parseRule; null where one negates, or has a class or an escape of Go's filepath.Match. */
function rulesIn(text: string): readonly Rule[] | null {
  const lines = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
  const isPlain = !lines.some(line => /^!|[[\]\\]|\*\*/.test(line))
  return isPlain && lines.length <= mostRules ? lines.map(ruleOf) : null
}

function ruleOf(line: string): Rule {
  const ofDirectories = line.endsWith('/')
  const pattern = ofDirectories ? line.slice(0, -1) : line
  if (pattern.startsWith('/'))
    return { ofDirectories, matches: name => fits(name, pattern.slice(1)) }
  if (pattern.includes('/')) return { ofDirectories, matches: name => fits(name, pattern) }
  return { ofDirectories, matches: name => fits(name.slice(name.lastIndexOf('/') + 1), pattern) }
}

/** As Go's filepath.Match with `*` and `?` alone, neither of which is a slash: each segment by itself. */
function fits(name: string, pattern: string): boolean {
  const [names, patterns] = [name.split('/'), pattern.split('/')]
  return (
    names.length === patterns.length &&
    patterns.every((each, index) => wildcardMatches(each, names[index] ?? '', '?'))
  )
}
