import type { TextRange } from '../../yaml/document-split.ts'
import type { Workload } from './image-use.ts'
import { mostUses, noSlot, type FileReading } from './use-collector.ts'

const isInComment = (text: string, offset: number): boolean =>
  text
    .slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
    .trimStart()
    .startsWith('#')

/** Adds the registries that a text names which is no YAML, such as a template; but for those in comments. */
export const addTextMentions = (
  workload: Workload,
  file: FileReading,
  { start, end }: TextRange
): void => {
  for (const mention of file.mentions.find(file.text.slice(start, end))) {
    if (file.uses.length > mostUses) return
    const from = start + mention.start
    if (isInComment(file.text, from)) continue
    file.uses.push({
      ...noSlot('mention'),
      image: mention.image,
      location: file.locate(from, start + mention.end),
      related: [],
      workload,
      beside: null,
      labels: null,
      origin: null,
      unbuilt: null,
      unrendered: null,
      overridden: null,
      assumed: []
    })
  }
}
