import { anonymousNotProven } from './authorization/anonymous-not-proven.ts'
import { anonymousPull } from './authorization/anonymous-pull.ts'
import { bootstrapRegistry } from './cluster/bootstrap-registry.ts'
import { cacheRuleBroken } from './registry/cache-rule-broken.ts'
import type { Check } from './check.ts'
import { artifactStreaming } from './registry/artifact-streaming.ts'
import { clusterNotRunning } from './cluster/cluster-not-running.ts'
import { conditionExcludesRepository } from './authorization/condition-excludes-repository.ts'
import { denyAssignment } from './authorization/deny-assignment.ts'
import { factsMissing } from './authorization/facts-missing.ts'
import { factsStale } from './authorization/facts-stale.ts'
import { grantToOtherIdentity } from './authorization/grant-to-other-identity.ts'
import { groupGrant } from './authorization/group-grant.ts'
import { identityBindingMissing } from './authorization/identity-binding-missing.ts'
import { identityUseNotInSight } from './authorization/identity-use-not-in-sight.ts'
import { imageAbsent } from './image/image-absent.ts'
import { imageLocked } from './image/image-locked.ts'
import { imageLookupRefused } from './image/image-lookup-refused.ts'
import { imagePlatformMismatch } from './image/image-platform-mismatch.ts'
import { imagePlatformMissing } from './image/image-platform-missing.ts'
import { imageSchema1 } from './image/image-schema-1.ts'
import { notAnImage } from './image/not-an-image.ts'
import { imageHostPlaceholder } from './manifest/image-host-placeholder.ts'
import { imageWithoutTag } from './manifest/image-without-tag.ts'
import { invalidImageReference } from './manifest/invalid-image-reference.ts'
import { isolatedClusterSource } from './network/isolated-cluster-source.ts'
import { knownIssueChecks } from './cluster/known-issues.ts'
import { kubeletIdentityLost } from './cluster/kubelet-identity-lost.ts'
import { kubernetesVersionUnsupported } from './cluster/kubernetes-support.ts'
import { changedAtAdmission } from './manifest/changed-at-admission.ts'
import { chartNotRendered } from './manifest/chart-not-rendered.ts'
import { deployedOtherwise } from './manifest/deployed-otherwise.ts'
import { kustomizationNotBuilt } from './manifest/kustomization-not-built.ts'
import {
  duplicateImageKey,
  imageNotText,
  liveObjects,
  manifestInvalid,
  manifestUnreadable,
  noTarget,
  renderFailed
} from './manifest/manifest-problems.ts'
import { mixedPlatforms } from './cluster/mixed-platforms.ts'
import { noLandablePool } from './cluster/no-landable-pool.ts'
import { noPullGrant } from './authorization/no-pull-grant.ts'
import { nodeWithoutIdentity } from './cluster/node-without-identity.ts'
import { nodesDiffer } from './cluster/nodes-differ.ts'
import { podIdentityIntercepts } from './cluster/pod-identity-intercepts.ts'
import { proxyWithoutRegistry } from './network/proxy-without-registry.ts'
import { pullPolicyNever } from './manifest/pull-policy-never.ts'
import { pullSecretNotProven } from './secrets/pull-secret-not-proven.ts'
import { pullSecretNotVisible } from './secrets/pull-secret-not-visible.ts'
import { pullSecretShortLived } from './secrets/pull-secret-short-lived.ts'
import { pullSecretUnusable } from './secrets/pull-secret-unusable.ts'
import { recentGrant } from './authorization/recent-grant.ts'
import { regionalEndpointOff } from './network/regional-endpoint-off.ts'
import { registryDataEndpoint } from './network/registry-data-endpoint.ts'
import { registryEncryption } from './registry/registry-encryption.ts'
import { registryFirewall } from './network/registry-firewall.ts'
import { registryHostNotServed } from './authorization/registry-host-not-served.ts'
import { registryInOtherTenant } from './authorization/registry-in-other-tenant.ts'
import { registryNotFound } from './authorization/registry-not-found.ts'
import { registryNotPublic } from './network/registry-not-public.ts'
import { registryNotReady } from './registry/registry-not-ready.ts'
import { registryNotVisible } from './authorization/registry-not-visible.ts'
import { registryQuarantine } from './registry/registry-quarantine.ts'
import { registryReplica } from './network/registry-replica.ts'
import { registryStorageFull } from './registry/registry-storage-full.ts'
import { registryThrottling } from './registry/registry-throttling.ts'
import { roleIneffectiveInMode } from './authorization/role-ineffective-in-mode.ts'
import { roleLacksPullAction } from './authorization/role-lacks-pull-action.ts'
import { serviceAccountIdentityMissing } from './authorization/service-account-identity-missing.ts'
import { sharedPrivateZone } from './network/shared-private-zone.ts'
import { subscriptionNotEnabled } from './registry/subscription-not-enabled.ts'
import { suspiciousRegistryHost } from './manifest/suspicious-registry-host.ts'
import { virtualNodeNeedsSecret } from './cluster/virtual-node-needs-secret.ts'

/** Every check, in the order of the documentation: grants, registries, networks, pull secrets, images, node pools, references, facts, manifests. */
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
  identityBindingMissing,
  identityUseNotInSight,
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
  sharedPrivateZone,
  registryDataEndpoint,
  proxyWithoutRegistry,
  isolatedClusterSource,
  bootstrapRegistry,
  registryNotReady,
  regionalEndpointOff,
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
  pullSecretShortLived,
  ...knownIssueChecks,
  kubernetesVersionUnsupported,
  imageAbsent,
  imagePlatformMissing,
  imagePlatformMismatch,
  imageLocked,
  notAnImage,
  imageSchema1,
  imageLookupRefused,
  noLandablePool,
  mixedPlatforms,
  clusterNotRunning,
  artifactStreaming,
  invalidImageReference,
  imageHostPlaceholder,
  imageWithoutTag,
  pullPolicyNever,
  factsMissing,
  factsStale,
  manifestInvalid,
  manifestUnreadable,
  renderFailed,
  kustomizationNotBuilt,
  chartNotRendered,
  deployedOtherwise,
  changedAtAdmission,
  duplicateImageKey,
  imageNotText,
  noTarget,
  liveObjects
]
