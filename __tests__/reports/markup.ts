const tag = /^<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-zA-Z-]+="[^"<>]*")*)\s*(\/?)>/
const entity = /^&(?:amp|lt|gt|quot|#\d+);/

const voids = new Set(['meta', '!doctype'])

export type Markup = {
  /** What an XML parser would refuse. */
  readonly problems: readonly string[]
  /** Every element and attribute name. */
  readonly names: ReadonlySet<string>
}

/** Reads the subset of XML that our pages and files are written in; anything else is a problem. */
export function readMarkup(text: string): Markup {
  const problems: string[] = []
  const names = new Set<string>()
  const open: string[] = []
  let rest = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '')
  rest = rest.replace('<!doctype html>', '').replace(/<style>[^<]*<\/style>/, '')
  while (rest !== '') {
    const next = rest.search(/[<&]/)
    if (next < 0) break
    rest = rest.slice(next)
    const [found, closing, name = '', attributes = '', selfClosing] = tag.exec(rest) ?? []
    const [reference] = entity.exec(rest) ?? []
    if (found === undefined && reference === undefined) {
      problems.push(rest.slice(0, 40))
      rest = rest.slice(1)
      continue
    }
    rest = rest.slice((found ?? reference ?? '').length)
    if (found === undefined) continue
    names.add(name)
    for (const [, attribute = ''] of attributes.matchAll(/\s([a-zA-Z-]+)="[^"]*"/g))
      names.add(attribute)
    if (attributes.replaceAll(entityAnywhere, '').includes('&')) problems.push(attributes)
    if (closing === '/') {
      if (open.pop() !== name) problems.push(`</${name}> closes nothing`)
    } else if (selfClosing !== '/' && !voids.has(name)) open.push(name)
  }
  return { problems: [...problems, ...open.map(name => `<${name}> stays open`)], names }
}

const entityAnywhere = /&(?:amp|lt|gt|quot|#\d+);/g
