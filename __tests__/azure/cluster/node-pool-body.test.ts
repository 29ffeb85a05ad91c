import { describe, expect, test } from '@jest/globals'
import { nodePoolFrom } from '../../../src/azure/cluster/node-pool-body.ts'
import type { NodePool } from '../../../src/facts/facts.ts'

test('a pool with everything', () => {
  expect(
    nodePoolFrom({
      name: 'spot1',
      mode: 'User',
      osType: 'Windows',
      osSKU: 'Windows2022',
      vmSize: 'Standard_D4s_v5',
      currentOrchestratorVersion: '1.34.2',
      nodeImageVersion: 'AKSWindows-2022-containerd-gen2-20348.5499.261013',
      nodeLabels: { 'kubernetes.azure.com/scalesetpriority': 'spot' },
      nodeTaints: ['kubernetes.azure.com/scalesetpriority=spot:NoSchedule'],
      scaleSetPriority: 'Spot',
      count: 0,
      powerState: { code: 'Running' },
      provisioningState: 'Succeeded',
      artifactStreamingProfile: { enabled: true },
      vnetSubnetID: '/id/subnet'
    })
  ).toEqual({
    name: 'spot1',
    mode: 'User',
    osType: 'Windows',
    osSku: 'Windows2022',
    architecture: 'amd64',
    vmSize: 'Standard_D4s_v5',
    kubernetesVersion: '1.34.2',
    nodeImageVersion: 'AKSWindows-2022-containerd-gen2-20348.5499.261013',
    labels: { 'kubernetes.azure.com/scalesetpriority': 'spot' },
    taints: ['kubernetes.azure.com/scalesetpriority=spot:NoSchedule'],
    spot: true,
    count: 0,
    powerState: 'Running',
    provisioningState: 'Succeeded',
    artifactStreaming: true,
    subnetId: '/id/subnet'
  })
})

test('a pool that says nothing but its name is a Linux pool of unknown version', () => {
  expect(nodePoolFrom({ name: 'pool1', nodeTaints: null, nodeLabels: null })).toMatchObject({
    osType: 'Linux',
    architecture: null,
    kubernetesVersion: null,
    labels: {},
    taints: [],
    spot: false,
    count: null
  })
})

test.each([
  [
    'what its kubelets run',
    { currentOrchestratorVersion: '1.34.2', orchestratorVersion: '1.35.1' },
    '1.34.2'
  ],
  ['the full version that was asked for', { orchestratorVersion: '1.34.2' }, '1.34.2'],
  ['nothing, where only a minor was asked for', { orchestratorVersion: '1.34' }, null],
  ['nothing, where neither is told', {}, null]
])('the version of a pool is %s', (_name, body, expected) => {
  expect(nodePoolFrom({ name: 'pool1', ...body }).kubernetesVersion).toBe(expected)
})

describe('architecture', () => {
  const sized = (...sizes: string[]) => ({
    virtualMachinesProfile: { scale: { manual: sizes.map(size => ({ size, count: 2 })) } }
  })
  const rows: [string, object, NodePool['architecture']][] = [
    ['x64 size', { vmSize: 'Standard_D4s_v5' }, 'amd64'],
    ['Arm size', { vmSize: 'Standard_D2pds_v5' }, 'arm64'],
    ['Arm size in small letters', { vmSize: 'standard_e4ps_v6' }, 'arm64'],
    ['Arm burstable', { vmSize: 'Standard_B2pts_v2' }, 'arm64'],
    ['family with a P before the digits', { vmSize: 'Standard_NP10s' }, 'amd64'],
    ['constrained cores', { vmSize: 'Standard_E4-2ds_v5' }, 'amd64'],
    ['accelerator in the name', { vmSize: 'Standard_NC24ads_A100_v4' }, 'amd64'],
    ['old size', { vmSize: 'Standard_DS2_v2' }, 'amd64'],
    ['size of another form', { vmSize: 'contoso-special' }, null],
    [
      'Arm image, size of another form',
      { vmSize: 'x', nodeImageVersion: 'AKSUbuntu-2204gen2arm64containerd-202608.13.0' },
      'arm64'
    ],
    ['several sizes of one architecture', sized('Standard_D2s_v5', 'Standard_D4s_v5'), 'amd64'],
    ['mixed sizes', sized('Standard_D2s_v5', 'Standard_D2ps_v5'), null]
  ]
  test.each(rows)('%s', (_name, body, expected) => {
    expect(nodePoolFrom({ name: 'pool1', ...body }).architecture).toBe(expected)
  })

  test('a pool of single machines counts them', () => {
    expect(
      nodePoolFrom({ name: 'p', ...sized('Standard_D2s_v5', 'Standard_D4s_v5') })
    ).toMatchObject({ count: 4, vmSize: 'Standard_D2s_v5' })
  })
})
