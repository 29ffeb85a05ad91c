import { expect, test } from '@jest/globals'
import { actionInputs } from '../../scripts/docs/action-file.ts'
import { helpText } from '../../src/settings/help.ts'
import { options, type Trust } from '../../src/settings/options.ts'

/** SECURITY.md, "What a pull request may change". */
const expected: Readonly<Record<Trust, readonly string[]>> = {
  never: [
    'facts',
    'facts-out',
    'out',
    'format',
    'fix-script',
    'remote-bases',
    'lookup',
    'environment',
    'resource-manager-endpoint',
    'authority-host',
    'client-id',
    'tenant-id',
    'audience',
    'auth-type',
    'comment',
    'check-run',
    'github-token',
    'error',
    'config',
    'settings-from',
    'new-since',
    'write-baseline',
    'trust-suppressions',
    'timeout'
  ],
  policy: [
    'clusters',
    'cluster-name',
    'resource-group',
    'subscription-id',
    'registries',
    'facts-max-age',
    'fail-on',
    'class-severity',
    'checks',
    'ignore',
    'baseline',
    'namespace',
    'images',
    'imagepullsecrets',
    'assume-default-account',
    'variables',
    'helm-values',
    'helm-set',
    'helm-release',
    'charts',
    'targets',
    'render',
    'kubelet-object-id',
    'thorough',
    'quick',
    'registry-lookup',
    'expect-images',
    'looked-up-images',
    'no-color',
    'quiet',
    'verbose'
  ],
  'policy-head-adds': ['manifests']
}

test.each(Object.entries(expected))('the class %s has these options', (trust, names) => {
  expect(options.filter(option => option.trust === trust).map(({ name }) => name)).toEqual(names)
})

test('an input has a default in action.yml only where no settings file could want to win over it', () => {
  const withDefault = actionInputs.filter(({ fallback }) => fallback !== null)
  expect(withDefault.map(({ name, trust, fallback }) => [name, trust, fallback])).toEqual([
    ['github-token', 'never', '${{ github.token }}']
  ])
})

test('the help says which flags have no place in a settings file', () => {
  const lines = helpText('check').split('\n')
  const said = options.flatMap(({ flag, trust, commands }) => {
    const line = lines.findIndex(
      text => text.startsWith(`  --${flag ?? '-'} `) || text === `  --${flag ?? '-'}`
    )
    return commands.includes('check') && line >= 0
      ? [[flag, (lines[line + 1] ?? '').endsWith(' Not for a settings file.'), trust === 'never']]
      : []
  })
  expect(said.length).toBeGreaterThan(20)
  expect(said.filter(([, told, isNever]) => told !== isNever)).toEqual([])
})
