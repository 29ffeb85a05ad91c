import { acrAnonymousPullSp } from './acr-anonymous-pull-sp.ts'
import { acrArmAudienceDisabled } from './acr-arm-audience-disabled.ts'
import { acrChallengeTimeout10s } from './acr-challenge-timeout-10s.ts'
import { acrCredentialsForCachedImages } from './acr-credentials-for-cached-images.ts'
import { acrGreedyLoginServer } from './acr-greedy-login-server.ts'
import { acrImdsAtStart } from './acr-imds-at-start.ts'
import { acrMsiCrossSubscription } from './acr-msi-cross-subscription.ts'
import { acrMsiEmptyCache } from './acr-msi-empty-cache.ts'
import { acrMsiMultiRegistry } from './acr-msi-multi-registry.ts'
import { acrNap129 } from './acr-nap-1-29.ts'
import { acrNapManagedIdentityOff } from './acr-nap-managed-identity-off.ts'
import { acrPrivateCloudSuffix } from './acr-private-cloud-suffix.ts'
import { acrRegionalEndpointUnmatched } from './acr-regional-endpoint-unmatched.ts'
import { acrSpGrantNotSeen } from './acr-sp-grant-not-seen.ts'
import type { KnownIssue } from './known-issue.ts'

/** Every known issue: first the published five in their order, then the later ones by weight. */
export const knownIssues: readonly KnownIssue[] = [
  acrSpGrantNotSeen,
  acrAnonymousPullSp,
  acrMsiCrossSubscription,
  acrMsiEmptyCache,
  acrMsiMultiRegistry,
  acrArmAudienceDisabled,
  acrRegionalEndpointUnmatched,
  acrChallengeTimeout10s,
  acrPrivateCloudSuffix,
  acrGreedyLoginServer,
  acrNap129,
  acrNapManagedIdentityOff,
  acrImdsAtStart,
  acrCredentialsForCachedImages
]
