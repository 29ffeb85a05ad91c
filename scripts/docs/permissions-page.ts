import {
  checkRegistryName,
  readAssignments,
  readCacheRules,
  readCluster,
  readCredentialSets,
  readDefinitions,
  readDenials,
  readIdentities,
  readNetworks,
  readOfferedVersions,
  readPublicAddresses,
  readRegistry,
  readReplications,
  readScaleSets,
  readScopeMaps,
  readSubscriptions,
  readTokens,
  readUsages,
  readZoneLinks
} from '../../src/checks/wording/permissions.ts'
import { checks } from '../../src/checks/index.ts'

/** One action of the least-privilege role. `scope`: the narrowest scope at which it brings its answer. */
export type PermissionRow = {
  readonly action: string
  /** What it is about, for the head of a column. */
  readonly topic: string
  readonly brings: string
  readonly scope: string
  readonly without: string
}

/** Sources: "Azure permissions for Containers", "for Management and governance", "for Identity" (Azure RBAC documentation). */
export const permissionRows: readonly PermissionRow[] = [
  {
    action: readCluster,
    topic: 'clusters',
    brings:
      'the identity that the nodes pull with, the identities that do not, node pools and their versions',
    scope: 'each cluster',
    without: 'Nothing can be judged: exit code 3.'
  },
  {
    action: readRegistry,
    topic: 'registries',
    brings: 'role assignment mode, anonymous pull, policies, network settings, tenant',
    scope: 'each registry',
    without: 'The registry counts as not visible.'
  },
  {
    action: readAssignments,
    topic: 'role assignments',
    brings: 'grants at the registry and at every scope above it, direct or through groups',
    scope: 'each registry',
    without: 'A grant can be neither found nor ruled out.'
  },
  {
    action: readDefinitions,
    topic: 'role definitions',
    brings: 'what a role permits; names decide nothing',
    scope: 'each registry',
    without: 'What an assignment permits is not known.'
  },
  {
    action: readDenials,
    topic: 'deny assignments',
    brings: 'deny assignments, which beat every grant',
    scope: 'each registry',
    without: 'A grant that was found may still be denied.'
  },
  {
    action: checkRegistryName,
    topic: 'free names',
    brings: 'whether a registry that was not found exists at all, or whether its name is free',
    scope: 'the subscription of a cluster',
    without: 'A registry that does not exist is not told apart from one that is out of sight.'
  },
  {
    action: readIdentities,
    topic: 'identities',
    brings:
      'the object id behind an identity that a service account or a cluster names by client id or ARM id',
    scope: 'each of these identities',
    without: 'What such an identity may pull is not known.'
  },
  {
    action: readSubscriptions,
    topic: 'subscriptions',
    brings:
      'the list of subscriptions to search where Azure Resource Graph gives no answer, the tenant of a registry, and whether a subscription is disabled',
    scope: 'the subscriptions of clusters and registries',
    without:
      'Without Azure Resource Graph, registries are searched in the subscriptions of the clusters only.'
  },
  {
    action: readOfferedVersions,
    topic: 'versions',
    brings: 'the Kubernetes versions that AKS offers in the region of a cluster today',
    scope: 'the subscription of a cluster',
    without: 'Support is judged by the calendar that ships with the program alone.'
  },
  {
    action: readTokens,
    topic: 'tokens',
    brings: 'whether the token that a pull secret signs in with is enabled and not expired',
    scope: 'each registry',
    without: 'Such a pull secret is not proven, and never ruled out.'
  },
  {
    action: readScopeMaps,
    topic: 'scope maps',
    brings: 'which repositories such a token may pull',
    scope: 'each registry',
    without: 'A token that leaves the repository out is not told apart from one that covers it.'
  },
  {
    action: readReplications,
    topic: 'replicas',
    brings: 'in which regions a geo-replicated registry answers',
    scope: 'each registry',
    without:
      'A regional endpoint without a replica, or whose replica still fills, is not seen.'
  },
  {
    action: readCacheRules,
    topic: 'cache rules',
    brings: 'which repositories a registry fetches from another one',
    scope: 'each registry',
    without: 'That a cached source cannot be reached is not seen.'
  },
  {
    action: readCredentialSets,
    topic: 'cache credentials',
    brings: 'whether the credentials of a cache rule still work',
    scope: 'each registry',
    without: 'That a cached source refuses its credentials is not seen.'
  },
  {
    action: readUsages,
    topic: 'storage',
    brings: 'how full a registry is',
    scope: 'each registry',
    without: 'That new images cannot be pushed is not seen.'
  },
  {
    action: readPublicAddresses,
    topic: 'addresses',
    brings: 'the public addresses of the nodes, to hold them against the firewall of a registry',
    scope: 'the node resource group of each cluster',
    without: 'Whether a rule of the firewall is for the nodes is not known.'
  },
  {
    action: readNetworks,
    topic: 'networks',
    brings: 'the virtual networks of the nodes and their DNS servers',
    scope: 'each of these networks',
    without: 'Whether nodes resolve a registry without public access is not known.'
  },
  {
    action: readZoneLinks,
    topic: 'DNS links',
    brings: 'the links between these networks and the private DNS zone of registries',
    scope: 'the private DNS zone',
    without: 'A link that is there is not seen, and said to be missing from what can be read.'
  },
  {
    action: readScaleSets,
    topic: 'scale sets',
    brings: 'which identities the machines of a node pool carry',
    scope: 'the node resource group of each cluster',
    without: 'A pool without the kubelet identity is not seen.'
  }
]

const roleName = 'acr-pull-check reader'

/** In the form that `az role definition create --role-definition` takes. */
export const readerRole = {
  Name: roleName,
  IsCustom: true,
  Description:
    'Reads what decides whether AKS nodes can pull images from Azure Container Registry; cannot pull, write or list credentials.',
  Actions: permissionRows.map(({ action }) => action),
  NotActions: [],
  DataActions: [],
  NotDataActions: [],
  AssignableScopes: ['/subscriptions/00000000-0000-0000-0000-000000000000']
}

export const readerRoleFile = (): string => `${JSON.stringify(readerRole, null, 2)}\n`

const cells = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`

const row = ({ action, brings, scope, without }: PermissionRow): string =>
  cells([`\`${action}\``, brings, scope, without])

const needs = (permissions: readonly string[]): readonly string[] =>
  permissionRows.map(({ action }) => (permissions.includes(action) ? '×' : ''))

const matrix = (): readonly string[] => [
  cells(['check', ...permissionRows.map(({ topic }) => topic)]),
  `|---|${permissionRows.map(() => ':-:|').join('')}`,
  ...checks
    .filter(({ permissions }) => permissions.length > 0)
    .map(({ id, permissions }) => cells([`[${id}](checks.md#${id})`, ...needs(permissions)]))
]

export const permissionsPage = (): string =>
  [
    '<!-- Generated by npm run docs from scripts/docs/permissions-page.ts and src/checks. -->',
    '',
    '# Permissions',
    '',
    'The identity that runs the check reads from Azure Resource Manager, and does nothing else. It needs no role in the cluster, no access to images,',
    'no right to list credentials, and none in Microsoft Graph.',
    '',
    '## The role',
    '',
    'Put the ids of your subscriptions (or a management group) into `AssignableScopes`. The same text is in',
    '[acr-pull-check-reader.role.json](acr-pull-check-reader.role.json).',
    '',
    '```json',
    readerRoleFile().trimEnd(),
    '```',
    '',
    '```sh',
    'az role definition create --role-definition @acr-pull-check-reader.role.json',
    `az role assignment create --role '${roleName}' --assignee-object-id <object id> --assignee-principal-type ServicePrincipal --scope <scope>`,
    '```',
    '',
    '## Where to assign it',
    '',
    '- **A few clusters and registries:** at each of them, or at their resource groups. Registries are found by their login server in whatever the identity can see.',
    '- **A fleet:** at the subscriptions, or at the management group above them.',
    '- Grants that the nodes inherit from above are listed at the registry itself. The role need not be assigned where they are.',
    '- `Microsoft.ContainerRegistry/checkNameAvailability/read`, `Microsoft.ContainerService/locations/kubernetesVersions/read` and `Microsoft.Resources/subscriptions/read` work at a subscription only.',
    '',
    'Azure Resource Graph, with which registries are found, has no action of its own: it shows what the identity may read.',
    '',
    '## What each action brings',
    '',
    '| action | brings | assign at | without it |',
    '|---|---|---|---|',
    ...permissionRows.map(row),
    '',
    '## What becomes unknown without it',
    '',
    'A missing answer is never a pass and never a failure; the finding names the missing action. Each check rests on these answers:',
    '',
    ...matrix(),
    '',
    '## Why not a built-in role',
    '',
    '- **Reader** contains `*/read`, and with it `Microsoft.ContainerRegistry/registries/pull/read`: on a registry with RBAC permissions the workflow could pull every image.',
    "- **Container Registry Configuration Reader and Data Access Configuration Reader** contains `Microsoft.ContainerRegistry/registries/listCredentials/action`: the workflow could read the admin user's password.",
    '- **AcrPull** can pull, and cannot read the registry, the role assignments or the cluster.',
    ''
  ].join('\n')
