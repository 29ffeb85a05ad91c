import type { KnownIssue } from './known-issue.ts'

/**
 * Kubernetes #96355: one cache entry for all registries. The published list names 1.17.14, 1.18.12 and 1.19.4,
 * which were tagged before the cherry-picks were opened.
 */
export const acrMsiMultiRegistry = {
  id: 'acr-msi-multi-registry',
  title:
    'Random authentication failure when pulling from several registries with a managed identity',
  documented: {
    section: 5,
    title:
      'random authentication failure when pulling image from multiple container registries using Azure managed identity'
  },
  causes: ['L9'],
  severity: 'warning',
  heals: true,
  // System images come from mcr.microsoft.com, so a single registry in the manifests is not the only one.
  severityWhen: [{ when: { registryHostsAtMost: 1 }, severity: 'note' }],
  component: 'kubelet-in-tree',
  appliesTo: { identity: 'managedIdentity' },
  introduced: '1.15',
  introducedNote: 'regression of kubernetes #75587',
  fixes: [
    {
      minor: '1.15',
      documented: null,
      fixed: 'none',
      confidence: 'inferred',
      source:
        'the regression is of 1.15 and no 1.15 cherry-pick of kubernetes #96355 exists; the published list has no such row'
    },
    {
      minor: '1.16',
      documented: 'none',
      fixed: 'none',
      confidence: 'absence',
      source: 'no 1.16 cherry-pick of kubernetes #96355; 1.16.15 was the last 1.16'
    },
    {
      minor: '1.17',
      documented: '1.17.14',
      fixed: '1.17.15',
      source:
        'CHANGELOG-1.17, changes since v1.17.14 list #96355, changes since v1.17.13 do not (#96559, opened 2020-11-13)'
    },
    {
      minor: '1.18',
      documented: '1.18.12',
      fixed: '1.18.13',
      source:
        'CHANGELOG-1.18, changes since v1.18.12 list #96355, changes since v1.18.11 do not (#96558, opened 2020-11-13)'
    },
    {
      minor: '1.19',
      documented: '1.19.4',
      fixed: '1.19.5',
      source:
        'CHANGELOG-1.19, changes since v1.19.4 list #96355, changes since v1.19.3 do not (#96546, opened 2020-11-13)'
    },
    {
      minor: '1.20',
      documented: '1.20.0',
      fixed: '1.20.0',
      source: 'merged 2020-11 before 1.20.0; release notes list #96355'
    }
  ],
  workarounds: [{ text: 'Wait for a few more tries, or use a single container registry.' }],
  links: [
    {
      title: 'fix pull image error from multiple ACRs using azure managed identityy',
      url: 'https://github.com/kubernetes/kubernetes/pull/96355'
    },
    {
      title: 'Pulling Azure Container Registry image using Managed Service Identity may fail',
      url: 'https://github.com/kubernetes/kubernetes/issues/92326'
    },
    { title: 'ACR Image Pull Errors', url: 'https://github.com/Azure/acr/issues/451' },
    { title: 'related report', url: 'https://github.com/kubernetes/kubernetes/issues/92737' }
  ]
} as const satisfies KnownIssue
