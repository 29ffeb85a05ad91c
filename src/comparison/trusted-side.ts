import { readEvent } from '../github/environment.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** GitLab docs, "Predefined CI/CD variables reference"; Azure DevOps docs, "Use predefined variables". */
const isForkElsewhere = (of: (name: string) => string | undefined): boolean =>
  (of('CI_MERGE_REQUEST_SOURCE_PROJECT_ID') !== undefined &&
    of('CI_MERGE_REQUEST_SOURCE_PROJECT_ID') !== of('CI_MERGE_REQUEST_PROJECT_ID')) ||
  of('CI_EXTERNAL_PULL_REQUEST_IID') !== undefined ||
  of('SYSTEM_PULLREQUEST_ISFORK')?.toLowerCase() === 'true'

/** Events whose head nobody tells the repository of. */
const ofNobody = new Set(['issue_comment', 'workflow_run'])

/** Whose suppressions count; `auto`: those of the head, unless it may be of another repository than the base. */
export function trustedSide(
  wanted: 'auto' | 'base' | 'head',
  environment: Environment
): 'base' | 'head' {
  if (wanted !== 'auto') return wanted
  const isFork =
    readEvent(environment).pullRequest?.fromFork === true ||
    ofNobody.has(environment['GITHUB_EVENT_NAME'] ?? '') ||
    isForkElsewhere(name => environment[name])
  return isFork ? 'base' : 'head'
}
