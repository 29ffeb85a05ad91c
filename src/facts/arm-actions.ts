import type { ArmAction } from './arm-action.ts'
import { optionalFacts } from './related-resources/index.ts'

/*
 * What the first answers take; each optional fact names its own. Sources: "Azure permissions for Containers", "for
 * Management and governance", "for Identity" (Azure RBAC documentation).
 */

export const clusterRead: ArmAction = {
  action: 'Microsoft.ContainerService/managedClusters/read',
  topic: 'clusters',
  brings:
    'the identity that the nodes pull with, the identities that do not, node pools and their versions',
  scope: 'each cluster',
  without: 'Nothing can be judged: exit code 3.'
}

export const registryRead: ArmAction = {
  action: 'Microsoft.ContainerRegistry/registries/read',
  topic: 'registries',
  brings: 'role assignment mode, anonymous pull, policies, network settings, tenant',
  scope: 'each registry',
  without: 'The registry counts as not visible.'
}

export const assignmentsRead: ArmAction = {
  action: 'Microsoft.Authorization/roleAssignments/read',
  topic: 'role assignments',
  brings: 'grants at the registry and at every scope above it, direct or through groups',
  scope: 'each registry',
  without: 'A grant can be neither found nor ruled out.'
}

export const definitionsRead: ArmAction = {
  action: 'Microsoft.Authorization/roleDefinitions/read',
  topic: 'role definitions',
  brings: 'what a role permits; names decide nothing',
  scope: 'each registry',
  without: 'What an assignment permits is not known.'
}

export const denialsRead: ArmAction = {
  action: 'Microsoft.Authorization/denyAssignments/read',
  topic: 'deny assignments',
  brings: 'deny assignments, which beat every grant',
  scope: 'each registry',
  without: 'A grant that was found may still be denied.'
}

export const registryNameRead: ArmAction = {
  action: 'Microsoft.ContainerRegistry/checkNameAvailability/read',
  topic: 'free names',
  brings: 'whether a registry that was not found exists at all, or whether its name is free',
  scope: 'the subscription of a cluster',
  without: 'A registry that does not exist is not told apart from one that is out of sight.'
}

export const identitiesRead: ArmAction = {
  action: 'Microsoft.ManagedIdentity/userAssignedIdentities/read',
  topic: 'identities',
  brings:
    'the object id behind an identity that a service account or a cluster names by client id or ARM id',
  scope: 'each of these identities',
  without: 'What such an identity may pull is not known.'
}

/** What every answer about a grant rests on. */
export const grantReads: readonly ArmAction[] = [
  clusterRead,
  registryRead,
  assignmentsRead,
  definitionsRead,
  denialsRead
]

/** Every action that a run may take: the least-privilege role. */
export const armActions: readonly ArmAction[] = [
  ...new Set([
    ...grantReads,
    registryNameRead,
    identitiesRead,
    ...optionalFacts.flatMap(({ actions }) => actions)
  ])
]
