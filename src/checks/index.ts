import { anonymousNotProven } from './anonymous-not-proven.ts'
import { anonymousPull } from './anonymous-pull.ts'
import { bootstrapRegistry } from './bootstrap-registry.ts'
import { cacheRuleBroken } from './cache-rule-broken.ts'
import type { Check } from './check.ts'
import { artifactStreaming } from './artifact-streaming.ts'
import { clusterNotRunning } from './cluster-not-running.ts'
import { conditionExcludesRepository } from './condition-excludes-repository.ts'
import { denyAssignment } from './deny-assignment.ts'
import { ensureSecretPulledImages } from './ensure-secret-pulled-images.ts'
import { factsMissing } from './facts-missing.ts'
import { factsStale } from './facts-stale.ts'
import { grantToOtherIdentity } from './grant-to-other-identity.ts'
import { groupGrant } from './group-grant.ts'
import { imageHostPlaceholder } from './image-host-placeholder.ts'
import { invalidImageReference } from './invalid-image-reference.ts'
import { isolatedClusterSource } from './isolated-cluster-source.ts'
import { knownIssueChecks } from './known-issues.ts'
import { kubeletIdentityLost } from './kubelet-identity-lost.ts'
import { kubernetesVersionUnsupported } from './kubernetes-support.ts'
import { kustomizationNotBuilt } from './kustomization-not-built.ts'
import {
  duplicateImageKey,
  imageNotText,
  manifestInvalid,
  manifestUnreadable,
  renderFailed
} from './manifest-problems.ts'
import { mixedPlatforms } from './mixed-platforms.ts'
import { noLandablePool } from './no-landable-pool.ts'
import { noPullGrant } from './no-pull-grant.ts'
import { nodeWithoutIdentity } from './node-without-identity.ts'
import { nodesDiffer } from './nodes-differ.ts'
import { podIdentityIntercepts } from './pod-identity-intercepts.ts'
import { proxyWithoutRegistry } from './proxy-without-registry.ts'
import { pullPolicyNever } from './pull-policy-never.ts'
import { pullSecretNotProven } from './pull-secret-not-proven.ts'
import { pullSecretNotVisible } from './pull-secret-not-visible.ts'
import { pullSecretUnusable } from './pull-secret-unusable.ts'
import { recentGrant } from './recent-grant.ts'
import { registryDataEndpoint } from './registry-data-endpoint.ts'
import { registryEncryption } from './registry-encryption.ts'
import { registryFirewall } from './registry-firewall.ts'
import { registryHostNotServed } from './registry-host-not-served.ts'
import { registryInOtherTenant } from './registry-in-other-tenant.ts'
import { registryNotFound } from './registry-not-found.ts'
import { registryNotPublic } from './registry-not-public.ts'
import { registryNotReady } from './registry-not-ready.ts'
import { registryNotVisible } from './registry-not-visible.ts'
import { registryQuarantine } from './registry-quarantine.ts'
import { registryReplica } from './registry-replica.ts'
import { registryStorageFull } from './registry-storage-full.ts'
import { registryThrottling } from './registry-throttling.ts'
import { roleIneffectiveInMode } from './role-ineffective-in-mode.ts'
import { roleLacksPullAction } from './role-lacks-pull-action.ts'
import { serviceAccountIdentityMissing } from './service-account-identity-missing.ts'
import { subscriptionNotEnabled } from './subscription-not-enabled.ts'
import { suspiciousRegistryHost } from './suspicious-registry-host.ts'
import { virtualNodeNeedsSecret } from './virtual-node-needs-secret.ts'

/** Every check, in the order of the documentation: grants, registries, networks, pull secrets, node pools, references, facts, manifests. */
export const checks: readonly Check[] = [
  noPullGrant,
  grantToOtherIdentity,
  roleIneffectiveInMode,
  conditionExcludesRepository,
  roleLacksPullAction,
  denyAssignment,
  recentGrant,
  groupGrant,
  anonymousPull,
  anonymousNotProven,
  kubeletIdentityLost,
  serviceAccountIdentityMissing,
  virtualNodeNeedsSecret,
  nodesDiffer,
  podIdentityIntercepts,
  nodeWithoutIdentity,
  registryNotFound,
  registryNotVisible,
  registryInOtherTenant,
  registryHostNotServed,
  suspiciousRegistryHost,
  registryFirewall,
  registryNotPublic,
  registryDataEndpoint,
  proxyWithoutRegistry,
  isolatedClusterSource,
  bootstrapRegistry,
  registryNotReady,
  registryReplica,
  registryEncryption,
  registryQuarantine,
  registryThrottling,
  registryStorageFull,
  subscriptionNotEnabled,
  cacheRuleBroken,
  pullSecretNotVisible,
  pullSecretNotProven,
  pullSecretUnusable,
  ensureSecretPulledImages,
  ...knownIssueChecks,
  kubernetesVersionUnsupported,
  noLandablePool,
  mixedPlatforms,
  clusterNotRunning,
  artifactStreaming,
  invalidImageReference,
  imageHostPlaceholder,
  pullPolicyNever,
  factsMissing,
  factsStale,
  manifestInvalid,
  manifestUnreadable,
  renderFailed,
  kustomizationNotBuilt,
  duplicateImageKey,
  imageNotText
]
