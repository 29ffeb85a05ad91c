import { describe, expect, test } from '@jest/globals'
import { type PoolVersions, statusOf } from '../../src/known-issues/fix-table.ts'
import type { KnownIssue } from '../../src/known-issues/known-issue.ts'
import { issueById, linuxPool, windowsPool } from './builders.ts'

/** The status in one word, with what was missing. */
const statusText = (issue: KnownIssue, pool: PoolVersions): string => {
  const status = statusOf(issue, pool)
  if (status.kind === 'unknown') return `unknown ${status.missing}`
  return status.kind === 'fixed' && status.by === 'node-image' ? 'fixed by node image' : status.kind
}

describe('every row, at its borders', () => {
  test.each([
    ['acr-sp-grant-not-seen', '1.6.13', 'affected'],
    ['acr-sp-grant-not-seen', '1.7.16', 'affected'],
    ['acr-sp-grant-not-seen', '1.8.15', 'affected'],
    ['acr-sp-grant-not-seen', '1.9.10', 'affected'],
    ['acr-sp-grant-not-seen', '1.9.11', 'fixed'],
    ['acr-sp-grant-not-seen', '1.10.6', 'affected'],
    ['acr-sp-grant-not-seen', '1.10.7', 'fixed'],
    ['acr-sp-grant-not-seen', '1.11.1', 'affected'],
    ['acr-sp-grant-not-seen', '1.11.2', 'fixed'],
    ['acr-sp-grant-not-seen', '1.12.0', 'fixed'],
    ['acr-sp-grant-not-seen', '1.13.0', 'fixed'],
    ['acr-anonymous-pull-sp', '1.9.11', 'affected'],
    ['acr-anonymous-pull-sp', '1.10.13', 'affected'],
    ['acr-anonymous-pull-sp', '1.11.8', 'affected'],
    ['acr-anonymous-pull-sp', '1.11.9', 'fixed'],
    ['acr-anonymous-pull-sp', '1.12.6', 'affected'],
    ['acr-anonymous-pull-sp', '1.12.7', 'fixed'],
    ['acr-anonymous-pull-sp', '1.13.4', 'affected'],
    ['acr-anonymous-pull-sp', '1.13.5', 'fixed'],
    ['acr-anonymous-pull-sp', '1.14.0', 'fixed'],
    ['acr-msi-cross-subscription', '1.7.16', 'not-yet-introduced'],
    ['acr-msi-cross-subscription', '1.8.0', 'affected'],
    ['acr-msi-cross-subscription', '1.14.10', 'affected'],
    ['acr-msi-cross-subscription', '1.15.0', 'fixed'],
    ['acr-msi-cross-subscription', '1.16.0', 'fixed'],
    ['acr-msi-empty-cache', '1.14.8', 'not-yet-introduced'],
    ['acr-msi-empty-cache', '1.15.12', 'affected'],
    ['acr-msi-empty-cache', '1.16.13', 'affected'],
    ['acr-msi-empty-cache', '1.16.14', 'fixed'],
    ['acr-msi-empty-cache', '1.17.9', 'affected'],
    ['acr-msi-empty-cache', '1.17.10', 'fixed'],
    ['acr-msi-empty-cache', '1.17.11', 'fixed'],
    ['acr-msi-empty-cache', '1.18.5', 'affected'],
    ['acr-msi-empty-cache', '1.18.6', 'fixed'],
    ['acr-msi-empty-cache', '1.19.0', 'fixed'],
    ['acr-msi-multi-registry', '1.14.10', 'not-yet-introduced'],
    ['acr-msi-multi-registry', '1.15.12', 'affected'],
    ['acr-msi-multi-registry', '1.16.15', 'affected'],
    ['acr-msi-multi-registry', '1.17.13', 'affected'],
    ['acr-msi-multi-registry', '1.17.15', 'fixed'],
    ['acr-msi-multi-registry', '1.18.11', 'affected'],
    ['acr-msi-multi-registry', '1.18.13', 'fixed'],
    ['acr-msi-multi-registry', '1.19.3', 'affected'],
    ['acr-msi-multi-registry', '1.19.5', 'fixed'],
    ['acr-msi-multi-registry', '1.20.0', 'fixed'],
    ['acr-msi-multi-registry', '1.36.2', 'fixed'],
    ['acr-challenge-timeout-10s', '1.21.14', 'not-yet-introduced'],
    ['acr-challenge-timeout-10s', '1.22.7', 'affected'],
    ['acr-challenge-timeout-10s', '1.22.8', 'fixed'],
    ['acr-challenge-timeout-10s', '1.23.4', 'affected'],
    ['acr-challenge-timeout-10s', '1.24.0', 'fixed'],
    ['acr-private-cloud-suffix', '1.15.0', 'affected'],
    ['acr-private-cloud-suffix', '1.16.9', 'affected'],
    ['acr-private-cloud-suffix', '1.16.10', 'fixed'],
    ['acr-private-cloud-suffix', '1.19.0', 'fixed'],
    ['acr-greedy-login-server', '1.20.0', 'affected'],
    ['acr-greedy-login-server', '1.29.15', 'affected'],
    ['acr-greedy-login-server', '1.30.0', 'fixed'],
    ['acr-nap-1-29', '1.28.15', 'not-yet-introduced'],
    ['acr-nap-1-29', '1.29.2', 'affected'],
    ['acr-nap-1-29', '1.30.0', 'fixed'],
    ['acr-nap-managed-identity-off', '1.25.9', 'not-yet-introduced'],
    ['acr-nap-managed-identity-off', '1.26.10', 'affected'],
    ['acr-nap-managed-identity-off', '1.29.2', 'affected'],
    ['acr-nap-managed-identity-off', '1.30.0', 'fixed'],
    ['acr-arm-audience-disabled', '1.27.3', 'affected'],
    ['acr-arm-audience-disabled', '1.33.0-rc.0', 'affected'],
    ['acr-arm-audience-disabled', '1.29.15', 'affected'],
    ['acr-arm-audience-disabled', '1.33.0', 'fixed'],
    ['acr-regional-endpoint-unmatched', '1.29.15', 'not-yet-introduced'],
    ['acr-regional-endpoint-unmatched', '1.37.0', 'fixed']
  ])('%s on %s is %s', (id, version, expected) => {
    expect(statusText(issueById(id), linuxPool(version))).toBe(expected)
  })
})

describe('between the published and the verified fix', () => {
  test.each([
    ['1.17.14', '1.17.14', '1.17.15'],
    ['1.18.12', '1.18.12', '1.18.13'],
    ['1.19.4', '1.19.4', '1.19.5'],
    ['1.17.14-hotfix.20201116', '1.17.14', '1.17.15']
  ])(
    '%s is neither affected nor fixed, and both numbers are told',
    (version, documented, fixed) => {
      expect(statusOf(issueById('acr-msi-multi-registry'), linuxPool(version))).toMatchObject({
        kind: 'between',
        documented,
        row: { fixed }
      })
    }
  )
})

describe('the node image decides where the patch does not', () => {
  const audience = issueById('acr-arm-audience-disabled')
  const regional = issueById('acr-regional-endpoint-unmatched')

  test.each([
    [
      'an older Linux image',
      audience,
      linuxPool('1.30.7', 'AKSUbuntu-2204gen2containerd-202505.13.0'),
      'affected'
    ],
    [
      'the first Linux image with the fix',
      audience,
      linuxPool('1.30.7', 'AKSUbuntu-2204gen2containerd-202505.14.0'),
      'fixed by node image'
    ],
    [
      'an image of 2022',
      audience,
      linuxPool('1.31.2', 'AKSUbuntu-1804gen2containerd-2022.01.07'),
      'affected'
    ],
    [
      'an older Windows 2022 image',
      audience,
      windowsPool('1.32.3', 'AKSWindows-2022-containerd-gen2-20348.4648.260120'),
      'affected'
    ],
    [
      'the Windows 2022 image with the fix',
      audience,
      windowsPool('1.32.3', 'AKSWindows-2022-containerd-gen2-20348.4893.260311'),
      'fixed by node image'
    ],
    [
      'an older Windows 2025 image',
      audience,
      windowsPool('1.32.3', 'AKSWindows-2025-gen2-26100.32230.260120'),
      'affected'
    ],
    [
      'a Windows image without a published number',
      audience,
      windowsPool('1.32.3', 'AKSWindows-2019-containerd-17763.5820.240516'),
      'unknown node-image-number'
    ],
    [
      'an image of which Azure tells nothing',
      audience,
      linuxPool('1.31.2', null),
      'unknown node-image'
    ],
    ['a custom image', audience, linuxPool('1.31.2', 'contoso-hardened'), 'unknown node-image'],
    [
      'a minor that was never affected, whatever its image',
      audience,
      linuxPool('1.33.0', null),
      'fixed'
    ],
    [
      'a minor whose provider has no fix, whatever its image',
      audience,
      linuxPool('1.29.15', 'AKSUbuntu-2204gen2containerd-202610.20.0'),
      'affected'
    ],
    [
      'the last image before regional endpoints',
      regional,
      linuxPool('1.34.2', 'AKSUbuntu-2204gen2containerd-202607.20.0'),
      'affected'
    ],
    [
      'the first image with regional endpoints',
      regional,
      linuxPool('1.34.2', 'AKSUbuntu-2204gen2containerd-202607.29.0'),
      'fixed by node image'
    ],
    [
      'a Windows image, whose number with regional endpoints is not published',
      regional,
      windowsPool('1.34.2', 'AKSWindows-2022-containerd-gen2-20348.4893.260311'),
      'unknown node-image-number'
    ]
  ])('%s', (_name, issue, pool, expected) => {
    expect(statusText(issue, pool)).toBe(expected)
  })
})

describe('versions that are not known', () => {
  const issue = issueById('acr-msi-multi-registry')

  test.each([
    ['no version', null, 'unknown kubernetes-version'],
    ['no version that can be read', 'stable', 'unknown kubernetes-version'],
    ['a pre-release of the fixed version', '1.20.0-beta.1', 'affected'],
    ['a minor without patch whose row has a fix', '1.17', 'unknown kubernetes-version'],
    ['a minor without patch that never got the fix', '1.16', 'affected'],
    ['a minor without patch that was always fixed', '1.20', 'fixed']
  ])('%s is never taken as fixed without proof', (_name, version, expected) => {
    expect(statusText(issue, linuxPool(version))).toBe(expected)
  })
})

describe('a version that is not known beside one of the cluster', () => {
  test.each([
    ['acr-msi-cross-subscription', '1.21.2', 'fixed'],
    ['acr-msi-cross-subscription', '1.17.9', 'unknown kubernetes-version'],
    ['acr-msi-multi-registry', '1.23.5', 'fixed'],
    ['acr-msi-multi-registry', '1.22.0', 'unknown kubernetes-version'],
    ['acr-challenge-timeout-10s', '1.21.2', 'fixed'],
    ['acr-arm-audience-disabled', '1.36.0', 'fixed'],
    ['acr-arm-audience-disabled', '1.35.0', 'unknown kubernetes-version'],
    ['acr-msi-cross-subscription', 'stable', 'unknown kubernetes-version']
  ])('%s, cluster at %s: %s', (id, clusterVersion, expected) => {
    expect(statusText(issueById(id), linuxPool(null, null, clusterVersion))).toBe(expected)
  })
})

describe('a pre-release of a minor without a row of its own', () => {
  const patched: KnownIssue = {
    ...issueById('acr-msi-empty-cache'),
    introduced: null,
    fixes: [{ minor: '1.19', fixed: '1.19.5', source: 'a release note' }]
  }
  test.each([
    ['1.20.0-alpha.1', 'unknown kubernetes-version'],
    ['1.20.0', 'fixed'],
    ['1.21.0-rc.0', 'fixed']
  ])('%s: %s, because the fix below came in a patch', (version, expected) => {
    expect(statusText(patched, linuxPool(version))).toBe(expected)
  })
})

test('a pre-release of the first minor that node images repair may be as the minor before', () => {
  const image = 'AKSUbuntu-2204gen2containerd-202610.13.0'
  const statusAt = (version: string): string =>
    statusText(issueById('acr-arm-audience-disabled'), linuxPool(version, image))
  expect(['1.30.0-rc.1', '1.30.0', '1.31.0-rc.1'].map(statusAt)).toEqual([
    'unknown kubernetes-version',
    'fixed by node image',
    'fixed by node image'
  ])
})

describe('minors without a row of their own', () => {
  const withRows = (fixes: KnownIssue['fixes'], introduced: string | null = null): KnownIssue => ({
    ...issueById('acr-msi-empty-cache'),
    introduced,
    fixes
  })
  const none = (minor: string) => ({ minor, fixed: 'none', source: 'invented' })
  const fixed = (minor: string, patch: string) => ({ minor, fixed: patch, source: 'invented' })

  test.each([
    [
      'between rows, above one without a fix',
      withRows([none('1.10'), fixed('1.12', '1.12.3')]),
      '1.11.9',
      'affected'
    ],
    [
      'between rows, above one with a fix',
      withRows([fixed('1.10', '1.10.3'), fixed('1.12', '1.12.3')]),
      '1.11.0',
      'fixed'
    ],
    [
      'between rows, above one with a fix, where only the minor is known',
      withRows([fixed('1.10', '1.10.3'), fixed('1.12', '1.12.3')]),
      '1.11',
      'fixed'
    ],
    ['above the highest row', withRows([none('1.10'), fixed('1.12', '1.12.3')]), '1.13.0', 'fixed'],
    [
      'below the lowest row, although that row has a fix',
      withRows([fixed('1.10', '1.10.3')]),
      '1.9.9',
      'affected'
    ],
    [
      'below the lowest row, and before the bug',
      withRows([fixed('1.10', '1.10.3')], '1.10'),
      '1.9.9',
      'not-yet-introduced'
    ]
  ])('%s', (_name, issue, version, expected) => {
    expect(statusText(issue, linuxPool(version))).toBe(expected)
  })

  test('a minor below the lowest row is named itself, not the row', () => {
    const status = statusOf(withRows([none('1.14'), fixed('1.15', '1.15.0')]), linuxPool('1.12.8'))
    expect(status).toMatchObject({ kind: 'affected', row: { minor: '1.12', fixed: 'none' } })
  })
})
