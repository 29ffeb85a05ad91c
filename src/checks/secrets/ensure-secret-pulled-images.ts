import { memoize } from '../../base/memoize.ts'
import type { Verdict } from '../../pulls/verdict.ts'
import type { Cluster } from '../../facts/facts.ts'
import { compareMinors, parseKubernetesVersion } from '../../kubernetes/kubernetes-version.ts'
import type { ImageUse } from '../../kubernetes/image-use.ts'
import type { Check, FindingDraft } from '../check.ts'
import { subjectOf } from '../wording/from-verdicts.ts'
import { type LandingPool, landingPools, poolsOf } from '../../pulls/landing.ts'
import { grantReads } from '../../facts/arm-actions.ts'
import { isMissingGrant } from '../../pulls/pull-traits.ts'
import { clusterOf } from '../../access/known-facts.ts'
import { clusterText } from '../wording/wording.ts'

/** KubeletEnsureSecretPulledImages is on by default from here (CHANGELOG-1.35, kubernetes #135228). */
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

/** A note: the missing grant has its own error, and this only says that no cached copy will hide it. */
const finding = (verdict: Verdict, pools: ReadonlySet<string>): Omit<FindingDraft, 'uses'> => ({
  ...subjectOf(verdict),
  severity: 'note',
  message: `${verdict.image} on ${clusterText(verdict)} cannot rest on a copy that a node already has: from Kubernetes ${introduced} on the kubelet verifies the pod's credentials for cached images too, on node pool ${[...pools].join(', ')}`,
  remediation: []
})

function concerned(cluster: Cluster, pools: readonly LandingPool[], verdict: Verdict) {
  const uses = verdict.uses
    .filter(mayUseCopy)
    .filter(use => landingPools(cluster, pools, use).length > 0)
  const names = uses.flatMap(use => landingPools(cluster, pools, use)).map(({ name }) => name)
  return { uses, names: new Set(names) }
}

export const ensureSecretPulledImages: Check = {
  id: 'ensure-secret-pulled-images',
  title: 'A cached image no longer hides a missing grant',
  rationale: `Until Kubernetes 1.34 a pod with pull policy \`IfNotPresent\` or \`Never\` could ride on an image that another pod had
pulled to the same node. From 1.35 on the kubelet verifies that the pod itself has credentials for the image (feature gate
KubeletEnsureSecretPulledImages, policy NeverVerifyPreloadedImages; images that came with the node are left out). A workload without a grant
that has worked so far fails after the upgrade of its node pool.`,
  references: [
    {
      title: 'KEP-2535: Ensure secret pulled images',
      url: 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/2535-ensure-secret-pulled-images'
    },
    { title: 'Images', url: 'https://kubernetes.io/docs/concepts/containers/images/' }
  ],
  causes: ['L9'],
  permissions: grantReads,
  words: [],
  *run({ facts, verdicts }) {
    const verifyingPools = memoize((cluster: Cluster) =>
      poolsOf(cluster).filter(verifiesCachedImages)
    )
    for (const verdict of verdicts) {
      if (verdict.result !== 'no-pull' || !isMissingGrant(verdict.cause)) continue
      const cluster = clusterOf(facts, verdict.cluster)
      if (cluster === null) continue
      const { uses, names } = concerned(cluster, verifyingPools(cluster), verdict)
      if (uses.length > 0) yield { ...finding(verdict, names), uses, nodePools: [...names] }
    }
  }
}
