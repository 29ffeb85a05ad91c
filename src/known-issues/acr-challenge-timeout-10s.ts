import type { KnownIssue } from './known-issue.ts'

/** Intermittent; likelier with private endpoints and slow name resolution. */
export const acrChallengeTimeout10s = {
  id: 'acr-challenge-timeout-10s',
  title: 'In-tree provider gives up on ACR after 10 seconds',
  documented: null,
  causes: ['L9'],
  severity: 'warning',
  heals: true,
  component: 'kubelet-in-tree',
  appliesTo: { identity: 'managedIdentity' },
  introduced: '1.22',
  fixes: [
    {
      minor: '1.22',
      fixed: '1.22.8',
      source: 'CHANGELOG-1.22, changes since v1.22.7 list #108209 (cherry-pick #108227)'
    },
    {
      minor: '1.23',
      fixed: '1.23.5',
      source: 'CHANGELOG-1.23, changes since v1.23.4 list #108209'
    },
    { minor: '1.24', fixed: '1.24.0', source: 'kubernetes #108209' }
  ],
  workarounds: [{ text: 'Retry.' }],
  links: [
    {
      title: 'timeout 10 s to 60 s',
      url: 'https://github.com/kubernetes/kubernetes/pull/108209'
    }
  ]
} as const satisfies KnownIssue
