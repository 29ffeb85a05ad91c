import { describe, expect, test } from '@jest/globals'
import { knowsRegionalEndpoints, nodeKindsOf } from '../../../src/access/credentials/node-kinds.ts'
import type { PodContext } from '../../../src/kubernetes/image-use.ts'
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

describe('the kinds of nodes on which a pod can land', () => {
  const windows = nodePool({ name: 'win', osType: 'Windows' })
  const mixed = cluster({ nodePools: [nodePool(), nodePool({ name: 'more' }), windows] })
  const namesFor = (
    changes: Partial<PodContext>,
    differences = { osType: true, regionalEndpoints: false },
    where = mixed
  ) => nodeKindsOf(where, pod(changes), differences).map(({ names }) => names)

  test('are not looked at where nothing hangs on them', () => {
    expect(namesFor({}, { osType: false, regionalEndpoints: false })).toEqual([['any node']])
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
      namesFor({}, { osType: false, regionalEndpoints: true }, cluster({ nodePools }))
    ).toEqual([['node pool system'], ['node pool old']])
  })

  test('include nodes that auto-provisioning adds', () => {
    const automatic = cluster({ nodeProvisioningMode: 'Auto', nodePools: [windows] })
    const added = ['nodes added by node auto-provisioning']
    const differences = { osType: true, regionalEndpoints: false }
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
    const differences = { osType: false, regionalEndpoints: false }
    expect(namesFor({ tolerations: [toleration] }, differences)).toEqual([['any node']])
    expect(
      namesFor({ tolerations: [toleration] }, differences, cluster({ virtualNodes: true }))
    ).toEqual([['any node'], ['virtual node']])
  })
})
