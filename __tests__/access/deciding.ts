import type { Principal } from '../../src/access/rbac/access.ts'
import { indexFacts } from '../../src/access/facts-index.ts'
import { createGrants, type Decision } from '../../src/access/rbac/grants.ts'
import {
  contentRead,
  factsWith,
  kubelet,
  metadataRead,
  pullRead,
  registry,
  role,
  tenant,
  type Setting
} from './facts-builder.ts'

export const kubeletPrincipal: Principal = {
  objectId: kubelet,
  puller: { kind: 'kubelet-identity', objectId: kubelet, name: 'aks-prod-agentpool' },
  kind: 'managed-identity',
  tenantId: tenant
}

/** What the kubelet identity, unless changed, may do at the registry. */
export const decide = (
  setting: Setting,
  repository = 'team/app',
  principal: Partial<Principal> = {}
): Decision =>
  createGrants(indexFacts(factsWith(setting)))(
    { ...kubeletPrincipal, ...principal },
    registry(setting.registry),
    repository
  )

export const abac = { roleAssignmentMode: 'abac' } as const
export const noMode = { roleAssignmentMode: null } as const

export const nameStarts = (prefix: string): string =>
  `@Request[Microsoft.ContainerRegistry/registries/repositories:name] StringStartsWithIgnoreCase '${prefix}'`

/** The shape that the portal writes for one prefix. */
export const only = (prefix: string): string =>
  `(!(ActionMatches{'${contentRead}'}) AND !(ActionMatches{'${metadataRead}'})) OR (${nameStarts(prefix)})`

/** Depends on the network from which somebody pulls. */
export const openCondition = '@Environment[isPrivateLink] BoolEquals true'

/** Everything about registries, with the pull taken back in both modes. */
export const notPull = role('not-pull', 'Registry operator', {
  actions: ['Microsoft.ContainerRegistry/*'],
  notActions: [pullRead],
  dataActions: ['Microsoft.ContainerRegistry/*'],
  notDataActions: [contentRead]
})
