import type { KnownIssue } from './known-issue.ts'

/** The provider's `.*\.azurecr\.io` ran into the path of mirrored repositories. */
export const acrGreedyLoginServer = {
  id: 'acr-greedy-login-server',
  title: 'Repository path containing "azurecr." confuses the provider\'s login-server regex',
  documented: null,
  causes: ['L9'],
  severity: 'note',
  appliesTo: { imageRepositoryPath: /\.azurecr\.(io|cn|us|de)/ },
  introduced: null,
  fixes: [
    {
      minor: '1.29',
      fixed: 'none',
      confidence: 'inferred',
      source: 'in-tree provider, same regex family; no fix seen'
    },
    {
      minor: '1.30',
      fixed: '1.30.0',
      provider: '1.30.0',
      source: 'cloud-provider-azure #5824 (ce10318c8); also provider 1.27.17, 1.28.9, 1.29.4'
    }
  ],
  workarounds: [{ text: 'Rename the repository.' }, { text: 'Use imagePullSecrets.' }],
  links: [
    {
      title: 'non-greedy login server',
      url: 'https://github.com/kubernetes-sigs/cloud-provider-azure/pull/5824'
    }
  ]
} as const satisfies KnownIssue
