import { describe, expect, test } from '@jest/globals'
import { InputError } from '../../src/base/errors.ts'
import { azureInputs } from '../../src/settings/azure-inputs.ts'
import { timeLimit } from '../../src/settings/inputs.ts'
import { manifestInputs } from '../../src/settings/manifest-inputs.ts'
import { faultOf } from '../../src/settings/grammar.ts'
import { options, type Option } from '../../src/settings/options.ts'
import { first } from '../../src/settings/setting-values.ts'
import { settingsFromFile } from '../../src/settings/settings-file.ts'

const guid = '11111111-1111-4111-8111-111111111111'

/** Values that each option takes; every option has a line, so that a new one is thought of here. */
const taken: Readonly<Record<string, readonly string[]>> = {
  manifests: ['deploy/', 'charts/*/values.yaml', '-', '/abs/path', 'a b.yaml', 'x..y.yaml'],
  clusters: [`${guid}/rg-prod/aks-prod`],
  'cluster-name': ['aks', 'aks_Prod-1'],
  'resource-group': ['rg-prod', 'MC_rg(1).west', 'groß'],
  'subscription-id': [guid],
  registries: ['contoso.azurecr.io', 'localhost:5000'],
  facts: ['facts.json'],
  'facts-out': ['out/facts.json'],
  out: ['out/facts.json'],
  'facts-max-age': ['90m', '12h', '3d', '30s'],
  format: ['json', 'json=out/report.json'],
  'fix-script': ['out/fix.sh'],
  'fail-on': ['error'],
  'class-severity': ['field=error'],
  checks: ['registry-data-endpoint=off'],
  ignore: ['{"check":"no-pull-grant","reason":"moves"}'],
  baseline: ['known.json'],
  namespace: ['default', 'team-1', '7'],
  images: ['contoso.azurecr.io/shop/web:1.4', 'localhost:5000/web@sha256:00', '${REGISTRY}/web:1'],
  imagepullsecrets: ['acr-secret', 'a.b'],
  'assume-default-account': ['unknown'],
  variables: ['TAG=1.5', 'EMPTY=', 'A.b-c_d=x = y', '.Values.tag=1'],
  'helm-values': ['values/prod.yaml', 'my values.yaml', 'charts/web:values/prod.yaml'],
  'helm-set': [
    'image.tag=1',
    'a[0].b=c,d={e,f}',
    'node."kubernetes\\.io/role"=x',
    'charts/web:tag=1'
  ],
  'helm-release': ['web', 'web-1', '1', 'charts/web:shop'],
  charts: ['charts/web:values=values/prod.yaml', 'web:set=image.tag=1', './web:release=shop'],
  targets: ['{"manifests":"deploy","clusters":[]}'],
  render: ['true', 'False'],
  'remote-bases': ['true'],
  'kubelet-object-id': [guid],
  thorough: ['true'],
  quick: ['true', 'FALSE'],
  'registry-lookup': ['require'],
  'expect-images': ['contoso.azurecr.io/shop/*:*', '*/web:1'],
  'looked-up-images': ['contoso.azurecr.io/shop/web:1'],
  lookup: ['true'],
  environment: ['AzureUSGovernment'],
  'resource-manager-endpoint': ['https://management.local.azurestack.external/', 'https://h:8443'],
  'authority-host': ['https://login.contoso.com/adfs', 'https://[::1]'],
  'client-id': [guid.toUpperCase()],
  'tenant-id': [guid, 'contoso.onmicrosoft.com'],
  audience: ['api://AzureADTokenExchange'],
  'auth-type': ['IDENTITY'],
  comment: ['never', 'on-failure', 'always'],
  'check-run': ['true'],
  'github-token': ['ghs_abc'],
  error: ['-', 'Error: ErrImagePull'],
  config: ['.acr-facts/settings.yaml'],
  'settings-from': ['base', 'head'],
  'new-since': ['auto', 'off', 'HEAD^1', 'HEAD~3', 'origin/main', 'v1.2.3', 'main@{1}', '0a1b2c3'],
  'write-baseline': ['known.json'],
  'trust-suppressions': ['auto', 'base', 'head'],
  timeout: ['90s', '10m', '1h'],
  'no-color': ['true'],
  quiet: ['true'],
  verbose: ['true']
}

const refused: Readonly<Record<string, readonly string[]>> = {
  'cluster-name': ['-aks', 'a/b'],
  'resource-group': ['a/b', 'ends.'],
  'subscription-id': ['prod', `${guid}/x`],
  registries: ['-x', 'https://contoso.azurecr.io', 'a b'],
  'facts-max-age': ['72', '1w', '-1h'],
  namespace: ['--kubeconfig=x', 'Shop', 'a_b', '-a', 'a-', 'a'.repeat(64)],
  images: ['--flag', 'web: 1'],
  'expect-images': ['--x', 'a b'],
  'looked-up-images': ['--x', 'a b'],
  imagepullsecrets: ['--x', 'A', 'a b', 'a..b'],
  variables: ['TAG', '=1', '-x=1', 'a b=1', '$(id)=1'],
  'helm-values': ['a.yaml,etc/passwd', '"a.yaml"'],
  'helm-set': ['image.tag', '=x', '--post-renderer=./evil.sh', 'a b=c'],
  'helm-release': [
    '--post-renderer=./evil.sh',
    '-x',
    'Web',
    'web.prod',
    'a'.repeat(54),
    'a-',
    'web:--post-renderer=./evil.sh',
    '--post-renderer:x'
  ],
  targets: ['deploy', '[]'],
  charts: [
    'web',
    'web=x',
    'web:other=x',
    'web:release=--post-renderer=./evil.sh',
    'web:set=--x=y',
    'web:values=a,b',
    '-x:release=web'
  ],
  render: ['yes'],
  'kubelet-object-id': ['x'],
  'resource-manager-endpoint': ['http://host', 'https://user@host', 'file:///etc', 'https://a b'],
  'authority-host': ['http://host', 'https://host/?x', 'https://'],
  'client-id': ['x', `${guid}x`],
  'tenant-id': ['contoso', '../x', 'a/b.c', '-a.com'],
  audience: ['a b'],
  'github-token': ['a b'],
  timeout: ['0m', '10', '-5m', '1w']
}

const inFileRefused: Readonly<Record<string, readonly string[]>> = {
  manifests: ['-', '/etc', '../x', 'a/../b', 'a/..', '..', 'C:\\x', '\\\\host\\x', '{..,a}/x'],
  'helm-values': [
    '/etc/passwd',
    '../values.yaml',
    'a/../../b.yaml',
    '-',
    'web:/etc/passwd',
    'web:../values.yaml',
    'web:-',
    'web:x:/etc/passwd'
  ],
  charts: [
    'web:values=/etc/passwd',
    'web:values=../values.yaml',
    'web:values=a/../../b.yaml',
    'web:values=-'
  ]
}

const rows = (table: Readonly<Record<string, readonly string[]>>) =>
  options.flatMap(option => (table[option.name] ?? []).map(value => [option, value] as const))

const shown = ([option, value]: readonly [Option, string]) => `${option.name}: ${value}`

describe('an option takes', () => {
  test('something, whichever it is', () => {
    expect(Object.keys(taken)).toEqual(options.map(({ name }) => name))
  })

  test.each(rows(taken).map(row => [shown(row), ...row] as const))('%s', (_name, option, value) => {
    expect(faultOf(value, option.grammar, 'workflow')).toBeNull()
  })
})

describe('an option refuses', () => {
  test.each(rows(refused).map(row => [shown(row), ...row] as const))(
    '%s',
    (_name, option, value) => {
      expect(faultOf(value, option.grammar, 'workflow')).not.toBeNull()
    }
  )

  test.each(options.map(option => [option.name, option] as const))(
    'a line break, a control character and endless text: %s',
    (_name, option) => {
      for (const wrong of ['x\n::stop-commands::zz', 'x\u001b[2K', 'x\u2028y', 'x'.repeat(8193)])
        expect(faultOf(wrong, option.grammar, 'workflow')).not.toBeNull()
    }
  )
})

describe('a settings file', () => {
  const settable = options.filter(({ trust }) => trust !== 'never')
  const never = options.filter(({ trust }) => trust === 'never')
  const file = (key: string, value: string) =>
    settingsFromFile('ci/pull.yaml', JSON.stringify({ [key]: [value] }))

  test.each(
    rows(refused)
      .filter(([{ trust }]) => trust !== 'never')
      .map(row => [shown(row), ...row] as const)
  )('refuses %s, and names itself', (_name, option, value) => {
    expect(() => file(option.name, value)).toThrow(InputError)
    expect(() => file(option.name, value)).toThrow(/^Settings file ci\/pull\.yaml has .* write /)
  })

  test.each(rows(inFileRefused).map(row => [shown(row), ...row] as const))(
    'never leaves the workspace: %s',
    (_name, option, value) => {
      expect(() => file(option.name, value)).toThrow('inside of the workspace')
    }
  )

  test.each(settable.map(option => [option.name, option] as const))(
    'gives %s as written',
    (_name, option) => {
      const value = (taken[option.name] ?? []).find(each => !/^[-/]/.test(each))
      expect(file(option.name, value ?? '')).toEqual({ [option.name]: [value] })
    }
  )

  test.each([...never.map(({ name }) => name), 'json-file', 'sarif-file'])(
    'has no place for %s',
    name => {
      const read = () => file(name, 'secret-value')
      expect(read).toThrow(InputError)
      expect(read).toThrow(`Settings file ci/pull.yaml has the key '${name}'`)
      expect(read).toThrow('set it in the workflow')
      expect(read).not.toThrow('secret-value')
    }
  )
})

test('a message shows every character of what it quotes, in one line', () => {
  const read = () => azureInputs({ 'client-id': ['x\n::stop-commands::zz\u202e'] })
  expect(read).toThrow(String.raw`is 'x\n::stop-commands::zz\u{202e}': write`)
})

test('a message quotes no secret', () => {
  expect(() => first({ 'github-token': ['canary\nx'] }, 'github-token')).toThrow(/is '\*\*\*'/)
})

test('what reaches helm is a DNS label', () => {
  expect(() => manifestInputs({ 'helm-release': ['--post-renderer=./evil.sh'] })).toThrow(
    "Option --release (input helm-release) is '--post-renderer=./evil.sh': write a DNS label"
  )
})

test.each([
  [{}, 600_000],
  [{ timeout: ['90s'] }, 90_000],
  [{ timeout: ['2h'] }, 7_200_000]
])('the whole run may take: %j', (settings, expected) => {
  expect(timeLimit(settings)).toBe(expected)
})
