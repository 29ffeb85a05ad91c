import { known, unknown } from '../../src/facts/fact.ts'
import type { Facts } from '../../src/facts/facts.ts'

const subscription = '/subscriptions/20000000-0000-0000-0000-000000000001'
const registryId = `${subscription}/resourceGroups/rg-contoso/providers/Microsoft.ContainerRegistry/registries/contoso`
const clusterId = `${subscription}/resourceGroups/rg-contoso/providers/Microsoft.ContainerService/managedClusters/aks-shop`
const kubelet = '40000000-0000-0000-0000-000000000001'

/** Every kind of fact, each once answered and once not. */
export const sampleFacts: Facts = {
  schemaVersion: '1',
  collectedAt: '2026-09-01T08:00:00.000Z',
  cloud: { name: 'AzurePublicCloud', registrySuffixes: ['azurecr.io'] },
  clusters: [
    {
      id: clusterId,
      answer: known({
        id: clusterId,
        name: 'aks-shop',
        resourceGroup: 'rg-contoso',
        subscriptionId: '20000000-0000-0000-0000-000000000001',
        location: 'westeurope',
        tenantId: null,
        tags: { stage: 'production' },
        fleets: null,
        fqdn: 'aks-shop-1a2b3c4d.hcp.westeurope.azmk8s.io',
        privateFqdn: null,
        createdAt: null,
        kubernetesVersion: '1.35.6',
        nodeResourceGroup: 'MC_rg-contoso_aks-shop_westeurope',
        supportPlan: 'KubernetesOfficial',
        powerState: 'Running',
        provisioningState: 'Succeeded',
        nodeIdentity: {
          kind: 'service-principal',
          clientId: '43000000-0000-0000-0000-000000000001',
          objectId: unknown('not-collected', 'Azure Resource Manager does not tell it')
        },
        otherIdentities: [
          { role: 'control-plane', objectId: '42000000-0000-0000-0000-000000000001', name: 'aks' }
        ],
        serviceAccountPull: known({ enabled: false, defaultManagedIdentityId: null }),
        nodePools: [
          {
            name: 'system',
            mode: 'System',
            osType: 'Linux',
            osSku: 'Ubuntu',
            architecture: 'amd64',
            vmSize: 'Standard_D4s_v5',
            kubernetesVersion: '1.35.6',
            nodeImageVersion: 'AKSUbuntu-2204gen2containerd-202608.13.0',
            labels: { tier: 'front' },
            taints: ['CriticalAddonsOnly=true:NoSchedule'],
            spot: false,
            count: 3,
            powerState: 'Running',
            provisioningState: 'Succeeded',
            artifactStreaming: false,
            subnetId: null
          }
        ],
        nodeProvisioningMode: null,
        virtualNodes: false,
        outboundType: 'loadBalancer',
        outboundIpIds: [`${subscription}/publicIPAddresses/1`],
        artifactSource: 'Direct',
        bootstrapRegistryId: null,
        httpProxyNoProxy: null,
        podIdentity: false
      })
    },
    {
      id: `${clusterId}-2`,
      answer: unknown('not-found', 'cluster aks-shop-2 does not exist')
    }
  ],
  registries: [
    {
      host: 'contoso.azurecr.io',
      answer: known({
        id: registryId,
        name: 'contoso',
        loginServer: 'contoso.azurecr.io',
        subscriptionId: '20000000-0000-0000-0000-000000000001',
        tenantId: '10000000-0000-0000-0000-000000000001',
        location: 'westeurope',
        sku: 'Premium',
        roleAssignmentMode: 'abac',
        anonymousPull: false,
        adminUser: null,
        authenticationAsArm: true,
        publicNetworkAccess: 'Enabled',
        networkDefaultAction: null,
        networkRuleCount: 2,
        approvedPrivateEndpoints: 0,
        pendingPrivateEndpoints: 1,
        dataEndpoint: false,
        dataEndpointHosts: [],
        quarantine: false,
        provisioningState: 'Succeeded',
        status: null,
        encrypted: true,
        keyIdentity: { clientId: '46000000-0000-0000-0000-000000000001', assigned: true },
        createdAt: null,
        lastModifiedAt: null
      })
    },
    { host: 'lost.azurecr.io', answer: unknown('name-free', 'no registry lost exists') }
  ],
  assignments: [
    {
      registryId,
      principalId: kubelet,
      groupsResolved: true,
      answer: known([
        {
          id: `${registryId}/providers/Microsoft.Authorization/roleAssignments/1`,
          scope: registryId,
          roleDefinitionId: '/providers/Microsoft.Authorization/roleDefinitions/2',
          principalId: kubelet,
          principalType: 'ServicePrincipal',
          condition: null,
          conditionVersion: null,
          createdOn: '2025-02-01T08:00:00Z',
          updatedOn: null
        }
      ])
    }
  ],
  denyAssignments: [
    {
      registryId,
      answer: unknown('forbidden', 'may not read', 'Microsoft.Authorization/denyAssignments/read'),
      reaching: [{ principalId: kubelet, answer: known(['deny-1']) }]
    }
  ],
  roleDefinitions: [
    {
      key: '2',
      answer: known({
        id: '/providers/Microsoft.Authorization/roleDefinitions/2',
        name: 'AcrPull',
        custom: false,
        permissions: [
          {
            actions: ['Microsoft.ContainerRegistry/registries/pull/read'],
            notActions: [],
            dataActions: [],
            notDataActions: [],
            condition: null,
            conditionVersion: null
          }
        ]
      })
    }
  ],
  identities: [
    {
      reference: '45000000-0000-0000-0000-000000000001',
      answer: known({
        resourceId: null,
        objectId: '44000000-0000-0000-0000-000000000001',
        clientId: '45000000-0000-0000-0000-000000000001',
        tenantId: null
      })
    }
  ],
  bootstrapRegistries: [
    {
      registryId:
        '/subscriptions/1/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/mirror',
      answer: unknown('forbidden', 'the sign-in may not read it')
    }
  ],
  relatedResources: {
    tokens: [
      {
        registryId: '/r',
        name: 'deploy',
        answer: known({
          enabled: true,
          passwordExpiries: [null, '2026-12-01T00:00:00Z'],
          scopeMap: 'deploy-map',
          actions: known(['repositories/team/web/content/read'])
        })
      }
    ],
    replicas: [
      {
        registryId: '/r',
        answer: known([
          {
            name: 'westeurope',
            location: 'westeurope',
            endpointEnabled: true,
            provisioningState: 'Succeeded',
            status: 'Ready'
          }
        ])
      }
    ],
    cacheRules: [
      {
        registryId: '/r',
        answer: known([
          {
            name: 'hub',
            source: 'docker.io/library/*',
            target: 'hub/*',
            credentials: { name: 'hub', answer: known([{ healthy: false, problem: 'expired' }]) }
          }
        ])
      }
    ],
    storage: [{ registryId: '/r', answer: known({ usedBytes: 1, limitBytes: 2 }) }],
    subscriptions: [{ subscriptionId: '1', answer: known('Enabled') }],
    scaleSets: [
      {
        clusterId: '/c',
        answer: known([{ name: 'aks-apps-vmss', nodePool: 'apps', identityIds: ['/i'] }])
      }
    ],
    egress: [
      {
        clusterId: '/c',
        registryId: '/r',
        answer: known([{ address: '20.0.0.1', allowed: true }])
      }
    ],
    offeredVersions: [
      {
        subscriptionId: '1',
        location: 'westeurope',
        answer: known([{ minor: '1.35', supportPlans: ['KubernetesOfficial'], preview: false }])
      }
    ],
    privateZones: [
      {
        clusterId: '/c',
        zone: 'privatelink.azurecr.io',
        answer: known([{ id: '/n', ownDnsServers: false, linked: true }])
      }
    ],
    identityBindings: [
      {
        clusterId: '/c',
        answer: known([{ name: 'pull', clientId: 'id', resourceId: null }])
      }
    ],
    regionalEndpoints: [
      {
        registryId: '/r',
        answer: known({ enabled: true, hosts: ['contoso.westeurope.geo.azurecr.io'] })
      }
    ]
  },
  images: [
    {
      registry: 'contoso.azurecr.io',
      repository: 'team/app',
      reference: '1.0',
      answer: known({
        state: 'present',
        digest: `sha256:${'a'.repeat(64)}`,
        mediaType: 'application/vnd.oci.image.index.v1+json',
        kind: 'index',
        artifactType: null,
        platforms: [
          {
            os: 'windows',
            architecture: 'amd64',
            variant: null,
            osVersion: '10.0.20348.2700',
            osFeatures: ['win32k']
          },
          null
        ],
        seen: 'content',
        readEnabled: true,
        size: null,
        createdAt: '2026-08-30T10:00:00.000Z',
        lastUpdatedAt: null
      }),
      askedAt: '2026-09-01T08:00:00.000Z',
      inPassing: false
    },
    {
      registry: 'contoso.azurecr.io',
      repository: 'team/app',
      reference: '1.1',
      answer: known({ state: 'absent', code: 'MANIFEST_UNKNOWN', nearestTags: ['1.0'] }),
      askedAt: '2026-09-01T08:00:00.000Z',
      inPassing: false
    },
    {
      registry: 'contoso.azurecr.io',
      repository: 'secret/app',
      reference: '1.0',
      answer: unknown('forbidden', 'the signed-in identity may not read it'),
      askedAt: '2026-09-01T08:00:00.000Z',
      inPassing: true
    }
  ],
  coverage: [
    {
      subject: 'subscription 2',
      reason: { code: 'throttled', message: 'Azure throttles', permission: null }
    }
  ]
}
