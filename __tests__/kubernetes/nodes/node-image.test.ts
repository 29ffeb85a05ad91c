import { expect, test } from '@jest/globals'
import { compareNodeImages, parseNodeImage } from '../../../src/kubernetes/nodes/node-image.ts'

test.each([
  [
    'an Ubuntu image',
    'AKSUbuntu-2204gen2containerd-202306.19.0',
    'Linux',
    'linux',
    [202306, 19, 0]
  ],
  [
    'an image of AKS before 2022',
    'AKSUbuntu-1804gen2containerd-2022.01.07',
    'Linux',
    'linux',
    [202201, 7, 0]
  ],
  [
    'an Azure Container Linux image',
    'AKSAzureContainerLinux-202606.01.0',
    'Linux',
    'linux',
    [202606, 1, 0]
  ],
  ['a Flatcar image', 'AKSFlatcar-flatcargen2-202508.06.0', 'Linux', 'linux', [202508, 6, 0]],
  ['a version without a name', '202505.14.0', 'Linux', 'linux', [202505, 14, 0]],
  [
    'a Windows 2022 image',
    'AKSWindows-2022-containerd-gen2-20348.4893.260311',
    'Windows',
    'windows2022',
    [20348, 4893, 260311]
  ],
  [
    'a Windows 2025 image',
    'AKSWindows-2025-gen2-26100.32522.260311',
    'Windows',
    'windows2025',
    [26100, 32522, 260311]
  ],
  [
    'a Windows image without a tracked line',
    'AKSWindows-2019-containerd-17763.5820.240516',
    'Windows',
    null,
    [17763, 5820, 240516]
  ]
] as const)('reads %s', (_name, text, osType, line, numbers) => {
  expect(parseNodeImage(text, osType)).toEqual({ line, numbers })
})

test.each([
  ['nothing', null, 'Linux'],
  ['a custom image', 'contoso-hardened-ubuntu', 'Linux'],
  ['a Linux image on Windows nodes', 'AKSUbuntu-2204gen2containerd-202306.19.0', 'Windows'],
  ['a Windows image on Linux nodes', 'AKSWindows-2022-containerd-gen2-20348.4893.260311', 'Linux']
] as const)('takes %s for no version', (_name, text, osType) => {
  expect(parseNodeImage(text, osType)).toBeNull()
})

test.each([
  ['202505.14.0', '202505.14.0', 0],
  ['202505.13.0', '202505.14.0', -1],
  ['202504.30.0', '202505.14.0', -1],
  ['202505.14.1', '202505.14.0', 1],
  ['2022.01.07', '202505.14.0', -1]
] as const)('compares %s with %s by date', (left, right, expected) => {
  const [one, other] = [parseNodeImage(left, 'Linux'), parseNodeImage(right, 'Linux')]
  expect(one !== null && other !== null && Math.sign(compareNodeImages(one, other))).toBe(expected)
})
