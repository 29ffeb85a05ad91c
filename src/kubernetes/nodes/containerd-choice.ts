import { anyOf, type Truth } from '../../base/three-valued.ts'
import type { NodePlatform } from './node-platform.ts'

/*
 * Which manifest of an index a node takes: containerd/platforms v1.0.0-rc.5 (containerd 2.2 and later), whose answers to
 * random indexes the tests hold: platforms.go (Normalize, NewMatcher), compare.go (Only), platform_windows_compat.go.
 */

/** As an index names it, or the config of a manifest. */
export type ManifestPlatform = {
  readonly os: string
  readonly architecture: string
  readonly variant: string | null
  readonly osVersion: string | null
  readonly osFeatures: readonly string[]
}

/** Architecture and variant as containerd normalizes them. */
type Processor = readonly [architecture: string, variant: string]

const arm64Variants: Readonly<Record<string, string>> = {
  '8': '',
  v8: '',
  'v8.0': '',
  '9': 'v9',
  '9.0': 'v9',
  'v9.0': 'v9'
}

const armVariants: Readonly<Record<string, string>> = {
  '': 'v7',
  '5': 'v5',
  '6': 'v6',
  '7': 'v7',
  '8': 'v8'
}

const lookUp = (table: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(table, key) ? (table[key] ?? key) : key

function processorOf({ architecture, variant: written }: ManifestPlatform): Processor {
  const variant = (written ?? '').toLowerCase()
  switch (architecture.toLowerCase()) {
    case 'i386':
      return ['386', '']
    case 'x86_64':
    case 'x86-64':
    case 'amd64':
      return ['amd64', variant === 'v1' ? '' : variant]
    case 'aarch64':
    case 'arm64':
      return ['arm64', lookUp(arm64Variants, variant)]
    case 'armhf':
      return ['arm', 'v7']
    case 'armel':
      return ['arm', 'v6']
    case 'arm':
      return ['arm', lookUp(armVariants, variant)]
    default:
      return [architecture.toLowerCase(), variant]
  }
}

/** What nodes of AKS take, best first; the default platform of a node names no variant but arm64's v8. */
const taken: Readonly<Record<'amd64' | 'arm64' | 'windows', readonly Processor[]>> = {
  amd64: [
    ['amd64', ''],
    ['386', '']
  ],
  arm64: [
    ['arm64', ''],
    ['arm', 'v8'],
    ['arm', 'v7'],
    ['arm', 'v6'],
    ['arm', 'v5']
  ],
  windows: [['amd64', '']]
}

/** Whom no system is named for, it is that of the node. */
function systemOf({ os }: ManifestPlatform, node: NodePlatform): string {
  const system = os.toLowerCase()
  return system === '' ? node.os : system === 'macos' ? 'darwin' : system
}

type WindowsVersion = readonly [major: number, minor: number, build: number]

const largest: WindowsVersion = [0xff, 0xff, 0xffff]

/** What Go cannot read as numbers of these sizes is version 0. */
function windowsVersion(text: string): WindowsVersion {
  const parts = text.split('.')
  const numbers = parts.slice(0, 3).map(part => (/^\d+$/.test(part) ? Number(part) : NaN))
  const [major = NaN, minor = NaN, build = NaN] = numbers
  const fits = [major, minor, build].every((number, index) => number <= (largest[index] ?? 0))
  return parts.length >= 3 && fits ? [major, minor, build] : [0, 0, 0]
}

/** The first release of Windows Server that also runs images of releases before it, and the first whose images others run. */
const windowsServer2022 = 20348

/** All releases of Windows Server that run containers of today are 10.0. */
function runsBuild(build: number, osVersion: string | null): boolean {
  if (osVersion === null || osVersion === '') return true
  const [major, minor, ofImage] = windowsVersion(osVersion)
  if (major !== 10 || minor !== 0) return false
  return build < windowsServer2022
    ? ofImage === build
    : windowsServer2022 <= ofImage && ofImage <= build
}

/** Nodes have none; on Windows containerd passes the first `win32k` over. */
function demandedFeatures({ osFeatures }: ManifestPlatform, node: NodePlatform): readonly string[] {
  const at = node.os === 'windows' ? osFeatures.indexOf('win32k') : -1
  return at < 0 ? osFeatures : osFeatures.toSpliced(at, 1)
}

/** The place among what the node takes, best first; null: it takes no such manifest. */
function rankOf(platform: ManifestPlatform, node: NodePlatform): number | null {
  if (systemOf(platform, node) !== node.os || demandedFeatures(platform, node).length > 0)
    return null
  if (node.os === 'windows' && !runsBuild(node.build, platform.osVersion)) return null
  const [architecture, variant] = processorOf(platform)
  const rank = taken[node.os === 'windows' ? 'windows' : node.architecture].findIndex(
    each => each[0] === architecture && each[1] === variant
  )
  return rank < 0 ? null : rank
}

type Candidate = {
  readonly index: number
  readonly rank: number
  readonly osVersion: string
}

/** On Windows the later version by its text; a manifest without platform comes last, and its config decides. */
function isBetter(one: Candidate, other: Candidate, node: NodePlatform): boolean {
  if (node.os === 'windows' && one.rank === other.rank) return one.osVersion > other.osVersion
  return one.rank < other.rank
}

/** The index of the manifest that the node takes, null for none: `no match for platform in manifest`. */
export function chosenManifest(
  platforms: readonly (ManifestPlatform | null)[],
  node: NodePlatform
): number | null {
  let best: Candidate | null = null
  for (const [index, platform] of platforms.entries()) {
    const rank = platform === null ? Infinity : rankOf(platform, node)
    if (rank === null) continue
    const candidate = { index, rank, osVersion: platform?.osVersion ?? '' }
    if (best === null || isBetter(candidate, best, node)) best = candidate
  }
  return best?.index ?? null
}

/**
 * Earlier containerds answer otherwise: before platforms v1.0.0-rc.3 they pass all features over, and before rc.1 they do
 * not take v8.0 for the default of arm64.
 */
function dependsOnVersion(platform: ManifestPlatform, node: NodePlatform): boolean {
  if (rankOf({ ...platform, osFeatures: [] }, node) === null) return false
  return demandedFeatures(platform, node).length > 0 || platform.variant?.toLowerCase() === 'v8.0'
}

/** Whether a node of any containerd finds a manifest in the index. */
export function hasManifestFor(
  platforms: readonly (ManifestPlatform | null)[],
  node: NodePlatform
): Truth {
  const answers = platforms.map((platform): Truth => {
    if (platform === null || dependsOnVersion(platform, node)) return 'maybe'
    return rankOf(platform, node) === null ? 'no' : 'yes'
  })
  return anyOf(answers)
}

/**
 * Whether what a single manifest brings runs on the node, which takes it whatever it is for. Of an architecture that the
 * processor may know beside its own, and of variants, nobody can say.
 */
export function runsOn(platform: ManifestPlatform, node: NodePlatform): Truth {
  if (systemOf(platform, node) !== node.os) return 'no'
  if (node.os === 'windows' && !runsBuild(node.build, platform.osVersion)) return 'no'
  const [architecture, variant] = processorOf(platform)
  const own = node.os === 'windows' ? 'amd64' : node.architecture
  if (architecture === own) return variant === '' ? 'yes' : 'maybe'
  if (own === 'amd64' && architecture === '386') return node.os === 'windows' ? 'maybe' : 'yes'
  return own === 'arm64' && architecture === 'arm' ? 'maybe' : 'no'
}
