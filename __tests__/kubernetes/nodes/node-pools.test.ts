import { describe, expect, test } from '@jest/globals'
import type {
  NodeSelectorRequirement,
  PodContext,
  Toleration
} from '../../../src/kubernetes/images/image-use.ts'
import {
  autoProvisionedTraits,
  demandsOf,
  eligiblePools,
  landable,
  type NodePoolTraits
} from '../../../src/kubernetes/nodes/node-pools.ts'
import {
  landsOnUnlistedNode,
  landsOnVirtualNode
} from '../../../src/kubernetes/nodes/virtual-nodes.ts'

const pool = (overrides: Partial<NodePoolTraits> = {}): NodePoolTraits => ({
  name: 'apps',
  mode: 'User',
  osType: 'Linux',
  osSku: 'Ubuntu',
  architecture: 'amd64',
  vmSize: 'Standard_D4ds_v5',
  labels: {},
  taints: [],
  spot: false,
  ...overrides
})

const pod = (overrides: Partial<PodContext> = {}): PodContext => ({
  serviceAccountName: null,
  imagePullSecrets: [],
  nodeName: null,
  nodeSelector: {},
  nodeAffinity: null,
  tolerations: [],
  runtimeClassName: null,
  ...overrides
})

const toleration = (overrides: Partial<Toleration>): Toleration => ({
  key: null,
  operator: null,
  value: null,
  effect: null,
  ...overrides
})

const place = { nodeResourceGroup: 'MC_rg-prod_aks-prod_westeurope', location: 'westeurope' }

describe('node selector', () => {
  test.each([
    ['nothing is asked for', {}, {}, 'yes'],
    ['the operating system of the pool', { 'kubernetes.io/os': 'linux' }, {}, 'yes'],
    ['another operating system', { 'kubernetes.io/os': 'windows' }, {}, 'no'],
    [
      'a Windows pool by the old label',
      { 'beta.kubernetes.io/os': 'windows' },
      { osType: 'Windows' },
      'yes'
    ],
    ['another architecture', { 'kubernetes.io/arch': 'arm64' }, {}, 'no'],
    [
      'an architecture that Azure does not tell',
      { 'kubernetes.io/arch': 'arm64' },
      { architecture: null },
      'maybe'
    ],
    ['the name of the pool', { agentpool: 'apps' }, {}, 'yes'],
    ['the name of another pool', { 'kubernetes.azure.com/agentpool': 'system' }, {}, 'no'],
    ['the mode as nodes carry it', { 'kubernetes.azure.com/mode': 'system' }, {}, 'no'],
    [
      'the mode as the documentation prints it',
      { 'kubernetes.azure.com/mode': 'User' },
      {},
      'maybe'
    ],
    [
      'a spot node in a regular pool',
      { 'kubernetes.azure.com/scalesetpriority': 'spot' },
      {},
      'no'
    ],
    ['regular priority', { 'kubernetes.azure.com/priority': 'regular' }, {}, 'yes'],
    ['the VM size', { 'node.kubernetes.io/instance-type': 'Standard_D4ds_v5' }, {}, 'yes'],
    [
      'the node resource group',
      { 'kubernetes.azure.com/cluster': 'MC_rg-prod_aks-prod_westeurope' },
      {},
      'yes'
    ],
    ['another region', { 'topology.kubernetes.io/region': 'eastus' }, {}, 'no'],
    [
      'a zone, which differs from node to node',
      { 'topology.kubernetes.io/zone': 'westeurope-1' },
      {},
      'maybe'
    ],
    [
      'the short name of an operating system image',
      { 'kubernetes.azure.com/os-sku': 'Ubuntu' },
      { osSku: 'Ubuntu2404' },
      'maybe'
    ],
    ['another operating system image', { 'kubernetes.azure.com/os-sku': 'AzureLinux' }, {}, 'no'],
    ['a label of the pool', { team: 'shop' }, { labels: { team: 'shop' } }, 'yes'],
    ['another value of a label of the pool', { team: 'bank' }, { labels: { team: 'shop' } }, 'no'],
    ['a label that anybody may have set', { disk: 'fast' }, {}, 'maybe'],
    ['one label of two', { 'kubernetes.io/os': 'windows', disk: 'fast' }, {}, 'no'],
    ['a virtual node', { type: 'virtual-kubelet' }, {}, 'no'],
    [
      'a pool labelled like a virtual node',
      { type: 'virtual-kubelet' },
      { labels: { type: 'virtual-kubelet' } },
      'yes'
    ]
  ] as const)('%s', (_name, nodeSelector, traits, expected) => {
    expect(landable(pool(traits), pod({ nodeSelector }), place)).toBe(expected)
  })

  test('a region is open when nobody says where the cluster is', () => {
    const nodeSelector = { 'topology.kubernetes.io/region': 'eastus' }
    expect(landable(pool(), pod({ nodeSelector }))).toBe('maybe')
  })

  test('a node resource group that is too long for a label is open', () => {
    const nodeResourceGroup = `MC_${'x'.repeat(70)}`
    const nodeSelector = { 'kubernetes.azure.com/cluster': nodeResourceGroup.slice(0, 63) }
    expect(landable(pool(), pod({ nodeSelector }), { nodeResourceGroup })).toBe('maybe')
  })
})

describe('required node affinity', () => {
  const needs = (key: string, operator: string, ...values: readonly string[]) => ({
    key,
    operator,
    values
  })
  const term = (...expressions: readonly NodeSelectorRequirement[]) => ({
    expressions,
    hasMatchFields: false
  })
  const labels = { team: 'shop', cores: '16', rank: 'first' }

  test.each([
    ['In with the value', needs('team', 'In', 'bank', 'shop'), 'yes'],
    ['In without the value', needs('team', 'In', 'bank'), 'no'],
    ['In on a label that anybody may have set', needs('disk', 'In', 'fast'), 'maybe'],
    [
      'In on a label that AKS certainly left out',
      needs('kubernetes.azure.com/scalesetpriority', 'In', 'spot'),
      'no'
    ],
    ['NotIn with the value', needs('team', 'NotIn', 'shop'), 'no'],
    ['NotIn without the value', needs('team', 'NotIn', 'bank'), 'yes'],
    [
      'NotIn on an absent label',
      needs('kubernetes.azure.com/scalesetpriority', 'NotIn', 'spot'),
      'yes'
    ],
    ['Exists on a present label', needs('team', 'Exists'), 'yes'],
    ['Exists on a label of unknown value', needs('topology.kubernetes.io/zone', 'Exists'), 'yes'],
    ['Exists on an absent label', needs('kubernetes.azure.com/scalesetpriority', 'Exists'), 'no'],
    ['Exists on a label that anybody may have set', needs('disk', 'Exists'), 'maybe'],
    ['DoesNotExist on a present label', needs('team', 'DoesNotExist'), 'no'],
    [
      'DoesNotExist on an absent label',
      needs('kubernetes.azure.com/scalesetpriority', 'DoesNotExist'),
      'yes'
    ],
    ['Gt below the value', needs('cores', 'Gt', '8'), 'yes'],
    ['Gt at the value', needs('cores', 'Gt', '16'), 'no'],
    ['Lt above the value', needs('cores', 'Lt', '32'), 'yes'],
    ['Gt on a value that is no number', needs('rank', 'Gt', '0'), 'no'],
    ['Lt without a bound', needs('cores', 'Lt'), 'no'],
    ['an operator that nobody knows', needs('team', 'Near', 'shop'), 'maybe']
  ] as const)('%s', (_name, requirement, expected) => {
    const nodeAffinity = [term(requirement)]
    expect(landable(pool({ labels }), pod({ nodeAffinity }))).toBe(expected)
  })

  test('terms are alternatives', () => {
    const nodeAffinity = [term(needs('team', 'In', 'bank')), term(needs('team', 'In', 'shop'))]
    expect(landable(pool({ labels }), pod({ nodeAffinity }))).toBe('yes')
  })

  test('the requirements of one term hold together', () => {
    const nodeAffinity = [term(needs('team', 'In', 'shop'), needs('cores', 'Gt', '64'))]
    expect(landable(pool({ labels }), pod({ nodeAffinity }))).toBe('no')
  })

  test('an empty term matches no node', () => {
    expect(landable(pool(), pod({ nodeAffinity: [term()] }))).toBe('no')
  })

  test('matchFields names nodes, which Azure Resource Manager does not know', () => {
    const nodeAffinity = [{ expressions: [], hasMatchFields: true }]
    expect(landable(pool(), pod({ nodeAffinity }))).toBe('maybe')
  })
})

describe('taints', () => {
  const gpu = 'sku=gpu:NoSchedule'

  test.each([
    ['no toleration', gpu, [], 'no'],
    [
      'the same key, value and effect',
      gpu,
      [{ key: 'sku', operator: 'Equal', value: 'gpu', effect: 'NoSchedule' }],
      'yes'
    ],
    ['Equal is the default operator', gpu, [{ key: 'sku', value: 'gpu' }], 'yes'],
    ['another value', gpu, [{ key: 'sku', value: 'cpu' }], 'no'],
    ['another effect', gpu, [{ key: 'sku', value: 'gpu', effect: 'NoExecute' }], 'no'],
    ['Exists takes any value', gpu, [{ key: 'sku', operator: 'Exists' }], 'yes'],
    ['an empty key with Exists takes every taint', gpu, [{ key: '', operator: 'Exists' }], 'yes'],
    ['an empty key with Equal takes none', gpu, [{ value: 'gpu' }], 'no'],
    ['a taint without a value', 'dedicated:NoExecute', [{ key: 'dedicated', value: '' }], 'yes'],
    ['a taint that only discourages', 'sku=gpu:PreferNoSchedule', [], 'yes'],
    ['a taint that cannot be read', 'sku', [], 'maybe'],
    ['an operator that nobody knows', gpu, [{ key: 'sku', operator: 'Gt', value: '1' }], 'maybe']
  ] as const)('%s', (_name, taint, tolerations, expected) => {
    const tolerated = pod({ tolerations: tolerations.map(toleration) })
    expect(landable(pool({ taints: [taint] }), tolerated)).toBe(expected)
  })

  test('every taint must be tolerated', () => {
    const tolerations = [toleration({ key: 'sku', operator: 'Exists' })]
    const taints = [gpu, 'CriticalAddonsOnly=true:NoSchedule']
    expect(landable(pool({ taints }), pod({ tolerations }))).toBe('no')
  })

  test('AKS taints spot pools by itself', () => {
    const spot = toleration({
      key: 'kubernetes.azure.com/scalesetpriority',
      operator: 'Equal',
      value: 'spot'
    })
    expect(landable(pool({ spot: true }), pod())).toBe('no')
    expect(landable(pool({ spot: true }), pod({ tolerations: [spot] }))).toBe('yes')
  })

  test('Windows pools are not tainted', () => {
    expect(landable(pool({ osType: 'Windows' }), pod())).toBe('yes')
  })
})

describe('what the manifests leave open', () => {
  test('a text without PodSpec may land anywhere', () => {
    expect(landable(pool({ taints: ['sku=gpu:NoSchedule'] }), null)).toBe('maybe')
  })

  test('a node name bypasses the scheduler, so taints exclude nothing', () => {
    const taints = ['sku=gpu:NoSchedule']
    expect(landable(pool({ taints }), pod({ nodeName: 'aks-apps-0' }))).toBe('maybe')
  })

  const pools = [
    { name: 'apps', osType: 'Linux' },
    { name: 'app', osType: 'Linux' },
    { name: 'npwin', osType: 'Windows' }
  ] as const
  const onPools = (nodeName: string) =>
    pools.map(each => landable(pool(each), pod({ nodeName }), { nodePools: pools }))

  test.each<[string, string, readonly string[]]>([
    ['of a scale set', 'aks-apps-12345678-vmss00000a', ['yes', 'no', 'no']],
    ['of a pool whose name begins alike', 'aks-app-12345678-vmss000001', ['no', 'yes', 'no']],
    ['of an availability set', 'aks-apps-12345678-0', ['yes', 'no', 'no']],
    ['of a pool of virtual machines', 'aks-apps-12345678-vms1', ['yes', 'no', 'no']],
    ['of Windows', 'aksnpwin00000b', ['no', 'no', 'yes']],
    ['of a pool that is not there', 'aks-gone-12345678-vmss000000', ['maybe', 'maybe', 'maybe']],
    ['of Windows like a Linux pool', 'aksapps000000', ['maybe', 'maybe', 'maybe']],
    ['that Karpenter made', 'aks-default-x7k2p', ['maybe', 'maybe', 'maybe']],
    ['of another form', 'apps', ['maybe', 'maybe', 'maybe']],
    ['with more behind it', 'aks-apps-12345678-vmss000000.internal', ['maybe', 'maybe', 'maybe']]
  ])('a node name %s tells the pool, or nothing', (_name, nodeName, expected) => {
    expect(onPools(nodeName)).toEqual(expected)
  })

  test('two Windows pools that a node may be of are both possible', () => {
    const both = [
      { name: 'win', osType: 'Windows' },
      { name: 'win', osType: 'Windows' }
    ] as const
    const where = { nodePools: both }
    expect(landable(pool(both[0]), pod({ nodeName: 'akswin000000' }), where)).toBe('maybe')
  })

  test('a runtime class may select nodes, and lifts no exclusion', () => {
    expect(landable(pool(), pod({ runtimeClassName: 'kata' }))).toBe('maybe')
    const nodeSelector = { 'kubernetes.io/os': 'windows' }
    expect(landable(pool(), pod({ runtimeClassName: 'kata', nodeSelector }))).toBe('no')
  })
})

test('eligible pools are those where the pod certainly or perhaps lands', () => {
  const pools = [
    pool({ name: 'system', taints: ['CriticalAddonsOnly=true:NoSchedule'] }),
    pool({ name: 'apps', labels: { disk: 'fast' } }),
    pool({ name: 'other' })
  ]
  const eligible = eligiblePools(pools, pod({ nodeSelector: { disk: 'fast' } }))
  expect(eligible.map(({ name }) => name)).toEqual(['apps', 'other'])
})

test('demands name what a pool lacks', () => {
  const windows = pod({ nodeSelector: { 'kubernetes.io/os': 'windows' } })
  const lacking = demandsOf(pool({ taints: ['sku=gpu:NoSchedule'] }), windows).filter(
    ({ met }) => met === 'no'
  )
  expect(lacking.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'node-selector kubernetes.io/os=windows',
    'taint sku=gpu:NoSchedule'
  ])
})

describe('virtual nodes', () => {
  const tolerant = pod({
    tolerations: [toleration({ key: 'virtual-kubelet.io/provider', operator: 'Exists' })]
  })

  test.each([
    ['a pod that selects one', pod({ nodeSelector: { type: 'virtual-kubelet' } }), true, 'yes'],
    ['a pod that tolerates one', tolerant, true, 'maybe'],
    ['a pod that tolerates one where the cluster has none', tolerant, false, 'no'],
    [
      'a pod that tolerates the older taint',
      pod({ tolerations: [toleration({ key: 'azure.com/aci' })] }),
      true,
      'maybe'
    ],
    [
      'a pod that tolerates everything',
      pod({ tolerations: [toleration({ operator: 'Exists' })] }),
      true,
      'maybe'
    ],
    [
      'a tolerant pod that selects a pool',
      { ...tolerant, nodeSelector: { agentpool: 'apps' } },
      true,
      'no'
    ],
    ['a pod that names one', pod({ nodeName: 'virtual-node-aci-linux' }), true, 'yes'],
    ['a pod that names some node', pod({ nodeName: 'aks-apps-1' }), true, 'maybe'],
    [
      'a pod that names a node where the cluster has none',
      pod({ nodeName: 'aks-apps-1' }),
      false,
      'no'
    ],
    ['any other pod', pod(), true, 'no'],
    ['a text without PodSpec', null, true, 'no']
  ] as const)('%s', (_name, context, virtualNodes, expected) => {
    expect(landsOnVirtualNode(context, virtualNodes)).toBe(expected)
  })
})

describe('nodes that Karpenter adds', () => {
  test.each([
    ['kubernetes.azure.com/scalesetpriority', 'spot', 'maybe'],
    ['kubernetes.azure.com/scalesetpriority', 'regular', 'maybe'],
    ['kubernetes.azure.com/priority', 'spot', 'maybe'],
    ['karpenter.sh/capacity-type', 'spot', 'maybe'],
    ['karpenter.sh/nodepool', 'gpu', 'maybe'],
    ['karpenter.azure.com/sku-family', 'N', 'maybe'],
    ['kubernetes.azure.com/mode', 'system', 'maybe'],
    ['kubernetes.io/arch', 'arm64', 'maybe'],
    ['kubernetes.azure.com/os-sku', 'AzureLinux', 'maybe'],
    ['node.kubernetes.io/instance-type', 'Standard_D4s_v5', 'maybe'],
    ['team', 'shop', 'maybe'],
    ['kubernetes.io/os', 'linux', 'yes'],
    ['kubernetes.io/os', 'windows', 'no'],
    ['kubernetes.io/arch', 's390x', 'no'],
    ['kubernetes.azure.com/scalesetpriority', 'low', 'no'],
    ['agentpool', 'apps', 'no'],
    ['topology.kubernetes.io/region', 'eastus', 'no']
  ])('with the label %s=%s: %s', (key, value, expected) => {
    expect(landable(autoProvisionedTraits, pod({ nodeSelector: { [key]: value } }), place)).toBe(
      expected
    )
  })

  test('are the only ones with labels of Karpenter', () => {
    const selecting = pod({ nodeSelector: { 'karpenter.sh/capacity-type': 'spot' } })
    expect(landable(pool({ spot: true }), selecting, place)).toBe('no')
  })
})

describe('virtual nodes that no field of the cluster tells of', () => {
  const provider = toleration({ key: 'virtual-kubelet.io/provider', operator: 'Exists' })
  const chart = { virtualization: 'virtualnode2' }
  const affinity = (operator: string, values: readonly string[]) => [
    { expressions: [{ key: 'virtualization', operator, values }], hasMatchFields: false }
  ]
  test.each<[name: string, pod: Partial<PodContext>, virtualNodes: boolean, expected: string]>([
    ['selected', { nodeSelector: chart, tolerations: [provider] }, false, 'yes'],
    ['selected, beside the add-on', { nodeSelector: chart, tolerations: [provider] }, true, 'yes'],
    ['demanded', { nodeAffinity: affinity('In', ['virtualnode2']) }, false, 'yes'],
    ['demanded by any value', { nodeAffinity: affinity('Exists', []) }, false, 'yes'],
    ['kept off', { nodeAffinity: affinity('NotIn', ['virtualnode2']) }, false, 'no'],
    ['tolerated by name', { tolerations: [provider] }, false, 'maybe'],
    ['tolerated by name, beside the add-on', { tolerations: [provider] }, true, 'no'],
    [
      'tolerated with everything',
      { tolerations: [toleration({ operator: 'Exists' })] },
      false,
      'no'
    ],
    [
      'tolerated on a pool',
      { tolerations: [provider], nodeSelector: { agentpool: 'apps' } },
      false,
      'no'
    ],
    ['not mentioned', {}, false, 'no']
  ])('%s', (_name, changes, virtualNodes, expected) => {
    expect(landsOnUnlistedNode(pod(changes), virtualNodes)).toBe(expected)
  })
})
