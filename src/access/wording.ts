import type { Registry, RoleAssignmentMode } from '../facts/facts.ts'
import { pullOperation } from './rbac/permissions.ts'
import type { Puller } from './pull-access.ts'

const pullerKinds: Readonly<Record<Puller['kind'], string>> = {
  'kubelet-identity': 'kubelet identity',
  'service-principal': 'service principal',
  'service-account-identity': 'service account identity',
  'pull-secret': 'pull secret',
  anonymous: 'anonymous user',
  none: 'no credential'
}

/** Such as `kubelet identity aks-prod-agentpool (object id 00…)`. */
export function pullerText({ kind, name, objectId }: Puller): string {
  const named = name === null ? pullerKinds[kind] : `${pullerKinds[kind]} ${name}`
  return objectId === null ? named : `${named} (object id ${objectId})`
}

/** The modes as `az acr` and the portal name them. */
export const modeText: Readonly<Record<RoleAssignmentMode, string>> = {
  legacy: 'RBAC Registry Permissions',
  abac: 'RBAC Registry + ABAC Repository Permissions'
}

/** What the registry is, and what its mode asks of a grant. */
export function registrySentence({ loginServer, id, roleAssignmentMode }: Registry): string {
  const needs =
    roleAssignmentMode === null
      ? `Azure did not say its role assignment mode, so both ${pullOperation.legacy.name} and ${pullOperation.abac.name} were looked for`
      : `in mode "${modeText[roleAssignmentMode]}" a pull needs ${pullOperation[roleAssignmentMode].name}`
  return `Registry ${loginServer} is ${id}; ${needs}.`
}
