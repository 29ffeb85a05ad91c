import * as z from 'zod/mini'
import type { ArmAction } from '../arm-action.ts'
import { factOf, listOf, named, text, textOrNone, type ValueOf } from '../schema-parts.ts'
import { optionalFact } from './optional-fact.ts'

const token = named(
  'RegistryToken',
  'A repository-scoped token of a registry, without its passwords.',
  z.object({
    enabled: z.boolean(),
    /** When each password ends (ISO 8601); null: never. Which of them somebody uses is not known. */
    passwordExpiries: listOf(textOrNone),
    scopeMap: textOrNone,
    /** Actions of the scope map, such as `repositories/team/web/content/read`. */
    actions: factOf(listOf(text))
  })
)

export type RegistryToken = ValueOf<typeof token>

export const tokensRead: ArmAction = {
  action: 'Microsoft.ContainerRegistry/registries/tokens/read',
  topic: 'tokens',
  brings: 'whether the token that a pull secret signs in with is enabled and not expired',
  scope: 'each registry',
  without: 'Such a pull secret is not proven, and never ruled out.'
}

export const scopeMapsRead: ArmAction = {
  action: 'Microsoft.ContainerRegistry/registries/scopeMaps/read',
  topic: 'scope maps',
  brings: 'which repositories such a token may pull',
  scope: 'each registry',
  without: 'A token that leaves the repository out is not told apart from one that covers it.'
}

/** The user of a pull secret that is neither the admin user nor a principal can only be a token of the registry. */
export const tokens = optionalFact({
  kind: 'tokens',
  about: { registryId: text, name: text },
  value: token,
  actions: [tokensRead, scopeMapsRead],
  callsIn: ({ registry, tokenNames }) =>
    tokenNames.map(name => ({ about: { registryId: registry.id, name }, calledFor: true }))
})
