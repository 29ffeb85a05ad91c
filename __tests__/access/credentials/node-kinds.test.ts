import { describe, expect, test } from '@jest/globals'
import {
  knowsIdentityBindings,
  knowsRegionalEndpoints,
  nodeKindsOf
} from '../../../src/access/credentials/node-kinds.ts'
import type { PodContext } from '../../../src/kubernetes/images/image-use.ts'
import { known } from '../../../src/facts/fact.ts'
import { cluster, nodePool } from '../facts-builder.ts'
import { pod } from '../manifests-builder.ts'

describe('whether a node image offers identities to regional endpoints', () => {
  test.each([
    ['the first image', 'AKSUbuntu-2204gen2containerd-202607.29.0', '1.34.9', 'Linux', 'yes'],
    ['a later day', 'AKSAzureLinux-V3gen2-202607.30.1', '1.34.9', 'Linux', 'yes'],
    ['a later month', 'AKSUbuntu-2404gen2containerd-202610.02.0', 'v1.35.1', 'Linux', 'yes'],
    ['the image before', 'AKSUbuntu-2204gen2containerd-202607.20.0', '1.34.9', 'Linux', 'no'],
    ['an old image', 'AKSUbuntu-2204gen2containerd-202505.14.0', '1.33.0', 'Linux', 'no'],
    [
      'an image of the old spelling',
      'AKSUbuntu-1804gen2containerd-2022.01.07',
      '1.30.0',
      'Linux',
      'no'
    ],
    ['an in-tree provider', 'AKSUbuntu-2204gen2containerd-202505.14.0', '1.29.9', 'Linux', 'maybe'],
    ['Windows', 'AKSWindows-2022-containerd-20348.4893.260311', '1.34.9', 'Windows', 'maybe'],
    ['a name of another form', 'MyImage', '1.34.9', 'Linux', 'maybe'],
    ['no image', null, '1.34.9', 'Linux', 'maybe'],
    ['no version', 'AKSUbuntu-2204gen2containerd-202607.29.0', null, 'Linux', 'maybe']
  ] as const)('%s', (_name, nodeImageVersion, kubernetesVersion, osType, expected) => {
    expect(knowsRegionalEndpoints(nodePool({ nodeImageVersion, kubernetesVersion, osType }))).toBe(
      expected
    )
  })
})

describe('whether a credential provider knows identity bindings', () => {
  test.each([
    ['the first image of 1.34', '1.34.4', 'AKSUbuntu-2204gen2containerd-202604.13.0', 'yes'],
    ['an older image of 1.34', '1.34.4', 'AKSUbuntu-2204gen2containerd-202603.30.0', 'maybe'],
    [
      'an image of 1.35 that was not read',
      '1.35.1',
      'AKSUbuntu-2404gen2containerd-202604.24.0',
      'maybe'
    ],
    ['an image of 1.35', '1.35.5', 'AKSUbuntu-2404gen2containerd-202606.08.1', 'yes'],
    ['1.36, from its first provider on', '1.36.0', null, 'yes'],
    ['a later minor', '1.38.1', null, 'yes'],
    ['a minor before', '1.33.13', 'AKSUbuntu-2404gen2containerd-202610.20.0', 'maybe'],
    ['no version', null, 'AKSUbuntu-2404gen2containerd-202610.20.0', 'maybe'],
    ['no image', '1.34.4', null, 'maybe']
  ] as const)('%s', (_name, kubernetesVersion, nodeImageVersion, expected) => {
    expect(knowsIdentityBindings({ kubernetesVersion, nodeImageVersion })).toBe(expected)
  })
})

describe('a service principal whose provider is compiled in', () => {
  test('gets no credentials for regional endpoints', () => {
    const kinds = nodeKindsOf(
      cluster({
        nodeIdentity: { kind: 'service-principal', clientId: 'a', objectId: known('b') },
        nodePools: [nodePool({ kubernetesVersion: '1.29.9' })]
      }),
      pod(),
      { accountPulls: false, regionalEndpoints: true }
    )
    expect(kinds.map(({ knowsRegionalEndpoints: knows }) => knows)).toEqual(['no'])
  })
})

describe('the kinds of nodes on which a pod can land', () => {
  const windows = nodePool({ name: 'win', osType: 'Windows' })
  const mixed = cluster({ nodePools: [nodePool(), nodePool({ name: 'more' }), windows] })
  const namesFor = (
    changes: Partial<PodContext>,
    differences = { accountPulls: true, regionalEndpoints: false },
    where = mixed
  ) => nodeKindsOf(where, pod(changes), differences).map(({ names }) => names)

  test('are not looked at where nothing hangs on them', () => {
    expect(namesFor({}, { accountPulls: false, regionalEndpoints: false })).toEqual([['any node']])
  })

  test('join pools that sign in alike', () => {
    expect(namesFor({})).toEqual([['node pool system', 'node pool more'], ['node pool win']])
  })

  test('leave out pools that the pod does not select', () => {
    expect(namesFor({ nodeSelector: { 'kubernetes.io/os': 'windows' } })).toEqual([
      ['node pool win']
    ])
  })

  test('tell pools apart by their image for regional endpoints', () => {
    const nodePools = [
      nodePool(),
      nodePool({ name: 'old', nodeImageVersion: 'AKSUbuntu-2204gen2containerd-202505.14.0' })
    ]
    expect(
      namesFor({}, { accountPulls: false, regionalEndpoints: true }, cluster({ nodePools }))
    ).toEqual([['node pool system'], ['node pool old']])
  })

  test('include nodes that auto-provisioning adds', () => {
    const automatic = cluster({ nodeProvisioningMode: 'Auto', nodePools: [windows] })
    const added = ['nodes added by node auto-provisioning']
    const differences = { accountPulls: true, regionalEndpoints: false }
    expect(namesFor({}, differences, automatic)).toEqual([['node pool win'], added])
    expect(
      namesFor({ nodeSelector: { 'kubernetes.io/os': 'windows' } }, differences, automatic)
    ).toEqual([['node pool win']])
  })

  test('are any where no pool takes the pod', () => {
    expect(namesFor({ nodeSelector: { agentpool: 'gone' } })).toEqual([['any node']])
  })

  const toleration = {
    key: 'virtual-kubelet.io/provider',
    operator: 'Exists',
    value: null,
    effect: null
  }

  test('are the virtual node alone for pods that select it', () => {
    expect(namesFor({ nodeSelector: { type: 'virtual-kubelet' } })).toEqual([['virtual node']])
  })

  test('include a virtual node that the cluster has and the pod tolerates', () => {
    const differences = { accountPulls: false, regionalEndpoints: false }
    expect(
      namesFor({ tolerations: [toleration] }, differences, cluster({ virtualNodes: true }))
    ).toEqual([['any node'], ['virtual node']])
  })

  test('include one that no field of the cluster tells of, where a pod tolerates it by name', () => {
    const differences = { accountPulls: false, regionalEndpoints: false }
    expect(namesFor({ tolerations: [toleration] }, differences)).toEqual([
      ['any node'],
      ['virtual node']
    ])
    expect(namesFor({ nodeSelector: { virtualization: 'virtualnode2' } })).toEqual([
      ['virtual node']
    ])
  })
})
