import { expect, test } from '@jest/globals'
import { isSchema1, takesSchema1 } from '../../../src/kubernetes/nodes/schema-1.ts'

/** The containerd of each: Azure/AKS vhd-notes of that version. */
test.each([
  ['AKSUbuntu-2204gen2containerd-202610.20.0', 'yes'],
  ['AKSUbuntu-1804gen2containerd-202306.19.0', 'yes'],
  ['AKSUbuntu-2404gen2containerd-202501.05.0', 'yes'],
  ['AKSUbuntu-2404gen2containerd-202501.22.0', 'no'],
  ['AKSUbuntu-2404gen2arm64containerd-202610.20.0', 'no'],
  ['AKSAzureLinux-V2gen2-202509.18.0', 'yes'],
  ['AKSAzureLinux-V3gen2-202501.05.0', 'yes'],
  ['AKSAzureLinux-V3gen2-202501.22.0', 'no'],
  ['AKSWindows-2019-containerd-17763.8000.261013', 'yes'],
  ['AKSWindows-2022-containerd-gen2-20348.5499.261013', 'maybe'],
  ['AKSWindows-2025-containerd-gen2-26100.4946.261013', 'no'],
  ['AKSUbuntu-2404gen2containerd', 'maybe'],
  ['AKSFlatcar-gen2-202610.20.0', 'maybe'],
  [null, 'maybe']
])('nodes of image %s take schema 1: %s', (nodeImage, expected) => {
  expect(takesSchema1(nodeImage)).toBe(expected)
})

test.each([
  ['application/vnd.docker.distribution.manifest.v1+prettyjws', true],
  ['application/vnd.docker.distribution.manifest.v1+json', true],
  ['application/vnd.docker.distribution.manifest.v2+json', false],
  ['application/vnd.oci.image.manifest.v1+json', false],
  [null, false]
])('%s is schema 1: %s', (mediaType, expected) => {
  expect(isSchema1(mediaType)).toBe(expected)
})
