import { describe, expect, test } from '@jest/globals'
import { questionsLeft } from '../../src/access/questions.ts'
import { known } from '../../src/facts/fact.ts'
import type { Manifests } from '../../src/kubernetes/manifests.ts'
import {
  assigned,
  assignment,
  clusterId,
  factsWith,
  identity,
  kubelet,
  nodePool,
  registryScope,
  roles,
  subscription,
  type Setting
} from './facts-builder.ts'
import { entry, manifestsOf, pod, secret, use } from './manifests-builder.ts'

const image = 'contoso.azurecr.io/team/app:1.0'
const registryId = registryScope('contoso')
const outboundIpIds = ['/subscriptions/1/publicIPAddresses/out']
const identityResource = identity('aks-prod-agentpool', kubelet, 'c').resourceId

const granted = (setting: Setting = {}): Setting => ({
  held: [assignment(roles.pull)],
  ...setting
})

const left = (setting: Setting, manifests: Partial<Manifests> = {}, thorough = false) =>
  questionsLeft(
    manifestsOf({ uses: [use(image)], ...manifests }),
    factsWith(granted(setting)),
    thorough
  )

const withSecretOf = (user: string): Partial<Manifests> => ({
  uses: [use(image, { pod: pod({ imagePullSecrets: ['granted'] }) })],
  secrets: [
    secret('granted', {
      entries: [entry('contoso.azurecr.io', { user: { kind: 'name', name: user } })]
    })
  ]
})

describe('what the first answers call for', () => {
  test.each<[string, string, readonly unknown[]]>([
    ['a token', 'deploy', [{ kind: 'tokens', registryId, name: 'deploy' }]],
    ['not the admin user, who is named like the registry', 'Contoso', []],
    ['not the user of a refresh token', '00000000-0000-0000-0000-000000000000', []],
    ['not a name that no token can have', '../webhooks', []],
    ['not what only stands in for a name', 'CHANGEME', []],
    ['not what looks like a password', 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0fG', []]
  ])('of the user of a pull secret: %s', (_name, user, expected) => {
    expect(left({}, withSecretOf(user))).toEqual(expected)
  })

  test.each<[string, Setting, readonly unknown[]]>([
    [
      'the replicas of a registry with data endpoints in several regions',
      { registry: { dataEndpointHosts: ['a', 'b'] } },
      [{ kind: 'replicas', registryId }]
    ],
    ['no replicas where the tier has none', { registry: { sku: 'Standard' } }, []],
    [
      'the egress of a cluster to a registry with firewall rules',
      {
        cluster: { outboundIpIds },
        registry: { networkDefaultAction: 'Deny', networkRuleCount: 2 }
      },
      [{ kind: 'egress', clusterId, registryId }]
    ],
    [
      'no egress where the firewall has no rule that could be for it',
      {
        cluster: { outboundIpIds },
        registry: { networkDefaultAction: 'Deny', networkRuleCount: 0 }
      },
      []
    ],
    [
      'no egress that Azure does not tell',
      { registry: { networkDefaultAction: 'Deny', networkRuleCount: 2 } },
      []
    ],
    [
      'the private zone of a registry without public access',
      { registry: { publicNetworkAccess: 'Disabled', approvedPrivateEndpoints: 1 } },
      [{ kind: 'privateZones', clusterId, zone: 'privatelink.azurecr.io' }]
    ],
    [
      'the private zone of a registry with a firewall',
      { registry: { networkDefaultAction: 'Deny', approvedPrivateEndpoints: 1 } },
      [{ kind: 'privateZones', clusterId, zone: 'privatelink.azurecr.io' }]
    ],
    [
      'the private zone of any registry where the cluster has no egress',
      { cluster: { outboundType: 'none' }, registry: { approvedPrivateEndpoints: 1 } },
      [{ kind: 'privateZones', clusterId, zone: 'privatelink.azurecr.io' }]
    ],
    [
      'no private zone where everybody is let in',
      { registry: { approvedPrivateEndpoints: 1 } },
      []
    ],
    [
      'no private zone without a private endpoint',
      { registry: { publicNetworkAccess: 'Disabled' } },
      []
    ],
    [
      'the kubelet identity where Azure does not know its principal',
      { facts: { assignments: [assigned([assignment(roles.pull)], { groupsResolved: false })] } },
      [{ kind: 'identity', reference: identityResource }]
    ]
  ])('%s', (_name, setting, expected) => {
    expect(left(setting)).toEqual(expected)
  })

  test('the registry that a cluster takes mcr.microsoft.com from, where an image is there', () => {
    const mirror = registryScope('mirror')
    const cluster = { artifactSource: 'Cache', bootstrapRegistryId: mirror }
    const uses = [use(image), use('mcr.microsoft.com/dotnet/aspnet:10.0')]
    expect(left({ cluster }, { uses })).toEqual([
      { kind: 'bootstrap-registry', registryId: mirror, principalIds: [kubelet] },
      { kind: 'cacheRules', registryId: mirror }
    ])
    expect(left({ cluster })).toEqual([])
    expect(left({ cluster: { ...cluster, artifactSource: 'Direct' } }, { uses })).toEqual([])
  })
})

test('a pull request cannot have a request made for each of its secrets', () => {
  const names = Array.from({ length: 80 }, (_, index) => `deploy-${index}`)
  const manifests = {
    uses: names.map(name => use(image, { pod: pod({ imagePullSecrets: [name] }) })),
    secrets: names.map(name =>
      secret(name, { entries: [entry('contoso.azurecr.io', { user: { kind: 'name', name } })] })
    )
  }
  expect(left({}, manifests)).toHaveLength(50)
})

test('an id that is no registry is not asked', () => {
  const uses = [use(image), use('mcr.microsoft.com/dotnet/aspnet:10.0')]
  for (const bootstrapRegistryId of ['', 'garbage', clusterId, `${registryScope('mirror')}?x=`])
    expect(left({ cluster: { artifactSource: 'Cache', bootstrapRegistryId } }, { uses })).toEqual(
      []
    )
})

describe('a thorough run', () => {
  const everything = [
    { kind: 'replicas', registryId },
    { kind: 'cacheRules', registryId },
    { kind: 'storage', registryId },
    { kind: 'subscriptions', subscriptionId: subscription },
    { kind: 'scaleSets', clusterId },
    { kind: 'identity', reference: identityResource }
  ]

  test('asks for everything once, however many images and pools there are', () => {
    const uses = ['a', 'b', 'c'].map(name => use(`contoso.azurecr.io/${name}`))
    const cluster = { nodePools: [nodePool(), nodePool({ name: 'apps' })] }
    expect(left({ cluster }, { uses }, true)).toEqual(everything)
  })

  test('does not ask what the facts cannot have', () => {
    const principal = {
      kind: 'service-principal',
      clientId: 'c',
      objectId: known(kubelet)
    } as const
    expect(
      left({ cluster: { nodeIdentity: principal }, registry: { sku: 'Basic' } }, {}, true)
    ).toEqual([
      { kind: 'cacheRules', registryId },
      { kind: 'storage', registryId },
      { kind: 'subscriptions', subscriptionId: subscription }
    ])
  })

  test('asks about a registry that the user named, without any manifest', () => {
    const cluster = { artifactSource: 'Cache', bootstrapRegistryId: registryScope('mirror') }
    const asked = left({ cluster }, { uses: [] }, true)
    expect(asked).toEqual(expect.arrayContaining(everything))
    expect(asked).toHaveLength(everything.length + 2)
  })

  test('asks nothing where no registry of Azure is known', () => {
    expect(left({ facts: { registries: [] } }, { uses: [use('nginx')] }, true)).toEqual([])
  })
})
