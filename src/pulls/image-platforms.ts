import { memoizeForObjects } from '../base/memoize.ts'
import type { Truth } from '../base/three-valued.ts'
import type { PresentImage } from '../facts/images.ts'
import type { Cluster } from '../facts/facts.ts'
import type { ImageUse, PodContext } from '../kubernetes/images/image-use.ts'
import { hasManifestFor, runsOn } from '../kubernetes/nodes/containerd-choice.ts'
import { demandsOf, landable } from '../kubernetes/nodes/node-pools.ts'
import {
  type NodePlatform,
  nodePlatformOf,
  nodePlatformText
} from '../kubernetes/nodes/node-platform.ts'
import { type LandingPool, landingPools, poolsOf } from './landing.ts'
import type { RegistryPulls } from './pulls-by-registry.ts'

/** One node pool that a pod can land on, what its nodes are, and what an image is worth there. */
export type PoolAnswer = {
  readonly pool: string
  /** Such as `linux/amd64`; of a pool that Azure tells too little of, all that it can be. */
  readonly platforms: readonly string[]
  /** Whether the pod lands there for sure; it may be kept from there by a label that nobody sees. */
  readonly lands: Truth
  readonly answer: Truth
}

const architectures = ['amd64', 'arm64'] as const

/** Windows Server 2019, 2022, 23H2 and 2025, and whatever comes. */
const windowsHosts: readonly NodePlatform[] = [17763, 20348, 25398, 26100, 65535].map(build => ({
  os: 'windows',
  build
}))

/** What the nodes of a pool can be: where Azure does not tell, what the pod asks for narrows it. */
function nodesOf(
  pool: LandingPool,
  { pod }: ImageUse,
  { cluster }: RegistryPulls
): readonly NodePlatform[] {
  const told = nodePlatformOf(pool)
  if (told !== null) return [told]
  if (pool.osType === 'Windows') return windowsHosts
  const refusals = architectures.map(architecture => ({
    architecture,
    count: pod === null ? 0 : refusedDemands({ ...pool, architecture }, pod, cluster)
  }))
  const fewest = Math.min(...refusals.map(({ count }) => count))
  return refusals
    .filter(({ count }) => count === fewest)
    .map(({ architecture }) => ({ os: 'linux', architecture }))
}

/** How many demands of the pod the pool does not meet, taken for one whose labels are all in sight. */
const refusedDemands = (pool: LandingPool, pod: PodContext, cluster: Cluster): number =>
  demandsOf({ ...pool, autoProvisioned: false }, pod, cluster).filter(({ met }) => met === 'no')
    .length

/** All the same, or nobody knows; nothing is known of no node. */
function together(answers: readonly Truth[]): Truth {
  const [first] = answers
  return first !== undefined && answers.every(each => each === first) ? first : 'maybe'
}

const questions = memoizeForObjects((image: PresentImage) => {
  const known = new Map<string, Truth>()
  return (node: NodePlatform): Truth => {
    const key = JSON.stringify(node)
    const answer = known.get(key) ?? answerFor(image, node)
    known.set(key, answer)
    return answer
  }
})

function answerFor({ kind, platforms }: PresentImage, node: NodePlatform): Truth {
  if (kind === 'index') return hasManifestFor(platforms, node)
  const [platform] = platforms
  return platform === undefined || platform === null ? 'maybe' : runsOn(platform, node)
}

/**
 * Of an index, whether the nodes find a manifest in it; of a single manifest, which they take whatever it is for, whether
 * it runs there. For each node pool that the pod of a use can land on.
 */
export function poolAnswers(
  image: PresentImage,
  use: ImageUse,
  from: RegistryPulls
): readonly PoolAnswer[] {
  const { cluster } = from
  return landingPools(cluster, poolsOf(cluster), use).map(pool => {
    const nodes = nodesOf(pool, use, from)
    return {
      pool: pool.name,
      platforms: nodes.map(nodePlatformText),
      lands: landable(pool, use.pod, cluster),
      answer: together(nodes.map(questions(image)))
    }
  })
}
