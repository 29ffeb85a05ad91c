import type { FixTable, KnownIssue } from './known-issue.ts'

/** What must hold besides artifact source Cache. */
export type MirrorCondition = 'repository-permissions' | 'service-account-pull' | 'custom-cloud'

/** A published bug of Linux nodes that take what is on mcr.microsoft.com from a registry of the cluster. */
export type MirrorIssue = FixTable &
  Pick<KnownIssue, 'title' | 'links'> & {
    readonly id: string
    readonly when: MirrorCondition
    /** Ends a sentence that names the registry. */
    readonly fault: string
    /** Where there is one besides another node image. */
    readonly cure: string | null
  }

const catalogFixed = {
  fixed: 'any',
  nodeImage: { linux: '202512.06.0' },
  confidence: 'inferred',
  source:
    'AgentBaker #7106, merged 2025-10-16; the first Linux node image of Azure/AKS vhd-notes since then'
} as const

const customCloudFixed = {
  fixed: 'any',
  nodeImage: { linux: '202608.20.0' },
  confidence: 'inferred',
  source: 'AgentBaker #8962, merged 2026-08-10; the next Linux node image of Azure/AKS vhd-notes'
} as const

export const mirrorIssues: readonly MirrorIssue[] = [
  {
    id: 'mirror-repository-permissions',
    title: 'New nodes do not start behind a mirror with ABAC repository permissions',
    when: 'repository-permissions',
    fault:
      'which has ABAC repository permissions, and new nodes list its repositories before they start, which Container Registry Repository Reader does not allow',
    cure: 'Or assign Container Registry Repository Catalog Lister at the registry besides.',
    introduced: '1.28',
    introducedNote: 'older minors had no mirrors with sign-in: AgentBaker #5650 of 2025-02',
    fixes: [
      { minor: '1.28', ...catalogFixed },
      { minor: '1.29', ...catalogFixed },
      { minor: '1.30', ...catalogFixed },
      { minor: '1.31', ...catalogFixed },
      { minor: '1.32', ...catalogFixed },
      { minor: '1.33', ...catalogFixed },
      { minor: '1.34', ...catalogFixed },
      { minor: '1.35', fixed: '1.35.0', source: 'AKS offers 1.35 from 2026-03 on' }
    ],
    links: [
      {
        title: 'Overchecked access led to false access denial in `oras repo ls`',
        url: 'https://github.com/Azure/AgentBaker/issues/7105'
      },
      {
        title: 'enhance ACR anonymous pull check and fast fail on insufficient RBAC access',
        url: 'https://github.com/Azure/AgentBaker/pull/7106'
      }
    ]
  },
  {
    id: 'mirror-service-account-pull',
    title: 'The mirror is asked as the service account of the pod in place of the node',
    when: 'service-account-pull',
    fault:
      "and the credential provider asks it as the pod's service account (service account image pull is on), not as the nodes",
    cure: null,
    introduced: '1.35',
    introducedNote:
      'up to v1.34.6 the provider knows no service accounts; v1.34.7 brought them with this fix, cloud-provider-azure #10045',
    fixes: [
      {
        minor: '1.35',
        fixed: 'any',
        nodeImage: { linux: '202606.08.1' },
        confidence: 'inferred',
        source:
          'cloud-provider-azure #10046 is in v1.35.2; the first Linux node image of Azure/AKS vhd-notes with a provider of 1.35 has v1.35.5'
      },
      { minor: '1.36', fixed: '1.36.0', source: 'cloud-provider-azure v1.36.0 has #9841' }
    ],
    links: [
      {
        title: 'network isolated clusters should always use managed identity credential',
        url: 'https://github.com/kubernetes-sigs/cloud-provider-azure/pull/9841'
      },
      {
        title: 'cherry-pick to 1.34',
        url: 'https://github.com/kubernetes-sigs/cloud-provider-azure/pull/10045'
      },
      {
        title: 'cherry-pick to 1.35',
        url: 'https://github.com/kubernetes-sigs/cloud-provider-azure/pull/10046'
      }
    ]
  },
  {
    id: 'mirror-custom-cloud',
    title: 'Nodes of a custom cloud bring no credentials for the mirror',
    when: 'custom-cloud',
    fault: 'and nodes of a custom cloud bring no credentials for it',
    cure: 'Or let the registry be pulled from anonymously.',
    introduced: '1.30',
    introducedNote: 'nodes use this provider from 1.30 on',
    fixes: [
      { minor: '1.30', ...customCloudFixed },
      { minor: '1.31', ...customCloudFixed },
      { minor: '1.32', ...customCloudFixed },
      { minor: '1.33', ...customCloudFixed },
      { minor: '1.34', ...customCloudFixed },
      { minor: '1.35', ...customCloudFixed },
      { minor: '1.36', ...customCloudFixed },
      { minor: '1.37', fixed: '1.37.0', source: 'AKS plans 1.37 for 2026-10' }
    ],
    links: [
      {
        title: 'add credential provider config for custom cloud network isolated clusters',
        url: 'https://github.com/Azure/AgentBaker/pull/8962'
      }
    ]
  }
]
