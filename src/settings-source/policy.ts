import { options } from '../settings/options.ts'
import type { Settings } from '../settings/setting-values.ts'

export type Policy = {
  readonly settings: Settings
  /** Options to which the file of the pull request adds values. */
  readonly added: readonly string[]
  /** Options of which it says something else than the base, which does not count. */
  readonly withheld: readonly string[]
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((value, index) => value === other[index])

/** What counts of the settings files of the base and of a pull request: the base's, and what the other may add to it. */
export function policyOf(base: Settings, head: Settings): Policy {
  const rows = options.map(({ name, trust }) => {
    const [ours, theirs] = [base[name] ?? [], head[name] ?? []]
    const more = trust === 'policy-head-adds' ? theirs.filter(value => !ours.includes(value)) : []
    const values = [...ours, ...more]
    const isWithheld =
      trust === 'policy-head-adds'
        ? ours.some(value => !theirs.includes(value))
        : !same(ours, theirs)
    return { name, values, isAdded: more.length > 0, isWithheld }
  })
  return {
    settings: Object.fromEntries(
      rows.flatMap(({ name, values }) => (values.length === 0 ? [] : [[name, values]]))
    ),
    added: rows.flatMap(({ name, isAdded }) => (isAdded ? [name] : [])),
    withheld: rows.flatMap(({ name, isWithheld }) => (isWithheld ? [name] : []))
  }
}
