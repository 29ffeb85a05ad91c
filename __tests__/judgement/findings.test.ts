import { describe, expect, test } from '@jest/globals'
import type { Check, FindingDraft, Severity } from '../../src/checks/check.ts'
import { judge } from '../../src/judgement/findings.ts'
import { command, shellWord } from '../../src/base/shell-command.ts'
import { judgePulls } from '../../src/pulls/judged-pulls.ts'
import { noRelatedResources } from '../../src/facts/related-resources/index.ts'
import type { ImageClass, ImageUse } from '../../src/kubernetes/images/image-use.ts'

const use = (imageClass: ImageClass, line = 7): ImageUse => ({
  image: { kind: 'invalid', text: 'X', reason: 'upper case' },
  class: imageClass,
  location: { file: 'a.yaml', line, column: 3, endLine: line, endColumn: 4 },
  related: [],
  workload: { apiVersion: 'v1', kind: 'Pod', namespace: 'default', name: 'web' },
  container: { name: 'web', type: 'container' },
  pullPolicy: null,
  pod: null,
  beside: null,
  labels: null,
  origin: null,
  unbuilt: null,
  unrendered: null,
  overridden: null,
  assumed: []
})

const nothing = judgePulls(
  {
    files: 1,
    uses: [],
    serviceAccounts: [],
    secrets: [],
    pullBindings: [],
    podChangers: [],
    identityUses: [],
    defaultAccount: 'empty',
    problems: []
  },
  {
    schemaVersion: '1',
    collectedAt: '2026-11-20T08:00:00Z',
    cloud: { name: 'AzurePublicCloud', registrySuffixes: ['azurecr.io'] },
    clusters: [],
    registries: [],
    assignments: [],
    denyAssignments: [],
    roleDefinitions: [],
    identities: [],
    bootstrapRegistries: [],
    relatedResources: noRelatedResources,
    images: [],
    coverage: []
  }
)

const yielding = (draft: Partial<FindingDraft>): Check => ({
  id: 'sample',
  title: 'Sample',
  rationale: 'Sample.',
  references: [],
  causes: [],
  permissions: [],
  words: [],
  *run() {
    yield { severity: 'error', message: 'wrong', remediation: [], uses: [], ...draft }
  }
})

const defaults = { pod: 'error', container: 'error', field: 'warning', mention: 'note' } as const

const judged = (draft: Partial<FindingDraft>, limits: Parameters<typeof judge>[2] = defaults) =>
  judge([yielding(draft)], nothing, limits)

describe('the class of the image limits the severity', () => {
  test.each<[ImageClass, Severity, Severity]>([
    ['pod', 'error', 'error'],
    ['container', 'error', 'error'],
    ['field', 'error', 'warning'],
    ['mention', 'error', 'note'],
    ['field', 'note', 'note'],
    ['field', 'unknown', 'unknown'],
    ['mention', 'unknown', 'note']
  ])('%s: %s becomes %s', (imageClass, severity, expected) => {
    const findings = judged({ severity, uses: [use(imageClass)] })
    expect(findings.map(finding => finding.severity)).toEqual([expected])
  })

  test('an image that a kustomization may still change is no error', () => {
    const unbuilt = { ...use('pod'), unbuilt: 'overlays/prod' }
    const findings = judged({ uses: [use('pod', 1), unbuilt] })
    expect(findings.map(({ severity, locations }) => [severity, locations[0]?.line])).toEqual([
      ['error', 1],
      ['warning', 7]
    ])
  })

  test('a class that is off has no findings', () => {
    expect(judged({ uses: [use('mention')] }, { ...defaults, mention: 'off' })).toEqual([])
  })

  test('uses of several classes make a finding for each severity', () => {
    const findings = judged({ uses: [use('pod', 1), use('container', 2), use('mention', 3)] })
    expect(findings.map(({ severity, locations }) => [severity, locations.length])).toEqual([
      ['error', 2],
      ['note', 1]
    ])
  })
})

test('a place is named once, however often it is used', () => {
  expect(judged({ uses: [use('pod'), use('pod')] })[0]?.locations).toHaveLength(1)
})

describe('commands are safe to paste into a shell', () => {
  test.each([
    ['/subscriptions/1/rg', '/subscriptions/1/rg'],
    ['Container Registry Repository Reader', "'Container Registry Repository Reader'"],
    ["it's", `'it'\\''s'`],
    ['$(reboot)', "'$(reboot)'"],
    ['a\nb', "'a\nb'"],
    ['', "''"]
  ])('%j is written %s', (word, expected) => {
    expect(shellWord(word)).toBe(expected)
  })

  test('words are separated by one blank', () => {
    expect(command('az', 'role', 'x y')).toBe("az role 'x y'")
  })
})
