import type { KnownIssue } from './known-issue.ts'

/** Kubernetes #66429: the provider listed the registries it could see, with a cached token. */
export const acrSpGrantNotSeen = {
  id: 'acr-sp-grant-not-seen',
  title:
    'Image pull fails after granting the service principal access, or from a registry in another subscription',
  documented: {
    section: 1,
    title: 'pull image error after granting sp access to Azure Container Registry'
  },
  causes: ['L9'],
  severity: 'warning',
  heals: true,
  severityWhen: [{ when: { crossSubscription: true }, severity: 'error' }],
  component: 'kubelet-in-tree',
  appliesTo: {
    identity: 'servicePrincipal',
    anyOf: [{ crossSubscription: true }, { grantYoungerThanHours: 2 }]
  },
  introduced: null,
  fixes: [
    {
      minor: '1.7',
      documented: 'none',
      fixed: 'none',
      confidence: 'absence',
      source: 'no cherry-pick of kubernetes #66429; only #66645 (1.9), #66644 (1.10), #66598 (1.11)'
    },
    {
      minor: '1.8',
      documented: 'none',
      fixed: 'none',
      confidence: 'absence',
      source: 'no cherry-pick of kubernetes #66429; only #66645 (1.9), #66644 (1.10), #66598 (1.11)'
    },
    {
      minor: '1.9',
      documented: '1.9.11',
      fixed: '1.9.11',
      source: 'CHANGELOG-1.9, changes since v1.9.10 list #66429'
    },
    {
      minor: '1.10',
      documented: '1.10.7',
      fixed: '1.10.7',
      source: 'CHANGELOG-1.10, changes since v1.10.6 list #66429'
    },
    {
      minor: '1.11',
      documented: '1.11.2',
      fixed: '1.11.2',
      source: 'CHANGELOG-1.11, changes since v1.11.1 list #66429'
    },
    {
      minor: '1.12',
      documented: '1.12.0',
      fixed: '1.12.0',
      source: 'CHANGELOG-1.12, pre-release section lists #66429 (merged July 2018)'
    }
  ],
  workarounds: [
    {
      text: "Wait for at most 2 hours: the service principal's token expires, and the pull succeeds after a few tries."
    },
    { text: 'Restart the kubelet service on the node.' },
    { text: 'For a registry in another subscription, use imagePullSecrets.' }
  ],
  links: [
    {
      title: 'fix acr could not be listed in sp issue',
      url: 'https://github.com/kubernetes/kubernetes/pull/66429'
    },
    {
      title: 'kubelet needs restart after granting sp access to azure acr',
      url: 'https://github.com/kubernetes/kubernetes/issues/65225'
    },
    {
      title: 'Kubelet requires restart after granting AKS SP access to ACR resource',
      url: 'https://github.com/Azure/AKS/issues/442'
    },
    {
      title: 'Unable to pull images from ACR: Error response from daemon',
      url: 'https://github.com/Azure/acs-engine/issues/3654'
    },
    {
      title: 'pull image from a cross-subscription azure container registry does not work by MSI',
      url: 'https://github.com/kubernetes/kubernetes/issues/67892'
    }
  ]
} as const satisfies KnownIssue
