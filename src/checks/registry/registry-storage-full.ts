import { type Storage, usagesRead } from '../../facts/related-resources/storage.ts'
import { registryCommand } from '../wording/azure-commands.ts'
import type { Check, FindingDraft } from '../check.ts'
import { registryRead } from '../../facts/arm-actions.ts'
import { subjectOfPulls } from '../wording/registry-pulls.ts'
import { type RegistryPulls, registryPulls } from '../../pulls/pulls-by-registry.ts'
import { answerTo } from '../../facts/related-resources/index.ts'

const gibibytes = (bytes: number): string => `${(bytes / 1024 ** 3).toFixed(1)} GiB`

const finding = (pulls: RegistryPulls, { usedBytes, limitBytes }: Storage): FindingDraft => ({
  ...subjectOfPulls(pulls, pulls.uses),
  severity: 'note',
  message: `Registry ${pulls.registry.name} is full: it holds ${gibibytes(usedBytes)} of at most ${gibibytes(limitBytes)}, so new images may not be pushed, while those that are there can still be pulled`,
  remediation: [
    {
      description:
        'Compare what is used with MaximumStorageCapacity; then delete images that nobody needs (az acr purge), or ask Azure support for more.',
      command: registryCommand(pulls.registry, ['show-usage'], '--output', 'table')
    }
  ]
})

export const registryStorageFull: Check = {
  id: 'registry-storage-full',
  title: 'The registry is full',
  rationale: `A registry grows up to a maximum (40 TiB, and 100 TiB in the tier Premium); then pushes end in \`The operation is disallowed\`, so an image that is
about to be deployed may never arrive. What is in the registry can still be pulled, so this is a note.

Compared are the used storage and the row \`MaximumStorageCapacity\` of \`az acr show-usage\`. The limit of the row \`Size\` there is only the
storage that the price of the tier includes: beyond it Azure bills every GiB and nothing stops, so it is no finding. Numbers can lag
behind recent pushes, and in a geo-replicated registry they are those of the home region. Asked for in a \`--thorough\` run.`,
  references: [
    {
      title: 'Azure Container Registry SKU features and limits',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-skus'
    },
    {
      title: 'az acr show-usage: MaximumStorageCapacity and Size',
      url: 'https://github.com/Azure/azure-cli/pull/32263'
    }
  ],
  causes: ['L3'],
  permissions: [registryRead, usagesRead],
  words: [],
  *run(context) {
    for (const pulls of registryPulls(context.pulls)) {
      const storage = answerTo(context.facts, { kind: 'storage', registryId: pulls.registry.id })
      if (storage?.known === true && storage.value.usedBytes >= storage.value.limitBytes)
        yield finding(pulls, storage.value)
    }
  }
}
