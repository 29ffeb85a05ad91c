import type { ManifestProblem, Manifests } from '../../kubernetes/manifests.ts'
import { inertLines, oneLine } from '../../reports/escape.ts'
import type { Terminal } from '../terminal.ts'

/** On standard error, for commands whose output has no place for them. */
export function sayProblems(
  { problems }: Manifests,
  { complain }: Terminal,
  which: (problem: ManifestProblem) => boolean = () => true
): void {
  for (const problem of problems.filter(which)) {
    const { location, severity, message } = problem
    const place = `${location.file}:${location.line}:${location.column}`
    complain(inertLines(oneLine(`${place}: ${severity}: ${message}`)))
  }
}
