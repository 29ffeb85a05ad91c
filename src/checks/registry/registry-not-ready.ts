import type { Registry } from '../../facts/facts.ts'
import { registryCommand } from '../wording/azure-commands.ts'
import type { Check, FindingDraft } from '../check.ts'
import { readRegistry } from '../wording/permissions.ts'
import { predicted } from '../wording/prediction.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'
import { type RegistryPulls, registryPulls } from '../../pulls/pulls-by-registry.ts'

type Trouble = { readonly severity: 'warning' | 'note'; readonly text: string }

/** While a registry is changed it goes on serving; the other states are left only by somebody's hand. */
const isPassing = (state: string): boolean => state.toLowerCase() === 'updating'

function troublesOf({ provisioningState, status, sku }: Registry): readonly Trouble[] {
  const troubles: Trouble[] = []
  if (provisioningState !== null && provisioningState.toLowerCase() !== 'succeeded')
    troubles.push({
      severity: isPassing(provisioningState) ? 'note' : 'warning',
      text: `its provisioning state is ${provisioningState}`
    })
  if (status !== null && status.toLowerCase() !== 'ready')
    troubles.push({ severity: 'warning', text: `its status is ${status}` })
  if (sku?.toLowerCase() === 'classic')
    troubles.push({ severity: 'warning', text: 'its tier is Classic, which Azure has retired' })
  return troubles
}

const openings: Readonly<Record<'warning' | 'note', string>> = {
  warning: 'may fail, because the registry is not in order',
  note: 'may meet a registry that is being changed'
}

const worst = (troubles: readonly Trouble[]): Trouble['severity'] =>
  troubles.some(({ severity }) => severity === 'warning') ? 'warning' : 'note'

const finding = (pulls: RegistryPulls, troubles: readonly Trouble[]): FindingDraft => ({
  ...subjectOfPulls(pulls, pulls.uses),
  ...predicted(worst(troubles)),
  message: `${pullsText(pulls)} ${openings[worst(troubles)]}: ${troubles.map(({ text }) => text).join(', and ')}`,
  remediation: [
    {
      description:
        'Look at the registry now; after a failed operation, repeat it or look into the activity log of the registry.',
      command: registryCommand(
        pulls.registry,
        ['show'],
        ...['--query', '{provisioningState: provisioningState, status: status, sku: sku.name}']
      )
    }
  ]
})

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
  permissions: [readRegistry],
  *run(context) {
    for (const pulls of registryPulls(context)) {
      const troubles = troublesOf(pulls.registry)
      if (troubles.length > 0) yield finding(pulls, troubles)
    }
  }
}
