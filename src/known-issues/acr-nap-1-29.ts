import type { KnownIssue } from './known-issue.ts'

/** On these nodes the in-tree provider was off and the out-of-tree one not set up. */
export const acrNap129 = {
  id: 'acr-nap-1-29',
  title: 'Node auto-provisioned 1.29 nodes cannot use the kubelet identity for ACR',
  documented: null,
  causes: ['Z20'],
  severity: 'warning',
  appliesTo: { nodeProvisioningMode: 'Auto' },
  introduced: '1.29',
  fixes: [
    {
      minor: '1.29',
      fixed: 'none',
      note: 'fixed on the server in August 2024',
      source: 'karpenter-provider-azure PR #456 (2024-08-14)'
    },
    { minor: '1.30', fixed: '1.30.0', source: 'out-of-tree provider from 1.30' }
  ],
  workarounds: [{ text: 'Recreate the auto-provisioned nodes.' }, { text: 'Upgrade.' }],
  links: [
    {
      title: 'auto-provisioned nodes get 401 from ACR',
      url: 'https://github.com/Azure/karpenter-provider-azure/issues/411'
    },
    {
      title: 'in-tree credential provider switched on again',
      url: 'https://github.com/Azure/karpenter-provider-azure/pull/456'
    }
  ]
} as const satisfies KnownIssue
