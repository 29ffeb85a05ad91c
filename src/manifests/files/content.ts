import type { ImageUse } from '../../kubernetes/images/image-use.ts'
import { sameness } from '../../base/sameness.ts'
import type { FileContent } from '../../kubernetes/read.ts'

export const joinContent = (contents: readonly FileContent[]): FileContent => ({
  uses: contents.flatMap(({ uses }) => uses),
  serviceAccounts: contents.flatMap(({ serviceAccounts }) => serviceAccounts),
  secrets: contents.flatMap(({ secrets }) => secrets),
  pullBindings: contents.flatMap(({ pullBindings }) => pullBindings),
  podChangers: contents.flatMap(({ podChangers }) => podChangers),
  identityUses: contents.flatMap(({ identityUses }) => identityUses),
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

/** What was read of one text in several ways; problems of the text itself are the same in each. */
export const distinctContent = (contents: readonly FileContent[]): FileContent => {
  const [first, ...others] = contents
  if (first !== undefined && others.length === 0) return first
  const { uses, serviceAccounts, secrets, pullBindings, podChangers, identityUses, problems } =
    joinContent(contents)
  return {
    uses: distinctUses(uses),
    serviceAccounts: distinct(serviceAccounts),
    secrets: distinct(secrets),
    pullBindings: distinct(pullBindings),
    podChangers: distinct(podChangers),
    identityUses: distinct(identityUses),
    problems: distinct(problems)
  }
}

/** One image use for each image, place and workload, whatever it was rendered for. */
export const distinctUses = (uses: readonly ImageUse[]): readonly ImageUse[] => {
  const seen = new Set<string>()
  const numberOf = sameness()
  return uses.filter(({ image, location, workload, container, pod }) => {
    const shared = [numberOf(workload), pod === null ? null : numberOf(pod)]
    const key = JSON.stringify([image, location, container, shared])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
