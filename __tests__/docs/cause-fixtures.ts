/**
 * Fixtures of checks in which a cause of the taxonomy was at work, where no scenario has that cause and that check: the cause,
 * then `CHECK/CASE` as in `__tests__/checks`.
 */
export const causeFixtures: readonly (readonly [cause: string, fixture: string])[] = [
  ['Z15', 'nodes-differ/finds-old-node-image-beside-a-new-one'],
  ['Z15', 'registry-host-not-served/finds-regional-endpoint-for-a-service-principal'],
  ['Z16', 'identity-use-not-in-sight/finds-no-role'],
  ['Z18', 'anonymous-not-proven/unknown-finds-geo-host'],
  ['S6', 'pull-secret-not-proven/unknown-finds-secret-of-a-service-principal'],
  ['S8', 'pull-secret-short-lived/finds-token-of-az-acr-login'],
  ['S9', 'pull-secret-unusable/finds-external-secret-of-wrong-type'],
  ['N2', 'image-without-tag/finds-no-tag'],
  ['N2', 'image-absent/finds-digest'],
  ['N2', 'image-absent/finds-tag'],
  ['N3', 'image-absent/finds-repository'],
  ['N4', 'image-absent/finds-tag'],
  ['N6', 'image-locked/finds-reading-off'],
  ['N7', 'image-platform-missing/finds-no-platform'],
  ['N8', 'image-platform-mismatch/finds-single-manifest'],
  ['N9', 'image-platform-mismatch/finds-windows-build'],
  ['N9', 'image-platform-missing/finds-windows-build'],
  ['N9', 'mixed-platforms/finds-windows-builds'],
  ['N10', 'image-not-text/finds-comment-token'],
  ['N13', 'not-an-image/finds-chart'],
  ['N15', 'image-schema-1/finds-containerd-2'],
  ['T14', 'shared-private-zone/finds-two-endpoints'],
  ['L13', 'changed-at-admission/unknown-finds-policy-that-rewrites-images'],
  ['L13', 'pull-secret-not-visible/unknown-finds-policy-that-adds-pull-secrets']
]
