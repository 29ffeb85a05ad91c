import { firstForRegionalEndpoints } from '../kubernetes/nodes/node-image.ts'
import type { KnownIssue } from './known-issue.ts'

const source =
  'azure-management-docs container-registry-geo-replication.md (managed identity, node image 202607.29 or later); AgentBaker 040ade0b94'

const nodeImage = { linux: firstForRegionalEndpoints }

/** matchImages compares the number of dot-separated parts: `*.azurecr.io` does not match a regional host. */
export const acrRegionalEndpointUnmatched = {
  id: 'acr-regional-endpoint-unmatched',
  title:
    'Regional endpoint host (NAME.REGION.geo.azurecr.io) is not matched by the kubelet credential provider',
  documented: null,
  causes: ['Z15'],
  severity: 'error',
  appliesTo: { imageHost: /^[a-z0-9-]+\.[a-z0-9]+\.geo\.azurecr\.(io|cn|us|de)$/ },
  introduced: '1.30',
  fixes: [
    { minor: '1.30', fixed: 'any', nodeImage, source },
    { minor: '1.31', fixed: 'any', nodeImage, source },
    { minor: '1.32', fixed: 'any', nodeImage, source },
    { minor: '1.33', fixed: 'any', nodeImage, source },
    { minor: '1.34', fixed: 'any', nodeImage, source },
    { minor: '1.35', fixed: 'any', nodeImage, source },
    { minor: '1.36', fixed: 'any', nodeImage, source }
  ],
  remains: [
    {
      when: { identity: 'servicePrincipal' },
      text: 'a service principal also needs a credential provider with cloud-provider-azure #10720 (after 1.36.5)'
    }
  ],
  workarounds: [
    { text: 'Use the global login server <login-server>.' },
    { text: 'Use imagePullSecrets.' },
    { text: 'Upgrade the node image.', upgrade: true }
  ],
  links: [
    {
      title: 'matchImages lacks regional endpoints',
      url: 'https://github.com/Azure/AgentBaker/issues/8862'
    },
    { title: 'fix of matchImages', url: 'https://github.com/Azure/AgentBaker/pull/8994' },
    {
      title: 'fix of the provider',
      url: 'https://github.com/kubernetes-sigs/cloud-provider-azure/pull/10720'
    }
  ]
} as const satisfies KnownIssue
