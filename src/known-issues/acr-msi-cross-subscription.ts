import type { KnownIssue } from './known-issue.ts'

/** Kubernetes #77245: the provider listed registries before it offered a managed identity's credential. */
export const acrMsiCrossSubscription = {
  id: 'acr-msi-cross-subscription',
  title:
    'Managed identity cannot pull from an ACR it cannot list (another subscription, or AcrPull only)',
  documented: { section: 3, title: 'pull private ACR image error on a MSI enabled cluster' },
  causes: ['L9'],
  severity: 'error',
  component: 'kubelet-in-tree',
  appliesTo: {
    identity: 'managedIdentity',
    anyOf: [{ crossSubscription: true }, { grantLacksRegistryRead: true }]
  },
  introduced: '1.8',
  introducedNote:
    'inferred: managed identity with ACR arrived about 1.8; not supported at all before',
  fixes: [
    {
      minor: '1.14',
      documented: 'none',
      fixed: 'none',
      source:
        'CHANGELOG-1.14 sections 1.14.2 and 1.14.3 do not list kubernetes #77245; no cherry-pick; needs #75587 (1.15). 1.14.4 to 1.14.10 not read'
    },
    {
      minor: '1.15',
      documented: '1.15.0',
      fixed: '1.15.0',
      source: 'CHANGELOG-1.15 lists #77245'
    },
    {
      minor: '1.16',
      documented: '1.16.0',
      fixed: '1.16.0',
      source: 'branched after the merge of #77245'
    }
  ],
  workarounds: [
    { text: 'Upgrade to 1.15 or later.', upgrade: true },
    { text: 'Use imagePullSecrets.' }
  ],
  links: [
    {
      title: 'Fix ACR MSI cross-subscription authentication error',
      url: 'https://github.com/kubernetes/kubernetes/pull/77245'
    },
    {
      title: 'UseManagedIdentityExtension is broken for Auth with Azure container registry',
      url: 'https://github.com/kubernetes/kubernetes/issues/87579'
    },
    {
      title: 'pull image from a cross-subscription azure container registry does not work by MSI',
      url: 'https://github.com/kubernetes/kubernetes/issues/67892'
    },
    {
      title: 'a different fault: Windows nodes, fixed by AKS release 2020-05-25',
      url: 'https://github.com/Azure/AKS/issues/1428'
    }
  ]
} as const satisfies KnownIssue
