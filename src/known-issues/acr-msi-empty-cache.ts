import type { KnownIssue } from './known-issue.ts'

/** Kubernetes #92330. Every AKS node pulls system images from mcr.microsoft.com, so every node qualifies. */
export const acrMsiEmptyCache = {
  id: 'acr-msi-empty-cache',
  title:
    'Intermittent 401 after a non-ACR image was pulled first (empty credential cached for 1 minute)',
  documented: {
    section: 4,
    title: 'pull private ACR image failed randomly on a managed identity enabled cluster'
  },
  causes: ['L9'],
  severity: 'warning',
  heals: true,
  component: 'kubelet-in-tree',
  appliesTo: { identity: 'managedIdentity' },
  introduced: '1.15',
  introducedNote: 'regression of kubernetes #75587',
  fixes: [
    {
      minor: '1.15',
      documented: 'none',
      fixed: 'none',
      confidence: 'absence',
      source:
        'cherry-picks of kubernetes #92330 only #92405 (1.18), #93313 (1.17), #93314 (1.16); 1.15.12 was the last 1.15'
    },
    {
      minor: '1.16',
      documented: '1.16.14',
      fixed: '1.16.14',
      source: 'Giant Swarm v9.3.8 AWS notes, kubernetes 1.16.14, list #92330'
    },
    {
      minor: '1.17',
      documented: '1.17.10',
      fixed: '1.17.10',
      upgradeTo: '1.17.11',
      source:
        'CHANGELOG-1.17 v1.17.10 lists #92330 and says the 1.17.10 artifacts are incomplete, do not use'
    },
    {
      minor: '1.18',
      documented: '1.18.6',
      fixed: '1.18.6',
      source: 'Giant Swarm v13.0.0 notes, kubernetes 1.18.6, list #92330 (#92405)'
    },
    {
      minor: '1.19',
      documented: '1.19.0',
      fixed: '1.19.0',
      source: 'CHANGELOG-1.19 v1.19.0 release notes list #92330'
    }
  ],
  workarounds: [{ text: 'Retry after 1 to 2 minutes.' }],
  links: [
    {
      title: "fix: don't use docker config cache if it's empty",
      url: 'https://github.com/kubernetes/kubernetes/pull/92330'
    },
    {
      title: 'Pulling Azure Container Registry image using Managed Service Identity may fail',
      url: 'https://github.com/kubernetes/kubernetes/issues/92326'
    },
    {
      title: 'fix: pull image error with azure managed identity (closed unmerged; successor 96355)',
      url: 'https://github.com/kubernetes/kubernetes/pull/92818'
    },
    {
      title: 'change that introduced the regression in 1.15',
      url: 'https://github.com/kubernetes/kubernetes/pull/75587'
    }
  ]
} as const satisfies KnownIssue
