import { groupBy } from '../../base/group-by.ts'
import { isSurelyPulled } from '../../kubernetes/images/image-class.ts'
import type { ImageUse } from '../../kubernetes/images/image-use.ts'
import type { FileContent } from '../../kubernetes/read.ts'
import { namedBy } from '../targets/named-by.ts'
import type { DeployingObject } from './gitops-objects.ts'

/** What became of what an object deploys: with both null it was rendered, and its images are judged there. */
export type ObjectFate = {
  readonly object: DeployingObject
  /** The chart (as reported) that was not rendered. */
  readonly unrendered: string | null
  /** The kustomization (as reported) that was not built. */
  readonly unbuilt: string | null
}

const keyOf = ({ kind, name, at }: DeployingObject): string => [kind, name, at].join('\n')

const objectOf = ({ workload: { kind, name }, origin, location }: ImageUse): DeployingObject => ({
  kind,
  name,
  at: origin?.path ?? location.file
})

/** Sentences by the paths, with stars, that what they speak of deploys. */
export const withOpenPaths = (
  content: FileContent,
  open: readonly { readonly paths: readonly string[]; readonly words: string }[]
): FileContent => {
  if (open.length === 0) return content
  const all = open.map(({ paths, words }) => ({ names: namedBy(paths), words }))
  const uses = content.uses.map(use => {
    const path = use.origin?.path ?? use.location.file
    const found = all.find(({ names }) => names(path))
    return found === undefined ? use : { ...use, overridden: use.overridden ?? found.words }
  })
  return { ...content, uses }
}

/** Without the images that objects only set for what was rendered; those of what was not rendered stay open. */
export const withFates = (content: FileContent, fates: readonly ObjectFate[]): FileContent => {
  if (fates.length === 0) return content
  const byObject = groupBy(fates, ({ object }) => keyOf(object))
  const uses = content.uses.flatMap(use => {
    const found = isSurelyPulled(use) ? undefined : byObject.get(keyOf(objectOf(use)))
    if (found === undefined) return [use]
    const open = found.find(({ unrendered, unbuilt }) => unrendered !== null || unbuilt !== null)
    return open === undefined
      ? []
      : [
          {
            ...use,
            unrendered: use.unrendered ?? open.unrendered,
            unbuilt: use.unbuilt ?? open.unbuilt
          }
        ]
  })
  return { ...content, uses }
}
