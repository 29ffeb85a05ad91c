import { counted } from '../../base/sentences.ts'
import { leftOut, type LeftOut } from '../../kubernetes/live-objects.ts'
import type { ManifestProblem } from '../../kubernetes/manifests.ts'
import type { FileContent } from '../../kubernetes/read.ts'
import { lineLocation } from '../../yaml/location.ts'
import { joinContent } from '../files/content.ts'
import { standardInputName } from '../targets/part-files.ts'

/** All that was read of a cluster, without what others of it say already. */
export const liveContent = (contents: readonly FileContent[]): FileContent => {
  const live = contents.flatMap(content => content.live ?? [])
  const left = leftOut(live.flatMap(({ objects }) => objects))
  const copies = live.reduce((sum, each) => sum + each.copies, 0)
  const content = joinContent(contents)
  return {
    ...content,
    uses: content.uses.filter(use => !left.uses.has(use)),
    podChangers: [...content.podChangers, ...left.changers],
    problems: [...content.problems, ...leftOutProblem(left, copies)]
  }
}

const leftOutProblem = (
  { objects, oldRevisions }: LeftOut,
  copies: number
): readonly ManifestProblem[] => {
  const parts = [
    ...(objects === 0 ? [] : [`${counted(objects, 'object')} that others here control`]),
    ...(oldRevisions === 0 ? [] : [`${counted(oldRevisions, 'ReplicaSet')} with 0 replicas`]),
    ...(copies === 0 ? [] : [`${counted(copies, 'copy', 'copies')} in last-applied-configuration`])
  ]
  if (parts.length === 0) return []
  return [
    {
      check: 'live-objects',
      severity: 'note',
      message: `Left out, because other objects of this input say the same: ${parts.join(', ')}`,
      remediation: 'To judge them by themselves, pass them without the objects that control them.',
      location: lineLocation(standardInputName),
      unread: null
    }
  ]
}
