import { expect, test } from '@jest/globals'
import {
  compareMinors,
  isBefore,
  parseKubernetesVersion
} from '../../src/kubernetes/kubernetes-version.ts'

test.each([
  ['a plain version', '1.17.14', '1.17', '1.17.14'],
  ['a leading v', 'v1.31.4', '1.31', '1.31.4'],
  ['a long-term support patch', '1.28.103-akslts', '1.28', '1.28.103'],
  ['a long-term support patch with v', 'v1.30.101-akslts', '1.30', '1.30.101'],
  ['a hotfix', '1.17.9-hotfix.20201016', '1.17', '1.17.9'],
  ['an AKS Engine build', '1.15.7_f0.2', '1.15', '1.15.7'],
  ['build metadata', '1.20.0+a1b2c3', '1.20', '1.20.0'],
  ['spaces around', ' 1.33.2 ', '1.33', '1.33.2'],
  [
    'a pre-release, which may lack a fix of its release',
    '1.20.0-alpha.1',
    '1.20',
    '1.20.0-alpha.1'
  ],
  ['a release candidate', 'v1.20.0-rc.0', '1.20', '1.20.0-rc.0'],
  ['only a minor', '1.34', '1.34', undefined]
] as const)('reads %s', (_name, text, minor, full) => {
  const version = parseKubernetesVersion(text)
  expect(version?.minor).toBe(minor)
  expect(version?.full?.version).toBe(full)
})

test.each([
  ['nothing', null],
  ['an empty text', ''],
  ['a word', 'latest'],
  ['a single number', '1'],
  ['four numbers', '1.20.0.1']
])('takes %s for no version', (_name, text) => {
  expect(parseKubernetesVersion(text)).toBeNull()
})

test('minors compare as numbers, not as text', () => {
  expect(compareMinors('1.9', '1.10')).toBeLessThan(0)
  expect(compareMinors('1.30', '1.30')).toBe(0)
})

test.each([
  ['an older patch', '1.17.14', '1.17.15', true],
  ['the patch itself', '1.17.15', '1.17.15', false],
  ['a long-term support patch of three digits', '1.28.103-akslts', '1.28.5', false],
  ['a release candidate, against its release', '1.20.0-rc.0', '1.20.0', true],
  ['only a minor, against its first patch', '1.20', '1.20.0', false],
  ['only a minor, against a later patch', '1.17', '1.17.15', null]
] as const)('says whether %s is before a patch', (_name, text, patch, expected) => {
  const version = parseKubernetesVersion(text)
  expect(version === null ? 'unreadable' : isBefore(version, patch)).toBe(expected)
})
