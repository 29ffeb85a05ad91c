import { azureRegistrySuffixes } from '../../kubernetes/images/registry-host.ts'
import { exitCode, type ExitCode } from '../../base/errors.ts'
import { imageList } from '../../judgement/image-list.ts'
import { manifestInputs, requirePaths } from '../../settings/manifest-inputs.ts'
import { imageFormats } from '../../settings/options.ts'
import { reportTargets } from '../../settings/report-targets.ts'
import type { Settings } from '../../settings/setting-values.ts'
import { codeOfNothing, nothingJudged } from '../../reports/coverage.ts'
import { imageReporters } from '../../reports/index.ts'
import { readManifests } from '../../run.ts'
import { sayProblems } from './said-problems.ts'
import type { Terminal } from '../terminal.ts'
import { writeNamedFile } from '../../files/write-named.ts'

export async function images(settings: Settings, terminal: Terminal): Promise<ExitCode> {
  const inputs = manifestInputs(settings)
  const targets = reportTargets(settings, imageFormats)
  requirePaths(inputs)
  const manifests = await readManifests(inputs, terminal, azureRegistrySuffixes)
  const list = imageList(manifests, azureRegistrySuffixes)
  for (const { format, file } of targets)
    if (file !== null) writeNamedFile(terminal.workspace, file, imageReporters[format](list))
  sayProblems(manifests, terminal)
  const { format } = targets.find(target => target.file === null) ?? { format: 'text' as const }
  await terminal.print(imageReporters[format](list))
  return nothingJudged(list) ? codeOfNothing(list) : exitCode.ok
}
