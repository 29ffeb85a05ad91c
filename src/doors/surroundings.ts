import { posix, win32 } from 'node:path'
import { sourceLinks, type Environment } from '../github/environment.ts'
import type { SourceLinks, Surroundings } from '../reports/index.ts'
import type { ReportTarget } from '../settings/report-targets.ts'

/** GitLab docs, "Predefined CI/CD variables reference"; a file of a commit lies at `/-/blob/COMMIT/PATH`. */
function gitlabLinks(environment: Environment): SourceLinks | null {
  const url = environment['CI_PROJECT_URL'] ?? ''
  const sha = environment['CI_COMMIT_SHA'] ?? ''
  return url === '' || sha === '' ? null : { repositoryUrl: `${url}/-`, sha }
}

const windowsPath = /^(?:[A-Za-z]:[\\/]|\\\\)/

const pathsLike = (path: string) => (windowsPath.test(path) ? win32 : posix)

/** Where the paths of a report start: the workspace, as far as it lies in the sources that the agent has fetched. */
function sourcesRoot(environment: Environment, workspace: string): string | null {
  const sources = environment['BUILD_SOURCESDIRECTORY'] ?? ''
  if (sources === '') return null
  const way = pathsLike(sources).relative(sources, workspace)
  return /^\.\.(?:[\\/]|$)/.test(way) || pathsLike(sources).isAbsolute(way) ? sources : workspace
}

function markdownFile(workspace: string, targets: readonly ReportTarget[]): string | null {
  const file = targets.find(({ format }) => format === 'markdown')?.file ?? null
  return file === null ? null : pathsLike(workspace).resolve(workspace, file)
}

/** What the environment tells of the run, as GitHub Actions, GitLab CI and Azure Pipelines set it. */
export const surroundings = (
  environment: Environment,
  workspace: string,
  targets: readonly ReportTarget[]
): Surroundings => ({
  source: sourceLinks(environment) ?? gitlabLinks(environment),
  root: sourcesRoot(environment, workspace),
  markdownFile: markdownFile(workspace, targets)
})
