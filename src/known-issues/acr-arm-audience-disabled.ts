import type { KnownIssue } from './known-issue.ts'

/** The role is right and the pull fails all the same: a check of grants alone would pass. */
export const acrArmAudienceDisabled = {
  id: 'acr-arm-audience-disabled',
  title:
    "Registry has authentication-as-ARM disabled and the node's credential provider still sends ARM tokens",
  documented: null,
  causes: ['Z14'],
  severity: 'error',
  appliesTo: { identity: 'managedIdentity', authenticationAsArm: false },
  introduced: null,
  fixes: [
    {
      minor: '1.29',
      fixed: 'none',
      source:
        'AKS runs the in-tree provider up to 1.29; it uses the ServiceManagementEndpoint audience'
    },
    {
      minor: '1.30',
      fixed: 'any',
      nodeImage: {
        linux: '202505.14.0',
        windows2022: '20348.4893.260311',
        windows2025: '26100.32522.260311'
      },
      provider: '1.30.11',
      source: 'cloud-provider-azure #8697; Azure/AKS vhd-notes (Windows inferred)'
    },
    {
      minor: '1.31',
      fixed: 'any',
      nodeImage: {
        linux: '202505.14.0',
        windows2022: '20348.4893.260311',
        windows2025: '26100.32522.260311'
      },
      provider: '1.31.5',
      source: 'cloud-provider-azure #8698; Azure/AKS vhd-notes (Windows inferred)'
    },
    {
      minor: '1.32',
      fixed: 'any',
      nodeImage: {
        linux: '202505.14.0',
        windows2022: '20348.4893.260311',
        windows2025: '26100.32522.260311'
      },
      provider: '1.32.4',
      source: 'cloud-provider-azure #8696; Azure/AKS vhd-notes (Windows inferred)'
    },
    {
      minor: '1.33',
      fixed: '1.33.0',
      provider: '1.33.0',
      source: 'cloud-provider-azure v1.33.0 release notes, #8593'
    }
  ],
  workarounds: [
    { text: 'Upgrade the node image, or the minor.', upgrade: true },
    {
      text: 'Let the registry accept ARM tokens again.',
      command:
        'az acr config authentication-as-arm update --registry <registry> --status enabled --subscription <subscription>'
    }
  ],
  links: [
    {
      title: 'acr-credential-provider asks for the ARM audience',
      url: 'https://github.com/kubernetes-sigs/cloud-provider-azure/issues/8592'
    },
    {
      title: 'use acr audience token for ACR authentication',
      url: 'https://github.com/kubernetes-sigs/cloud-provider-azure/pull/8593'
    },
    { title: 'AKS issue', url: 'https://github.com/Azure/AKS/issues/4560' }
  ]
} as const satisfies KnownIssue
