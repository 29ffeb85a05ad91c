import { isBeingUpdated } from '../../facts/registry-state.ts'
import type { RegistryStateObstacle } from '../../pulls/obstacles/registry-state.ts'
import { type RegistryPulls, registryPulls } from '../../pulls/pulls-by-registry.ts'
import { registryCommand } from '../wording/azure-commands.ts'
import type { Check, FindingDraft } from '../check.ts'
import { obstaclesOf } from '../wording/from-obstacles.ts'
import { registryRead } from '../../facts/arm-actions.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'

const finding = (
  from: RegistryPulls,
  severity: FindingDraft['severity'],
  text: string
): FindingDraft => ({
  ...subjectOfPulls(from, from.uses),
  severity,
  message: `${pullsText(from)} ${text}`,
  remediation: [
    {
      description:
        'Look at the registry now; after a failed operation, repeat it or look into the activity log of the registry.',
      command: registryCommand(
        from.registry,
        ['show'],
        ...['--query', '{provisioningState: provisioningState, status: status, sku: sku.name}']
      )
    }
  ]
})

const notInOrder = ({ from, evidence }: RegistryStateObstacle): FindingDraft =>
  finding(
    from,
    'warning',
    `may fail, because the registry is not in order: ${evidence.join(', and ')}`
  )

const beingUpdated = (from: RegistryPulls): FindingDraft =>
  finding(
    from,
    'note',
    `may meet a registry that is being changed: its provisioning state is ${from.registry.provisioningState ?? ''}`
  )

export const registryNotReady: Check = {
  id: 'registry-not-ready',
  title: 'The registry is not in order',
  rationale: `Azure Resource Manager says that the last operation on the registry failed or is under way, or that its status is not Ready. A registry whose
update failed often still serves pulls, and one that is being deleted does so for a while, so this proves nothing about the next pull and is a
warning; an update under way is a note. The tier Classic has been retired.`,
  references: [
    {
      title: 'Registries: get (properties provisioningState and status)',
      url: 'https://learn.microsoft.com/rest/api/container-registry/registries/get'
    },
    {
      title: 'Azure Container Registry tiers',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-skus'
    }
  ],
  causes: ['L5'],
  permissions: [registryRead],
  words: ['registry-state'],
  *run({ pulls, obstacles }) {
    const found = obstaclesOf(obstacles, 'registry-state')
    yield* found.map(notInOrder)
    for (const pull of registryPulls(pulls))
      if (isBeingUpdated(pull.registry) && !found.some(({ from }) => from === pull))
        yield beingUpdated(pull)
  }
}
