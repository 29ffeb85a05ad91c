import { azureRegistrySuffixes } from '../../kubernetes/images/registry-host.ts'
import { exitCode, type ExitCode } from '../../base/errors.ts'
import { imageList } from '../../judgement/image-list.ts'
import { manifestInputs, requirePaths } from '../../settings/manifest-inputs.ts'
import { imageFormats } from '../../settings/options.ts'
import { reportTargets } from '../../settings/report-targets.ts'
import { azureInputs } from '../../settings/azure-inputs.ts'
import { first, switched, type Settings } from '../../settings/setting-values.ts'
import { lookedUpImages, readFactsFile } from '../../facts-source/facts-source.ts'
import type { ImageAnswer } from '../../facts/images.ts'
import type { Manifests } from '../../kubernetes/manifests.ts'
import { codeOfNothing, nothingJudged } from '../../reports/coverage.ts'
import { imageReporters } from '../../reports/index.ts'
import { readManifests } from '../../run.ts'
import { sayProblems } from './said-problems.ts'
import type { Terminal } from '../terminal.ts'
import { writeNamedFile } from '../../files/write-named.ts'

/** From a facts file where one is named, else from the registries where somebody asks for it. */
async function lookups(
  settings: Settings,
  manifests: Manifests,
  terminal: Terminal
): Promise<readonly ImageAnswer[]> {
  const file = first(settings, 'facts')
  if (file !== null) return readFactsFile(file, terminal.workspace).images
  return switched(settings, 'lookup', false)
    ? lookedUpImages(azureInputs(settings), manifests, terminal)
    : []
}

export async function images(settings: Settings, terminal: Terminal): Promise<ExitCode> {
  const inputs = manifestInputs(settings)
  const targets = reportTargets(settings, imageFormats)
  requirePaths(inputs)
  const manifests = await readManifests(inputs, terminal, azureRegistrySuffixes)
  const list = imageList(
    manifests,
    azureRegistrySuffixes,
    await lookups(settings, manifests, terminal)
  )
  for (const { format, file } of targets)
    if (file !== null) writeNamedFile(terminal.workspace, file, imageReporters[format](list))
  sayProblems(manifests, terminal)
  const { format } = targets.find(target => target.file === null) ?? { format: 'text' as const }
  await terminal.print(imageReporters[format](list))
  return nothingJudged(list) ? codeOfNothing(list) : exitCode.ok
}
