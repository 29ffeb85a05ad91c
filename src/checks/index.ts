import { anonymousPull } from './anonymous-pull.ts'
import type { Check } from './check.ts'
import { conditionExcludesRepository } from './condition-excludes-repository.ts'
import { denyAssignment } from './deny-assignment.ts'
import { ensureSecretPulledImages } from './ensure-secret-pulled-images.ts'
import { factsMissing } from './facts-missing.ts'
import { factsStale } from './facts-stale.ts'
import { grantToOtherIdentity } from './grant-to-other-identity.ts'
import { groupGrant } from './group-grant.ts'
import { imageHostPlaceholder } from './image-host-placeholder.ts'
import { invalidImageReference } from './invalid-image-reference.ts'
import { knownIssueChecks } from './known-issues.ts'
import { kubernetesVersionUnsupported } from './kubernetes-support.ts'
import {
  duplicateImageKey,
  imageNotText,
  manifestInvalid,
  manifestUnreadable,
  renderFailed
} from './manifest-problems.ts'
import { noLandablePool } from './no-landable-pool.ts'
import { noPullGrant } from './no-pull-grant.ts'
import { pullSecretNotVisible } from './pull-secret-not-visible.ts'
import { recentGrant } from './recent-grant.ts'
import { registryInOtherTenant } from './registry-in-other-tenant.ts'
import { registryNotFound } from './registry-not-found.ts'
import { registryNotVisible } from './registry-not-visible.ts'
import { roleIneffectiveInMode } from './role-ineffective-in-mode.ts'
import { roleLacksPullAction } from './role-lacks-pull-action.ts'

/** Every check, in the order of the documentation: grants, registries, pull secrets, versions, references, facts, manifests. */
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
  registryNotFound,
  registryNotVisible,
  registryInOtherTenant,
  pullSecretNotVisible,
  ensureSecretPulledImages,
  ...knownIssueChecks,
  kubernetesVersionUnsupported,
  noLandablePool,
  invalidImageReference,
  imageHostPlaceholder,
  factsMissing,
  factsStale,
  manifestInvalid,
  manifestUnreadable,
  renderFailed,
  duplicateImageKey,
  imageNotText
]
