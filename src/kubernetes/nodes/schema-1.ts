import { not, type Truth, truthOf } from '../../base/three-valued.ts'
import { compareNodeImages, parseNodeImage } from './node-image.ts'

/** Manifests of Docker's first schema, signed and unsigned. */
export const isSchema1 = (mediaType: string | null): boolean =>
  mediaType?.startsWith('application/vnd.docker.distribution.manifest.v1+') === true

/** A family of node images by a part of its name; `from`: the first with containerd 2, `all`, or `none`. */
type Family = {
  readonly name: RegExp
  readonly containerd2: 'all' | 'none' | { readonly from: string }
}

/**
 * containerd 2.0 refuses schema 1 unless it is told otherwise, 2.1 knows it no more (containerd #9765). Which node images
 * have it: Azure/AKS vhd-notes.
 */
const families: readonly Family[] = [
  { name: /^AKSUbuntu-(?:1604|1804|2004|2204)/i, containerd2: 'none' },
  { name: /^AKSUbuntu-2404/i, containerd2: { from: '202501.22.0' } },
  { name: /^AKS(?:AzureLinux|CBLMariner)-V2/i, containerd2: 'none' },
  { name: /^AKSAzureLinux-V3/i, containerd2: { from: '202501.22.0' } },
  // Images of Windows Server 2022 carry containerd 1.6, 1.7 and 2.0, and which of them a node starts is not in their name.
  { name: /^AKSWindows-2019/i, containerd2: 'none' },
  { name: /^AKSWindows-2025/i, containerd2: 'all' }
]

function hasContainerd2(nodeImageVersion: string | null): Truth {
  const family = families.find(({ name }) => name.test(nodeImageVersion ?? ''))
  if (family === undefined) return 'maybe'
  if (family.containerd2 === 'all') return 'yes'
  if (family.containerd2 === 'none') return 'no'
  const image = parseNodeImage(nodeImageVersion, 'Linux')
  const first = parseNodeImage(family.containerd2.from, 'Linux')
  if (image === null || first === null) return 'maybe'
  return truthOf(compareNodeImages(image, first) >= 0)
}

/** Whether nodes of this image take manifests of schema 1. */
export const takesSchema1 = (nodeImageVersion: string | null): Truth =>
  not(hasContainerd2(nodeImageVersion))
