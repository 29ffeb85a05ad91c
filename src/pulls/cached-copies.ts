import { compareMinors, parseKubernetesVersion } from '../kubernetes/kubernetes-version.ts'
import type { ImageUse } from '../kubernetes/images/image-use.ts'
import type { Cluster } from '../facts/facts.ts'
import { landingPools, poolsOf, type LandingPool } from './landing.ts'

/** KubeletEnsureSecretPulledImages is on by default from here (CHANGELOG-1.35, kubernetes #135228; KEP-2535). */
const introduced = '1.35'

function verifiesCachedImages({ kubernetesVersion }: LandingPool): boolean {
  const version = parseKubernetesVersion(kubernetesVersion)
  return version !== null && compareMinors(version.minor, introduced) >= 0
}

/** Without a policy Kubernetes sets Always for `latest` and IfNotPresent for the rest (Kubernetes docs, "Images"). */
function mayUseCopy({ pullPolicy, image }: ImageUse): boolean {
  if (pullPolicy !== null) return pullPolicy !== 'Always'
  if (image.kind !== 'reference') return false
  const { tag, digest } = image.reference
  return digest !== null || (tag !== null && tag !== 'latest')
}

/** That no copy on a node hides a missing grant; null where one might, or none would be used. */
export function copiesText(cluster: Cluster, uses: readonly ImageUse[]): string | null {
  const pools = poolsOf(cluster).filter(verifiesCachedImages)
  const names = new Set<string>()
  for (const use of uses) {
    if (names.size === pools.length) break
    if (mayUseCopy(use)) for (const { name } of landingPools(cluster, pools, use)) names.add(name)
  }
  return names.size === 0
    ? null
    : `A copy that a node already has does not help: from Kubernetes ${introduced} on the kubelet verifies the pod's credentials for cached images too, on node pool ${[...names].join(', ')}.`
}
