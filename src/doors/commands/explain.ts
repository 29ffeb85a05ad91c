import { checks } from '../../checks/index.ts'
import { exitCode, InputError, type ExitCode } from '../../base/errors.ts'
import { checkUrl } from '../../base/project.ts'
import type { Terminal } from '../terminal.ts'

/** Prints one check's documentation; the page docs/checks.md holds the same with an example. */
export async function explain(names: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name] = names
  const check = checks.find(({ id }) => id === name)
  if (check === undefined)
    throw new InputError(
      `${name === undefined ? 'No check is named' : `Check '${name}' is not known`}: write one of ${checks.map(({ id }) => id).join(', ')}.`
    )
  await terminal.print(
    [
      `${check.id}: ${check.title}`,
      '',
      check.rationale,
      '',
      ...(check.permissions.length === 0
        ? []
        : [`Reads: ${check.permissions.map(({ action }) => action).join(', ')}`, '']),
      ...check.references.map(({ title, url }) => `${title}: ${url}`),
      `Example and details: ${checkUrl(check.id)}`,
      ''
    ].join('\n')
  )
  return exitCode.ok
}
