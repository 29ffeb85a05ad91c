import type { KnownIssue } from './known-issue.ts'

/** The in-tree provider knew only azurecr.io, .cn, .de and .us. */
export const acrPrivateCloudSuffix = {
  id: 'acr-private-cloud-suffix',
  title: 'ACR in a custom Azure cloud gets no credentials',
  documented: null,
  causes: ['L9'],
  severity: 'warning',
  component: 'kubelet-in-tree',
  appliesTo: { cloud: 'custom' },
  introduced: null,
  fixes: [
    {
      minor: '1.16',
      fixed: '1.16.10',
      confidence: 'unverified',
      source: 'cherry-pick kubernetes #90480, April to May 2020; number by date'
    },
    {
      minor: '1.17',
      fixed: '1.17.6',
      confidence: 'unverified',
      source: 'cherry-pick kubernetes #90479, April to May 2020; number by date'
    },
    {
      minor: '1.18',
      fixed: '1.18.3',
      confidence: 'unverified',
      source: 'cherry-pick kubernetes #90478, April to May 2020; number by date'
    },
    { minor: '1.19', fixed: '1.19.0', source: 'kubernetes #90425' }
  ],
  workarounds: [{ text: 'Use imagePullSecrets.' }],
  links: [
    {
      title: 'registry suffixes of custom clouds',
      url: 'https://github.com/kubernetes/kubernetes/pull/90425'
    },
    {
      title: 'no credentials in a custom cloud',
      url: 'https://github.com/kubernetes/kubernetes/issues/90412'
    }
  ]
} as const satisfies KnownIssue
