import { exitCode, InputError, type ExitCode } from '../../base/errors.ts'
import { readFactsFile } from '../../facts-source/facts-source.ts'
import { suggestedTargets } from '../../judgement/suggested-targets.ts'
import { findDestinations } from '../../manifests/targets/find-destinations.ts'
import { targetsText } from '../../reports/text/targets-text.ts'
import { manifestInputs, requirePaths } from '../../settings/manifest-inputs.ts'
import { first, type Settings } from '../../settings/setting-values.ts'
import type { Terminal } from '../terminal.ts'

/** A block for the settings file from what Argo CD objects say; nothing of it is applied. */
export async function targets(settings: Settings, terminal: Terminal): Promise<ExitCode> {
  const inputs = manifestInputs(settings)
  const facts = first(settings, 'facts')
  requirePaths(inputs)
  if (facts === null)
    throw new InputError(
      'No facts are named, and only these tell which clusters there are: give --facts with the file that acr-pull-check collect wrote.'
    )
  const { workspace, environment } = terminal
  const found = await findDestinations(inputs.paths, workspace, environment)
  await terminal.print(targetsText(suggestedTargets(found, readFactsFile(facts, workspace))))
  return exitCode.ok
}
