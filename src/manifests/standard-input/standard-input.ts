import type { ManifestProblem } from '../../kubernetes/manifests.ts'
import type { FileContent, SourceText } from '../../kubernetes/read.ts'
import type { Workspace } from '../../files/workspace.ts'
import { readPlain } from '../files/plain-files.ts'
import { decodeText } from '../files/read-file.ts'
import { bundleReader } from '../helm/bundle.ts'
import { outOfTime, pieceTooLarge, pipedRest, untypedItems } from '../problem.ts'
import type { ReadAt } from '../rendering/render-run.ts'
import { standardInputName } from '../targets/part-files.ts'
import type { World } from '../world.ts'
import { liveContent } from './live-content.ts'
import type { Piece } from './piece.ts'
import { PipedText } from './piped-text.ts'

/** What was typed or piped, once for each way of reading. */
export type TypedContent = {
  readonly contents: readonly FileContent[]
  readonly problems: readonly ManifestProblem[]
}

/** Reads objects one at a time, and keeps nothing of their texts. */
class PieceReader {
  readonly contents: FileContent[][]
  readonly problems: ManifestProblem[] = []
  private untyped = 0
  private readonly readers: readonly ReadAt[]
  private readonly path: string

  constructor(readers: readonly ReadAt[], path: string) {
    this.readers = readers
    this.path = path
    this.contents = readers.map(() => [])
  }

  read({ text, begins, isUntyped }: Piece): void {
    if (text === null) {
      this.problems.push(pieceTooLarge(standardInputName, begins.line))
      return
    }
    if (isUntyped) {
      this.untyped += 1
      if (this.untyped === 1) this.problems.push(untypedItems(standardInputName, begins.line))
      return
    }
    const source = { file: standardInputName, text, begins, live: true }
    for (const [index, read] of this.readers.entries()) {
      const content = read(source, this.path)
      // The parts of a text keep all of it in memory; copies do not.
      if (!isEmpty(content)) this.contents[index]?.push(structuredClone(content))
    }
  }
}

const isEmpty = ({ live, ...lists }: FileContent): boolean =>
  (live?.copies ?? 0) === 0 && Object.values(lists).every(list => list.length === 0)

export const readStandardInput = async (
  world: World,
  workspace: Workspace,
  readers: readonly ReadAt[]
): Promise<TypedContent> => {
  const piped = new PipedText()
  const reader = new PieceReader(readers, workspace.path)
  await world.spareMemory()
  const isInTime = await world.readStandardInput(world.time.left('reading'), chunk => {
    for (const piece of piped.take(chunk)) reader.read(piece)
    return piped.refusal === null
  })
  const late = isInTime ? [] : [outOfTime(standardInputName)]
  const { whole } = piped
  if (whole !== null && isInTime) return ofWhole(whole, workspace, readers)
  for (const piece of piped.end()) reader.read(piece)
  const rest = piped.refusal === null ? [] : [pipedRest(standardInputName, piped.refusal)]
  return {
    contents: reader.contents.map(liveContent),
    problems: [...reader.problems, ...rest, ...late]
  }
}

const ofWhole = (bytes: Buffer, workspace: Workspace, readers: readonly ReadAt[]): TypedContent => {
  const result = decodeText(standardInputName, bytes)
  if (result.kind === 'refused') return { contents: [], problems: [result.problem] }
  const source: SourceText = { ...result.source, live: true }
  const place = { path: workspace.path, source }
  return {
    contents: readers.map(read =>
      liveContent([readPlain(place, new Set(), read, bundleReader(workspace))])
    ),
    problems: []
  }
}
