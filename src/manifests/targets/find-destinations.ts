import type { Environment } from '../../programs/execution.ts'
import type { Destination } from '../../kubernetes/deployment-target.ts'
import { Workspace } from '../../files/workspace.ts'
import { findFiles } from '../files/find-files.ts'
import { readFiles } from '../files/read-file.ts'
import { destinationsIn } from '../gitops/destinations.ts'
import { repositoryOf, type ReadSource } from '../gitops/gitops-objects.ts'

/** What the objects in the files of these paths send where; what cannot be read is left out. */
export async function findDestinations(
  paths: readonly string[],
  directory: string,
  environment: Environment
): Promise<readonly Destination[]> {
  const workspace = Workspace.open(directory)
  const search = await findFiles(paths, workspace)
  const sources: ReadSource[] = []
  readFiles(workspace, search.files, (path, result) => {
    if (result.kind === 'text') sources.push({ path, source: result.source })
  })
  return destinationsIn(repositoryOf(workspace, environment), sources)
}
