import { expect, test } from '@jest/globals'
import { statusOf } from '../../src/known-issues/fix-table.ts'
import { upgradeTarget, type UpgradeTarget } from '../../src/known-issues/upgrade-target.ts'
import { issueById, linuxPool } from './builders.ts'

const today = '2026-11-23T08:00:00Z'
const then = '2020-11-23T08:00:00Z'

const rows: readonly (readonly [string, string, string, string, UpgradeTarget])[] = [
  [
    'the first fixed patch, while its minor may be offered',
    'acr-msi-multi-registry',
    '1.17.13',
    then,
    { kind: 'patch', version: '1.17.15' }
  ],
  [
    'the usable patch instead of a withdrawn one',
    'acr-msi-empty-cache',
    '1.17.9',
    then,
    { kind: 'patch', version: '1.17.11' }
  ],
  [
    'a supported minor once the own one is not',
    'acr-msi-multi-registry',
    '1.17.13',
    today,
    { kind: 'minor', fixedFrom: '1.17', minor: '1.34' }
  ],
  [
    'the lowest minor with a fix where the own one has none',
    'acr-msi-multi-registry',
    '1.16.15',
    then,
    { kind: 'minor', fixedFrom: '1.17', minor: null }
  ],
  [
    'from below the fix table',
    'acr-private-cloud-suffix',
    '1.12.8',
    then,
    { kind: 'minor', fixedFrom: '1.16', minor: null }
  ],
  [
    'the node image where the patch does not matter',
    'acr-arm-audience-disabled',
    '1.31.2',
    today,
    { kind: 'node-image' }
  ],
  [
    'another minor where no node image has the fix',
    'acr-arm-audience-disabled',
    '1.29.15',
    today,
    { kind: 'minor', fixedFrom: '1.30', minor: '1.34' }
  ]
]

test.each(rows)('leads to %s', (_name, id, version, date, expected) => {
  const issue = issueById(id)
  const status = statusOf(issue, linuxPool(version, 'AKSUbuntu-2204gen2containerd-202503.13.0'))
  expect('row' in status && upgradeTarget(issue, status.row, date, 'community')).toEqual(expected)
})

test('with long-term support older minors are offered', () => {
  const issue = issueById('acr-arm-audience-disabled')
  const status = statusOf(issue, linuxPool('1.29.15'))
  expect('row' in status && upgradeTarget(issue, status.row, today, 'longTerm')).toEqual({
    kind: 'minor',
    fixedFrom: '1.30',
    minor: '1.31'
  })
})
