import type { KnownIssue } from './known-issue.ts'

/**
 * The kubelet asked each provider once, at its start, whether it is enabled; a managed identity was so only where the
 * instance metadata service gave a token just then. Nothing shows in advance that it will not, so this is a note.
 */
export const acrImdsAtStart = {
  id: 'acr-imds-at-start',
  title:
    'A kubelet that got no token when it started pulls without its managed identity until it is restarted',
  documented: null,
  causes: ['L9'],
  severity: 'note',
  component: 'kubelet-in-tree',
  appliesTo: { identity: 'managedIdentity' },
  introduced: '1.8',
  introducedNote: 'inferred: managed identity with ACR arrived about 1.8',
  fixes: [
    {
      minor: '1.22',
      fixed: '1.22.12',
      source: 'CHANGELOG-1.22, changes since v1.22.11 list #110523'
    },
    {
      minor: '1.23',
      fixed: '1.23.9',
      source: 'CHANGELOG-1.23, changes since v1.23.8 list #110523'
    },
    {
      minor: '1.24',
      fixed: '1.24.3',
      source: 'CHANGELOG-1.24, changes since v1.24.2 list #110523'
    },
    { minor: '1.25', fixed: '1.25.0', source: 'CHANGELOG-1.25 lists #110523' }
  ],
  workarounds: [
    { text: 'Restart the kubelet of the node that cannot pull, or recreate the node.' }
  ],
  links: [
    {
      title: 'fix image pulling failure when IMDS is unavailable in kubelet startup',
      url: 'https://github.com/kubernetes/kubernetes/pull/110523'
    }
  ]
} as const satisfies KnownIssue
