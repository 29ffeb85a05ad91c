import type { Permission, RoleDefinition } from '../../src/facts/facts.ts'
import { contentRead, metadataRead, pullRead, role } from './facts-builder.ts'

const registries = 'Microsoft.ContainerRegistry/registries'

type Entry = Partial<Permission>

const reads: Entry = { actions: ['*/read', 'Microsoft.Support/*'] }
const repository = (...operations: readonly string[]): Entry => ({
  dataActions: [
    contentRead,
    metadataRead,
    ...operations.map(each => `${registries}/repositories/${each}`)
  ]
})

/** How each built-in role of Azure comes to a pull, or not ("Azure built-in roles" of Microsoft Learn, 2026). */
const rows: readonly (readonly [string, string, 'legacy' | 'abac' | 'both' | 'none', Entry])[] = [
  ['7f951dda-4ed3-4680-a7ca-43fe172d538d', 'AcrPull', 'legacy', { actions: [pullRead] }],
  [
    '8311e382-0749-4cb8-b61a-304f252e45ec',
    'AcrPush',
    'legacy',
    { actions: [pullRead, `${registries}/push/write`] }
  ],
  [
    '96062cf7-95ca-4f89-9b9d-2a2aa47356af',
    'Defender Registry Access',
    'both',
    { actions: [pullRead, `${registries}/read`], dataActions: [contentRead, metadataRead] }
  ],
  [
    'c5c82243-e78e-43f9-8428-793bba85b28e',
    'Defender For Container Registries Operator',
    'both',
    { actions: [pullRead, `${registries}/read`], dataActions: [contentRead, metadataRead] }
  ],
  [
    '577a9874-89fd-4f24-9dbd-b5034d0ad23a',
    'Container Registry Data Importer and Data Reader',
    'both',
    {
      actions: [`${registries}/importImage/action`, `${registries}/read`, pullRead],
      dataActions: [contentRead, metadataRead, `${registries}/catalog/read`]
    }
  ],
  [
    'b78c5d69-af96-48a3-bf8d-a8b4d589de94',
    'Azure AI Administrator',
    'legacy',
    { actions: [`${registries}/*`] }
  ],
  ['8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'Owner', 'legacy', { actions: ['*'] }],
  [
    'b24988ac-6180-42a0-ab88-20f7382dd24c',
    'Contributor',
    'legacy',
    {
      actions: ['*'],
      notActions: ['Microsoft.Authorization/*/Delete', 'Microsoft.Authorization/*/Write']
    }
  ],
  ['acdd72a7-3385-48ef-bd42-f606fba81ae7', 'Reader', 'legacy', { actions: ['*/read'] }],
  ['18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', 'User Access Administrator', 'legacy', reads],
  [
    'f58310d9-a9f6-439a-9e8d-f62e7b41a168',
    'Role Based Access Control Administrator',
    'legacy',
    reads
  ],
  ['36243c78-bf99-498c-9df9-86d9f8d28608', 'Resource Policy Contributor', 'legacy', reads],
  ['43d0d8ad-25c7-4714-9337-8ba259a9fe05', 'Monitoring Reader', 'legacy', reads],
  ['749f88d5-cbae-40b8-bcfc-e573ddc772fa', 'Monitoring Contributor', 'legacy', reads],
  ['47be4a87-7950-4631-9daf-b664a405f074', 'Monitoring Policy Contributor', 'legacy', reads],
  ['641177b8-a67a-45b9-a033-47bc880bb21e', 'Managed Application Contributor', 'legacy', reads],
  ['73c42c96-874c-492b-b04d-ab87d138a893', 'Log Analytics Reader', 'legacy', reads],
  ['92aaf0da-9dab-42b6-94a3-d43ce8d16293', 'Log Analytics Contributor', 'legacy', reads],
  ['c7393b34-138c-406f-901b-d8cf2b17e6ae', 'Managed Application Operator', 'legacy', reads],
  [
    'b9331d33-8a36-4f8c-b097-4f54124fdb44',
    'Managed Application Publisher Operator',
    'legacy',
    reads
  ],
  [
    '0f37683f-2463-46b6-9ce7-9b788b988ba2',
    'App Compliance Automation Administrator',
    'legacy',
    reads
  ],
  ['ffc6bbe0-e443-4c3b-bf54-26581bb2f78e', 'App Compliance Automation Reader', 'legacy', reads],
  [
    'e4c7f620-39b8-4688-bba2-70dd82ef367b',
    'Resilience Drills Target Resource Administrator',
    'legacy',
    reads
  ],
  [
    '82c6a823-ae9c-4b90-b5c5-bff581c45896',
    'Resilience Drills Target Resource Contributor',
    'legacy',
    reads
  ],
  [
    'b93aa761-3e63-49ed-ac28-beffa264f7ac',
    'Container Registry Repository Reader',
    'abac',
    repository()
  ],
  [
    '2a1e307c-b015-4ebd-883e-5b7698a07328',
    'Container Registry Repository Writer',
    'abac',
    repository('content/write', 'metadata/write')
  ],
  [
    '2efddaa5-3f1f-4df3-97df-af3f13818f4c',
    'Container Registry Repository Contributor',
    'abac',
    repository('content/write', 'content/delete', 'metadata/write', 'metadata/delete')
  ],
  [
    'bfdb9389-c9a5-478a-bb2f-ba9ca092c3c7',
    'Container Registry Repository Catalog Lister',
    'none',
    { dataActions: [`${registries}/catalog/read`] }
  ],
  [
    '69b07be0-09bf-439a-b9a6-e73de851bd59',
    'Container Registry Configuration Reader and Data Access Configuration Reader',
    'none',
    {
      actions: [
        `${registries}/read`,
        `${registries}/listCredentials/action`,
        `${registries}/tokens/read`
      ]
    }
  ],
  [
    '3bc748fc-213d-45c1-8d91-9da5725539b9',
    'Container Registry Contributor and Data Access Configuration Administrator',
    'none',
    { actions: [`${registries}/read`, `${registries}/write`, `${registries}/tokens/*`] }
  ],
  [
    'fb382eab-e894-4461-af04-94435c366c3f',
    'Container Registry Tasks Contributor',
    'none',
    { actions: [`${registries}/tasks/*`] }
  ],
  [
    'c357b964-0002-4b64-a50d-7a28f02edc52',
    'Container Registry Cache Rule Reader',
    'none',
    { actions: [`${registries}/cacheRules/read`] }
  ],
  [
    'df87f177-bb12-4db1-9793-a413691eff94',
    'Container Registry Cache Rule Administrator',
    'none',
    { actions: [`${registries}/cacheRules/*`] }
  ],
  [
    'c2f4ef07-c644-48eb-af81-4b1b4947fb11',
    'AcrDelete',
    'none',
    { actions: [`${registries}/artifacts/delete`] }
  ],
  [
    '6cef56e8-d556-48e5-a04f-b8e64114680f',
    'AcrImageSigner',
    'none',
    {
      actions: [`${registries}/sign/write`],
      dataActions: [`${registries}/trustedCollections/write`]
    }
  ],
  [
    'cdda3590-29a3-44f6-95f2-9f980659eb04',
    'AcrQuarantineReader',
    'none',
    {
      actions: [`${registries}/quarantine/read`],
      dataActions: [`${registries}/quarantinedArtifacts/read`]
    }
  ],
  [
    'c8d4ff99-41c3-41a8-9f60-21dfdad59608',
    'AcrQuarantineWriter',
    'none',
    { actions: [`${registries}/quarantine/read`, `${registries}/quarantine/write`] }
  ],
  [
    'ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8',
    'Azure Kubernetes Service Contributor Role',
    'none',
    {
      actions: ['Microsoft.ContainerService/managedClusters/*', 'Microsoft.Resources/deployments/*']
    }
  ],
  [
    'f1a07417-d97a-45cb-824c-7a7467783830',
    'Managed Identity Operator',
    'none',
    {
      actions: [
        'Microsoft.ManagedIdentity/userAssignedIdentities/*/read',
        'Microsoft.Authorization/*/read'
      ]
    }
  ]
]

/** Roles with the modes in which they pull. */
export const builtInRoles: readonly {
  readonly definition: RoleDefinition
  readonly pulls: 'legacy' | 'abac' | 'both' | 'none'
}[] = rows.map(([key, name, pulls, entry]) => ({ definition: role(key, name, entry), pulls }))
