import type { Severity } from '../checks/check.ts'
import type { Found, FoundPart } from './found.ts'

/** What is no worse than each severity, so that whoever has it has that already. */
const covered: Readonly<Record<Severity, readonly Severity[]>> = {
  error: ['error', 'warning', 'unknown', 'note'],
  warning: ['warning', 'unknown', 'note'],
  unknown: ['unknown', 'note'],
  note: ['note']
}

/** Whether a run had the same trouble, and at least as bad. */
export function knownIn(
  before: readonly Found[]
): (severity: Severity, part: FoundPart) => boolean {
  const known = new Map<string, Set<Severity>>()
  for (const { severity, parts } of before)
    for (const { identity } of parts) {
      const all = known.get(identity) ?? new Set()
      for (const each of covered[severity]) all.add(each)
      known.set(identity, all)
    }
  return (severity, { identity }) => known.get(identity)?.has(severity) === true
}
