import type { KnownIssue } from './known-issue.ts'

const repaired = {
  fixed: 'none',
  note: 'fixed on the server in March 2024, for nodes that were made since',
  source: 'karpenter-provider-azure PR #220 (2024-03)'
} as const

/** The kubelet configuration of these nodes said that they have no managed identity. */
export const acrNapManagedIdentityOff = {
  id: 'acr-nap-managed-identity-off',
  title: 'Node auto-provisioned nodes of March 2024 have managed identity switched off',
  documented: null,
  causes: ['Z20'],
  severity: 'warning',
  appliesTo: { nodeProvisioningMode: 'Auto' },
  introduced: '1.26',
  introducedNote: 'node auto-provisioning began as a preview on 1.26',
  fixes: [
    { minor: '1.26', ...repaired },
    { minor: '1.27', ...repaired },
    { minor: '1.28', ...repaired },
    { minor: '1.29', ...repaired },
    { minor: '1.30', fixed: '1.30.0', source: 'AKS offered 1.30 from July 2024 on' }
  ],
  workarounds: [{ text: 'Recreate the auto-provisioned nodes.' }, { text: 'Upgrade.' }],
  links: [
    {
      title: 'auto-provisioned nodes cannot pull from an attached registry',
      url: 'https://github.com/Azure/karpenter-provider-azure/issues/197'
    },
    {
      title: 'managed identity was not enabled for nodes',
      url: 'https://github.com/Azure/karpenter-provider-azure/pull/220'
    }
  ]
} as const satisfies KnownIssue
