import { checks } from '../../checks/index.ts'
import { InputError } from '../../base/errors.ts'
import { meant } from '../../base/nearest.ts'
import { visible } from '../../base/visible.ts'
import { checkUrl, project } from '../../base/project.ts'

type Check = (typeof checks)[number]

/** One check's documentation, or without a word the list of them; the page docs/checks.md holds the same with examples. */
export function explanation(name: string | undefined): string {
  if (name === undefined) return listOfChecks()
  const check = checks.find(({ id }) => id === name)
  if (check === undefined)
    throw new InputError(
      `Check '${visible(name)}' is not known${meant(name, ids())}: acr-pull-check explain lists the checks.`
    )
  return pageOf(check)
}

const ids = (): readonly string[] => checks.map(({ id }) => id)

function listOfChecks(): string {
  const width = Math.max(...ids().map(id => id.length))
  return [
    ...checks.map(({ id, title }) => `${id.padEnd(width)}  ${title}`),
    '',
    `acr-pull-check explain CHECK prints one of them; with examples: ${project.url}/blob/v1/docs/checks.md`,
    ''
  ].join('\n')
}

const pageOf = (check: Check): string =>
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
