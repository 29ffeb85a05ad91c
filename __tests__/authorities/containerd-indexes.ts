import type { ManifestPlatform } from '../../src/kubernetes/nodes/containerd-choice.ts'
import type { NodePlatform } from '../../src/kubernetes/nodes/node-platform.ts'

/** An image index as a node of one platform meets it. */
export type IndexCase = {
  readonly node: NodePlatform
  readonly platforms: readonly (ManifestPlatform | null)[]
}

/** How many of them containerd was asked about. */
export const indexes = 24_000

/** Always the same numbers, whatever the machine (a linear congruential generator with the constants of ANSI C). */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return Math.floor(state / 65536) % below
  }
}

const nodes: readonly NodePlatform[] = [
  { os: 'linux', architecture: 'amd64' },
  { os: 'linux', architecture: 'arm64' },
  ...[17763, 20348, 25398, 26100].map((build): NodePlatform => ({ os: 'windows', build }))
]

const systems = ['linux', 'Linux', 'windows', 'WINDOWS', 'unknown', '', 'darwin', 'macos']
const architectures = [
  ...['amd64', 'arm64', 'arm', '386', 'x86_64', 'x86-64', 'aarch64', 'armhf', 'armel'],
  ...['unknown', 'AMD64', 'Arm64', 's390x', 'i386', 'ppc64le', '']
]
const variants = [
  ...['v1', 'v2', 'v3', 'v4', 'v8', 'V8', 'v7', 'v6', 'v5', '8', '7', '6', '5'],
  ...['v8.0', 'v8.1', 'v8.2', 'v9', '9', '9.0', 'v9.0', 'v9.2', '', 'x']
]
const osVersions = [
  ...['10.0.17763.5576', '10.0.17763', '10.0.20348.2322', '10.0.20348.9', '10.0.26100.1'],
  ...['10.0.25398.1', '10.0.26200.1', '10.0.19042.1', '10.0.14393.1', '10.0', 'x', '11.0.20348'],
  ...['10.1.20348.1', '266.0.20348', '10.0.85884', '10.0.020348.1', '10.0.+20348', '']
]
const features = [['win32k'], ['win32k', 'x'], ['x', 'y'], [], ['win32k', 'win32k']]

/** Half of the platforms are near to the node, so that several of an index fit. */
export function* indexCases(count = indexes): Generator<IndexCase, void, undefined> {
  const below = numbers(20261130)
  const of = <T>(items: readonly T[], fallback: T): T => items[below(items.length)] ?? fallback
  const platformNear = (node: NodePlatform): ManifestPlatform | null => {
    if (below(12) === 0) return null
    const near = below(2) === 0
    return {
      os: near ? node.os : of(systems, ''),
      architecture: near ? of(['amd64', 'arm64', 'arm', '386'], '') : of(architectures, ''),
      variant: below(2) === 0 ? null : of(variants, ''),
      osVersion: below(node.os === 'windows' ? 2 : 4) === 0 ? of(osVersions, '') : null,
      osFeatures: below(8) === 0 ? of(features, []) : []
    }
  }
  for (let number = 0; number < count; number += 1) {
    const node = of(nodes, { os: 'linux', architecture: 'amd64' })
    const platforms = Array.from({ length: below(6) }, () => platformNear(node))
    yield { node, platforms }
  }
}
