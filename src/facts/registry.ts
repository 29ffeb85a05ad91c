import * as z from 'zod/mini'
import {
  listOf,
  named,
  orElse,
  orNone,
  orNotTold,
  text,
  textOrNone,
  textOrNotTold,
  type ValueOf
} from './schema-parts.ts'

const keyIdentity = z.object({ clientId: text, assigned: z.boolean() })

/** `assigned`: it is still among the identities of the registry. */
export type KeyIdentity = ValueOf<typeof keyIdentity>

/** ARM `roleAssignmentMode`: legacy honours `registries/pull/read`, abac `repositories/content/read`. */
const roleAssignmentMode = z.enum(['legacy', 'abac'])

export type RoleAssignmentMode = ValueOf<typeof roleAssignmentMode>

export const registry = named(
  'Registry',
  'An Azure Container Registry, without its IP rules.',
  z.object({
    id: text,
    name: text,
    loginServer: text,
    subscriptionId: text,
    tenantId: textOrNotTold,
    location: text,
    sku: textOrNotTold,
    /** null is not the same as legacy. */
    roleAssignmentMode: orNotTold(roleAssignmentMode),
    anonymousPull: orNotTold(z.boolean()),
    adminUser: orNotTold(z.boolean()),
    /** `azureADAuthenticationAsArmPolicy`; absent in ARM means enabled. */
    authenticationAsArm: z.boolean(),
    publicNetworkAccess: textOrNotTold,
    /** null on Basic registries, which have no network rules. */
    networkDefaultAction: textOrNone,
    /** How many IP rules there are; the rules themselves are no fact. null: not known, or none possible (Basic). */
    networkRuleCount: orElse(orNotTold(z.number()), null),
    approvedPrivateEndpoints: z.number(),
    /** Waiting for somebody's approval. */
    pendingPrivateEndpoints: orElse(orNotTold(z.number()), null),
    dataEndpoint: z.boolean(),
    dataEndpointHosts: listOf(text),
    quarantine: z.boolean(),
    provisioningState: textOrNotTold,
    /** Usually there is none. */
    status: textOrNone,
    encrypted: z.boolean(),
    /** The user-assigned identity that reads the customer-managed key; null: none, or not known. */
    keyIdentity: orElse(orNone(keyIdentity), null),
    createdAt: textOrNotTold,
    lastModifiedAt: textOrNotTold
  })
)

export type Registry = ValueOf<typeof registry>
