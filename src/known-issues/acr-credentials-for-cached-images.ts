import type { KnownIssue } from './known-issue.ts'

/** A service principal's credentials come from a file of the node, so no network is asked for them. */
export const acrCredentialsForCachedImages = {
  id: 'acr-credentials-for-cached-images',
  title:
    'Pods wait for the credential provider although the node has their image and needs no credentials',
  documented: null,
  causes: ['L9'],
  severity: 'note',
  appliesTo: { identity: 'managedIdentity' },
  introduced: '1.33',
  fixes: [
    {
      minor: '1.33',
      fixed: 'none',
      confidence: 'absence',
      source:
        'image_manager.go of v1.33.3 to v1.33.13 looks credentials up before it asks whether the image is there; kubernetes #133079 has no cherry-pick to 1.33'
    },
    {
      minor: '1.34',
      fixed: '1.34.0',
      source: 'kubernetes #133079: image_manager.go of v1.34.0 returns before the look-up'
    }
  ],
  workarounds: [
    { text: 'Upgrade.', upgrade: true },
    { text: 'Wait: the pod starts as soon as the credential provider answers or gives up.' }
  ],
  links: [
    {
      title:
        "don't fetch image credentials if the image is present and if we don't need to check if the pod is allowed to pull it",
      url: 'https://github.com/kubernetes/kubernetes/pull/133079'
    }
  ]
} as const satisfies KnownIssue
