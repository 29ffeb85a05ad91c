import type { FindingDraft, Severity } from '../check.ts'

/** A warning that granted pulls may fail leaves it open whether they do; a note says nothing of that. */
export const predicted = (severity: Severity): Pick<FindingDraft, 'severity' | 'blocks'> => ({
  severity,
  blocks: severity === 'warning' ? 'maybe' : 'no'
})
