/** Code spans by CommonMark 6.1: a run of backticks up to the next run of the same length. */
function withoutCode(line: string): string {
  let rest = line
  let kept = ''
  for (;;) {
    const [run = ''] = /(?<![`\\])`+/.exec(rest) ?? []
    if (run === '') return kept + rest
    const start = rest.search(/(?<![`\\])`+/)
    const body = rest.slice(start + run.length)
    const [end] = [...body.matchAll(/`+/g)].filter(([other]) => other.length === run.length)
    if (end === undefined) return kept + rest
    kept += `${rest.slice(0, start)}CODE`
    rest = body.slice(end.index + run.length)
  }
}

const ourTags = /<\/?(?:details|summary|sub)>|<br>/g
const ourLinks = /\[[^[\]]*\]\(https:\/\/[^\s()<>]*\)/g
const escaped = /\\[\\`*_{}[\]~!$#<>|+\-=:.)]/g

/** What a reader of the Markdown could be misled by: anything active that we did not write. */
export function markdownProblems(markdown: string): readonly string[] {
  const problems: string[] = []
  let fence = ''
  let columns = 0
  for (const line of markdown.split('\n')) {
    const [, run = '', info = ''] = /^(`{3,})(.*)$/.exec(line) ?? []
    if (fence !== '') {
      if (run.length >= fence.length && info.trim() === '') fence = ''
      continue
    }
    if (run !== '' && !info.includes('`')) {
      fence = run
      continue
    }
    const bare = withoutCode(line)
      .replace(ourTags, '')
      .replace(escaped, 'x')
      .replace(ourLinks, 'LINK')
      .replace(/^(?:#{2,4} (?:\d+\. )?|- |\*\*Fix:\*\* )/, '')
      .replace(/\*\*[\w ]+:?\*\*/g, '')
      .replace(/^\*\*[\w ,]+\*\*/, '')
    const cells = bare.startsWith('| ') ? bare.split('|').length : 0
    if (cells > 0 && columns > 0 && cells !== columns) problems.push(`columns: ${line}`)
    columns = cells
    if (cells === 0 && bare.includes('|')) problems.push(`pipe: ${line}`)
    if (/[<>`[\]*_~$@\\]/.test(bare)) problems.push(`active: ${line}`)
    if (/:\/\/|www\./i.test(bare)) problems.push(`autolink: ${line}`)
    if (/^(?:\s{4}|\s*(?:[-+=>#]|\d+[.)])(?:\s|$))/.test(bare)) problems.push(`block: ${line}`)
  }
  return fence === '' ? problems : [...problems, 'a fence stays open']
}
