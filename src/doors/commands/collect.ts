import { azureRegistrySuffixes } from '../../kubernetes/images/registry-host.ts'
import { exitCode, type ExitCode } from '../../base/errors.ts'
import { writeFacts } from '../../facts/facts-file.ts'
import { azureFacts } from '../../facts-source/facts-source.ts'
import { azureInputs, requireClusters, withTargetClusters } from '../../settings/azure-inputs.ts'
import { manifestInputs } from '../../settings/manifest-inputs.ts'
import { first, type Settings } from '../../settings/setting-values.ts'
import { loadNamed } from '../../run.ts'
import { sayProblems } from './said-problems.ts'
import type { Terminal } from '../terminal.ts'
import { writeNamedFile } from '../../files/write-named.ts'

/** Facts about the clusters and every registry that the manifests or `--registry` name. */
export async function collect(settings: Settings, terminal: Terminal): Promise<ExitCode> {
  const inputs = manifestInputs(settings)
  const azure = withTargetClusters(azureInputs(settings), inputs.targets)
  requireClusters(azure, 'collect')
  const manifests = await loadNamed(inputs, terminal, azureRegistrySuffixes)
  // A registry that is named there is not among the facts.
  sayProblems(manifests, terminal, ({ unread }) => unread !== null)
  const facts = writeFacts(await azureFacts(azure, manifests, terminal))
  const out = first(settings, 'out')
  if (out === null) await terminal.print(facts)
  else writeNamedFile(terminal.workspace, out, facts)
  return exitCode.ok
}
