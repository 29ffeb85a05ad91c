import picomatch from 'picomatch'

/** Whether a pattern names a path of the workspace, as reported: the path itself, or a directory around it. */
export type NamedBy = (path: string) => boolean

/** Without what leads nowhere: `./deploy/` is `deploy`. The workspace itself is everything. */
const plain = (pattern: string): string => {
  const text = pattern.replace(/^(?:\.\/+)+/, '').replace(/(?<!\/)\/+$/, '')
  return text === '' || text === '.' ? '**' : text
}

/** The path and every directory around it. */
function* waysUp(path: string): Generator<string, void, undefined> {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
    yield path.slice(0, end)
}

/** As the paths of a run are expanded: a directory that matches is everything in it. */
export const namedBy = (patterns: readonly string[]): NamedBy => {
  const isMatch = picomatch(patterns.map(plain), { dot: true })
  return path => [...waysUp(path)].some(way => isMatch(way))
}
