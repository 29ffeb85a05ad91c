import { parseResourceId, resourceName, segmentsOf } from '../../base/resource-id.ts'
import { command } from '../../base/shell-command.ts'
import { bicepString, commentText } from './escape-code.ts'
import type { RoleGrant } from './role-grant.ts'

/** Where a file is deployed, and what of it says so. */
type Deployment = {
  readonly command: string
  readonly target: readonly string[]
  /** The resource of the scope, where it lies below a resource group. */
  readonly scope: { readonly declaration: readonly string[]; readonly name: string } | null
}

const file = ['--template-file', 'FILE']

/** A Bicep file assigns roles at the scope that it is deployed to, and at resources in it (Azure docs, "Set scope for extension resources in Bicep"). */
function deploymentTo(scope: string): Deployment | null {
  const registry = parseResourceId(scope)
  if (registry?.type === 'microsoft.containerregistry/registries')
    return {
      command: inGroup(registry.subscriptionId, registry.resourceGroup),
      target: [],
      scope: {
        name: 'registry',
        declaration: [
          "resource registry 'Microsoft.ContainerRegistry/registries@2025-11-01' existing = {",
          `  name: ${bicepString(registry.name)}`,
          '}',
          ''
        ]
      }
    }
  const [kind = '', id = '', groups, group, ...below] = segmentsOf(scope)
  if (kind.toLowerCase() !== 'subscriptions' || below.length > 0) return null
  return groups === undefined || group === undefined
    ? {
        command: command(
          'az',
          'deployment',
          'sub',
          'create',
          '--subscription',
          id,
          '--location',
          'REGION',
          ...file
        ),
        target: ["targetScope = 'subscription'", ''],
        scope: null
      }
    : { command: inGroup(id, group), target: [], scope: null }
}

const inGroup = (subscription: string, group: string): string =>
  command(
    ...['az', 'deployment', 'group', 'create', '--subscription', subscription],
    ...['--resource-group', group, ...file]
  )

/** What-if hides assignments whose name it cannot work out (Azure/arm-template-whatif 399): all parts are known. */
function nameOf({ existing, principalId, role }: RoleGrant, { scope }: Deployment): string {
  if (existing !== null) return bicepString(resourceName(existing))
  const at = scope === null ? 'resourceGroup().id' : `${scope.name}.id`
  return `guid(${at}, ${bicepString(principalId)}, ${bicepString(resourceName(role.id))})`
}

const roleId = ({ role }: RoleGrant): string =>
  role.id.includes('/')
    ? bicepString(role.id)
    : `subscriptionResourceId('Microsoft.Authorization/roleDefinitions', ${bicepString(role.id)})`

/** A file of its own; null for a scope that no file of a resource group or subscription reaches. */
export function bicepGrant(grant: RoleGrant): string | null {
  const deployment = deploymentTo(grant.scope)
  if (deployment === null) return null
  const { condition, principalId, principalType } = grant
  return [
    `// ${commentText(deployment.command)}`,
    ...deployment.target,
    ...(deployment.scope?.declaration ?? []),
    `// ${commentText(grant.purpose)}`,
    "resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {",
    ...(deployment.scope === null ? [] : [`  scope: ${deployment.scope.name}`]),
    `  name: ${nameOf(grant, deployment)}`,
    '  properties: {',
    `    principalId: ${bicepString(principalId)}`,
    `    principalType: ${bicepString(principalType)}`,
    `    roleDefinitionId: ${roleId(grant)}`,
    ...(condition === null
      ? []
      : [`    condition: ${bicepString(condition)}`, "    conditionVersion: '2.0'"]),
    '  }',
    '}'
  ].join('\n')
}
