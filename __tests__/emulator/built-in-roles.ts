import type { RoleDefinitionData } from './world.ts'

const registries = 'Microsoft.ContainerRegistry/registries'

const allButAccess = [
  'Microsoft.Authorization/*/Delete',
  'Microsoft.Authorization/*/Write',
  'Microsoft.Authorization/elevateAccess/Action',
  'Microsoft.Blueprint/blueprintAssignments/write',
  'Microsoft.Blueprint/blueprintAssignments/delete',
  'Microsoft.Compute/galleries/share/action',
  'Microsoft.Purview/consents/write',
  'Microsoft.Purview/consents/delete',
  'Microsoft.Resources/deploymentStacks/manageDenySetting/action',
  'Microsoft.Subscription/cancel/action',
  'Microsoft.Subscription/enable/action'
]

/** What the data-plane roles of a registry with repository permissions may do. */
const repositories = (...actions: readonly string[]) =>
  actions.map(action => `${registries}/repositories/${action}`)

const role = (
  id: string,
  name: string,
  actions: readonly string[],
  others: { notActions?: readonly string[]; dataActions?: readonly string[] } = {}
): RoleDefinitionData => ({
  id,
  name,
  permissions: [{ actions, ...others }],
  assignableScopes: ['/']
})

/** The built-in roles that scenarios assign, as "Azure built-in roles" of Microsoft Learn has them. */
export const builtInRoles: readonly RoleDefinitionData[] = [
  role('7f951dda-4ed3-4680-a7ca-43fe172d538d', 'AcrPull', [`${registries}/pull/read`]),
  role('8311e382-0749-4cb8-b61a-304f252e45ec', 'AcrPush', [
    `${registries}/pull/read`,
    `${registries}/push/write`
  ]),
  role('c2f4ef07-c644-48eb-af81-4b1b4947fb11', 'AcrDelete', [`${registries}/artifacts/delete`]),
  role('6cef56e8-d556-48e5-a04f-b8e64114680f', 'AcrImageSigner', [`${registries}/sign/write`], {
    dataActions: [`${registries}/trustedCollections/write`]
  }),
  role(
    'cdda3590-29a3-44f6-95f2-9f980659eb04',
    'AcrQuarantineReader',
    [`${registries}/quarantine/read`],
    { dataActions: [`${registries}/quarantinedArtifacts/read`] }
  ),
  role('acdd72a7-3385-48ef-bd42-f606fba81ae7', 'Reader', ['*/read']),
  role('b24988ac-6180-42a0-ab88-20f7382dd24c', 'Contributor', ['*'], { notActions: allButAccess }),
  role('8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'Owner', ['*']),
  role('18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', 'User Access Administrator', [
    '*/read',
    'Microsoft.Authorization/*',
    'Microsoft.Support/*'
  ]),
  role('43d0d8ad-25c7-4714-9337-8ba259a9fe05', 'Monitoring Reader', [
    '*/read',
    'Microsoft.OperationalInsights/workspaces/search/action',
    'Microsoft.Support/*'
  ]),
  role('4d97b98b-1d4f-4787-a291-c67834d212e7', 'Network Contributor', [
    'Microsoft.Authorization/*/read',
    'Microsoft.Insights/alertRules/*',
    'Microsoft.Network/*',
    'Microsoft.Resources/deployments/*',
    'Microsoft.Resources/subscriptions/resourceGroups/read',
    'Microsoft.Support/*'
  ]),
  role('f1a07417-d97a-45cb-824c-7a7467783830', 'Managed Identity Operator', [
    'Microsoft.ManagedIdentity/userAssignedIdentities/*/read',
    'Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action',
    'Microsoft.Authorization/*/read',
    'Microsoft.Resources/subscriptions/resourceGroups/read'
  ]),
  role('b93aa761-3e63-49ed-ac28-beffa264f7ac', 'Container Registry Repository Reader', [], {
    dataActions: repositories('content/read', 'metadata/read')
  }),
  role('2a1e307c-b015-4ebd-883e-5b7698a07328', 'Container Registry Repository Writer', [], {
    dataActions: repositories('content/read', 'content/write', 'metadata/read', 'metadata/write')
  }),
  role('2efddaa5-3f1f-4df3-97df-af3f13818f4c', 'Container Registry Repository Contributor', [], {
    dataActions: repositories(
      'content/read',
      'content/write',
      'content/delete',
      'metadata/read',
      'metadata/write',
      'metadata/delete'
    )
  }),
  role('bfdb9389-c9a5-478a-bb2f-ba9ca092c3c7', 'Container Registry Repository Catalog Lister', [], {
    dataActions: [`${registries}/catalog/read`]
  }),
  role(
    '577a9874-89fd-4f24-9dbd-b5034d0ad23a',
    'Container Registry Data Importer and Data Reader',
    [`${registries}/importImage/action`, `${registries}/read`, `${registries}/pull/read`],
    {
      dataActions: [...repositories('content/read', 'metadata/read'), `${registries}/catalog/read`]
    }
  ),
  role(
    '69b07be0-09bf-439a-b9a6-e73de851bd59',
    'Container Registry Configuration Reader and Data Access Configuration Reader',
    [
      `${registries}/read`,
      `${registries}/listCredentials/action`,
      `${registries}/listUsages/read`,
      `${registries}/replications/read`,
      `${registries}/scopeMaps/read`,
      `${registries}/tokens/read`,
      `${registries}/webhooks/read`
    ]
  ),
  role(
    '3bc748fc-213d-45c1-8d91-9da5725539b9',
    'Container Registry Contributor and Data Access Configuration Administrator',
    [
      `${registries}/read`,
      `${registries}/write`,
      `${registries}/delete`,
      `${registries}/listCredentials/action`,
      `${registries}/tokens/*`,
      `${registries}/scopeMaps/*`
    ]
  ),
  role('ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8', 'Azure Kubernetes Service Contributor Role', [
    'Microsoft.ContainerService/locations/*',
    'Microsoft.ContainerService/managedClusters/*',
    'Microsoft.Resources/deployments/*'
  ])
]
