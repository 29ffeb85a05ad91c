import type { ImageUse } from '../kubernetes/manifests.ts'
import type { FileContent } from '../kubernetes/read.ts'

export const joinContent = (contents: readonly FileContent[]): FileContent => ({
  uses: contents.flatMap(({ uses }) => uses),
  serviceAccounts: contents.flatMap(({ serviceAccounts }) => serviceAccounts),
  secrets: contents.flatMap(({ secrets }) => secrets),
  pullBindings: contents.flatMap(({ pullBindings }) => pullBindings),
  problems: contents.flatMap(({ problems }) => problems)
})

/** Equal values once, the first kept; two overlays of one base repeat what neither changes. */
export const distinct = <Value>(values: readonly Value[]): readonly Value[] => {
  const seen = new Set<string>()
  return values.filter(value => {
    const key = JSON.stringify(value)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** One image use for each image, place and workload, whatever it was rendered for. */
export const distinctUses = (uses: readonly ImageUse[]): readonly ImageUse[] => {
  const seen = new Set<string>()
  return uses.filter(({ image, location, workload, container, pod }) => {
    const key = JSON.stringify([image, location, workload, container, pod])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
