import type { ManifestProblem } from '../kubernetes/manifests.ts'
import type { FileContent } from '../kubernetes/read.ts'
import type { Workspace } from '../files/workspace.ts'
import { readPlain } from './files/plain-files.ts'
import { decodeText } from './files/read-file.ts'
import { bundleReader } from './helm/bundle.ts'
import { outOfTime } from './problem.ts'
import type { ReadAt } from './rendering/render-run.ts'
import { standardInputName } from './targets/part-files.ts'
import type { World } from './world.ts'

/** What was typed or piped, once for each way of reading. */
export type TypedContent = {
  readonly contents: readonly FileContent[]
  readonly problems: readonly ManifestProblem[]
}

export const readStandardInput = async (
  world: World,
  workspace: Workspace,
  readers: readonly ReadAt[]
): Promise<TypedContent> => {
  const bytes = await world.readStandardInput(world.time.left('reading'))
  if (bytes === null) return { contents: [], problems: [outOfTime(standardInputName)] }
  const result = decodeText(standardInputName, bytes)
  if (result.kind === 'refused') return { contents: [], problems: [result.problem] }
  const source = { path: workspace.path, source: result.source }
  return {
    contents: readers.map(read => readPlain(source, new Set(), read, bundleReader(workspace))),
    problems: []
  }
}
