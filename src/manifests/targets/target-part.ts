import { choosesNone } from '../../base/cluster-choice.ts'
import type { ImageUse } from '../../kubernetes/images/image-use.ts'
import type { ManifestProblem, TargetPart } from '../../kubernetes/manifests.ts'
import type { FileContent } from '../../kubernetes/read.ts'
import { untargeted } from '../../kubernetes/target-problems.ts'
import type { Workspace } from '../../files/workspace.ts'
import { unrenderedIn, type ReadPart } from './read-part.ts'

const isPulled = ({ class: imageClass }: ImageUse): boolean => imageClass !== 'mention'

/** Files with an image that somebody may pull, and what may hold one. */
const filesWithImages = (
  { uses }: Pick<FileContent, 'uses'>,
  unrendered: readonly string[]
): readonly string[] => [
  ...new Set([...uses.filter(isPulled).map(({ location }) => location.file), ...unrendered])
]

/** What goes to no cluster concerns nobody; its faults are not those of a run. */
const lowered = (problem: ManifestProblem): ManifestProblem => ({ ...problem, severity: 'note' })

/** A part with what is to be said of it; its content is that of one target, or of no target. */
export const targetPart = (
  workspace: Workspace,
  part: ReadPart,
  content: FileContent
): { readonly part: TargetPart; readonly problems: readonly ManifestProblem[] } => {
  const { target } = part.files
  const { problems, ...objects } = content
  const unrendered = target === null ? unrenderedIn(part).map(path => workspace.shown(path)) : []
  const files = filesWithImages(objects, unrendered)
  if (target === null)
    return {
      part: { ...objects, target, files },
      problems: [...untargeted(files, unrendered.length), ...problems.map(lowered)]
    }
  return {
    part: { ...objects, target, files },
    problems: choosesNone(target.choice) ? [] : problems
  }
}
