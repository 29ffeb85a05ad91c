import { describe, expect, test } from '@jest/globals'
import { isValuesFile } from '../../src/kubernetes/kubernetes-objects.ts'
import { readManifest, type ReadOptions } from '../../src/kubernetes/read.ts'

const options: ReadOptions = {
  namespace: 'shop',
  namespaceOverrides: false,
  variables: {},
  substitution: null,
  registrySuffixes: ['azurecr.io']
}
const read = (text: string, more: Partial<ReadOptions> = {}) =>
  readManifest({ file: 'app.yaml', text }, { ...options, ...more })

describe('service accounts', () => {
  test('with pull secrets, annotations and the place of the name', () => {
    const text =
      'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: web\n  namespace: prod\n  annotations: {kubernetes.azure.com/acr-client-id: abc, empty: }\nimagePullSecrets: [{name: a}, {name: ""}, {other: x}, {name: b}]\n'
    expect(read(text).serviceAccounts).toEqual([
      {
        namespace: 'prod',
        name: 'web',
        imagePullSecrets: ['a', '', '', 'b'],
        annotations: { 'kubernetes.azure.com/acr-client-id': 'abc', empty: '' },
        location: { file: 'app.yaml', line: 4, column: 9, endLine: 4, endColumn: 12 }
      }
    ])
  })

  test('of another API group are none', () => {
    expect(
      read('apiVersion: example.com/v1\nkind: ServiceAccount\nmetadata: {name: web}\n')
        .serviceAccounts
    ).toEqual([])
  })
})

describe('AcrPullBindings', () => {
  const location = { file: 'app.yaml', line: 3, column: 18, endLine: 3, endColumn: 22 }
  test.each([
    [
      'v1beta1 with a resource id',
      'apiVersion: msi-acrpull.microsoft.com/v1beta1\nkind: AcrPullBinding\nmetadata: {name: pull}\nspec: {acrServer: contoso.azurecr.io, managedIdentityResourceID: /subscriptions/x, serviceAccountName: web}\n',
      {
        serviceAccountName: 'web',
        server: 'contoso.azurecr.io',
        secretName: 'pull-msi-acrpull-secret',
        managedIdentity: '/subscriptions/x',
        repositories: 'all'
      }
    ],
    [
      'v1beta1 with a client id, for the default account',
      'apiVersion: msi-acrpull.microsoft.com/v1beta1\nkind: AcrPullBinding\nmetadata: {name: pull}\nspec: {acrServer: contoso.azurecr.io, managedIdentityClientID: abc}\n',
      {
        serviceAccountName: 'default',
        server: 'contoso.azurecr.io',
        secretName: 'pull-msi-acrpull-secret',
        managedIdentity: 'abc',
        repositories: 'all'
      }
    ],
    [
      'v1beta1 with both ids, of which the client id counts',
      'apiVersion: msi-acrpull.microsoft.com/v1beta1\nkind: AcrPullBinding\nmetadata: {name: pull}\nspec: {acrServer: contoso.azurecr.io, managedIdentityResourceID: /subscriptions/x, managedIdentityClientID: abc}\n',
      {
        serviceAccountName: 'default',
        server: 'contoso.azurecr.io',
        secretName: 'pull-msi-acrpull-secret',
        managedIdentity: 'abc',
        repositories: 'all'
      }
    ],
    [
      'v1beta1 with workload identity',
      'apiVersion: msi-acrpull.microsoft.com/v1beta1\nkind: AcrPullBinding\nmetadata: {name: pull}\nspec: {acrServer: contoso.azurecr.io, workloadIdentityClientID: abc, managedIdentityClientID: abc}\n',
      {
        serviceAccountName: 'default',
        server: 'contoso.azurecr.io',
        secretName: 'pull-msi-acrpull-secret',
        managedIdentity: null,
        repositories: 'all'
      }
    ],
    [
      'v1beta2 with a managed identity',
      'apiVersion: acrpull.microsoft.com/v1beta2\nkind: AcrPullBinding\nmetadata: {name: pull}\nspec: {acr: {server: contoso.azurecr.io}, auth: {managedIdentity: {clientID: abc}}, serviceAccountName: web}\n',
      {
        serviceAccountName: 'web',
        server: 'contoso.azurecr.io',
        secretName: 'acr-pull-pull',
        managedIdentity: 'abc',
        repositories: 'all'
      }
    ],
    [
      'v1beta2 for one repository',
      'apiVersion: acrpull.microsoft.com/v1beta2\nkind: AcrPullBinding\nmetadata: {name: pull}\nspec: {acr: {server: contoso.azurecr.io, scope: "repository:team/app:pull,push repository:other:push"}, auth: {managedIdentity: {clientID: abc}}}\n',
      {
        serviceAccountName: 'default',
        server: 'contoso.azurecr.io',
        secretName: 'acr-pull-pull',
        managedIdentity: 'abc',
        repositories: ['team/app']
      }
    ],
    [
      'v1beta2 for a scope that a pipeline fills in',
      'apiVersion: acrpull.microsoft.com/v1beta2\nkind: AcrPullBinding\nmetadata: {name: pull}\nspec: {acr: {server: contoso.azurecr.io, scope: "repository:${REPOSITORY}:pull"}, auth: {managedIdentity: {clientID: abc}}}\n',
      {
        serviceAccountName: 'default',
        server: 'contoso.azurecr.io',
        secretName: 'acr-pull-pull',
        managedIdentity: 'abc',
        repositories: null
      }
    ],
    [
      'v1beta2 with workload identity',
      'apiVersion: acrpull.microsoft.com/v1beta2\nkind: AcrPullBinding\nmetadata: {name: pull}\nspec: {acr: {server: contoso.azurecr.io}, auth: {workloadIdentity: {serviceAccountRef: web}}, serviceAccountName: web}\n',
      {
        serviceAccountName: 'web',
        server: 'contoso.azurecr.io',
        secretName: 'acr-pull-pull',
        managedIdentity: null,
        repositories: 'all'
      }
    ]
  ])('%s', (_name, text, expected) => {
    expect(read(text).pullBindings).toEqual([
      { namespace: 'shop', name: 'pull', ...expected, location }
    ])
  })

  test.each([
    [
      'of another controller',
      'apiVersion: example.com/v1\nkind: AcrPullBinding\nmetadata: {name: pull}\nspec: {acrServer: contoso.azurecr.io}\n'
    ],
    [
      'without a server',
      'apiVersion: msi-acrpull.microsoft.com/v1beta1\nkind: AcrPullBinding\nmetadata: {name: pull}\nspec: {}\n'
    ]
  ])('%s are left out', (_name, text) => {
    expect(read(text).pullBindings).toEqual([])
  })
})

describe('options', () => {
  const pod = (namespace: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: a${namespace}}\nspec: {containers: [{image: "\${ACR}.registry.contoso.local/app"}]}\n`

  test('the namespace is for objects that name none', () => {
    const uses = [...read(pod('')).uses, ...read(pod(', namespace: prod')).uses]
    expect(uses.map(({ workload }) => workload.namespace)).toEqual(['shop', 'prod'])
  })

  test('variables fill in placeholders', () => {
    expect(read(pod(''), { variables: { ACR: 'fabrikam' } }).uses[0]?.image).toMatchObject({
      kind: 'reference',
      reference: { domain: 'fabrikam.registry.contoso.local' }
    })
  })

  const settings =
    'apiVersion: v1\nkind: ConfigMap\ndata: {a: contoso.azurecr.io, b: contoso.registry.contoso.local}\n'
  test.each<[name: string, suffixes: readonly string[], hosts: readonly string[]]>([
    ['of one cloud', ['azurecr.io'], ['contoso.azurecr.io']],
    [
      'of a custom cloud, with or without a dot',
      ['azurecr.io', '.registry.contoso.local'],
      ['contoso.azurecr.io', 'contoso.registry.contoso.local']
    ],
    ['none', [], []]
  ])('suffixes make mentions: %s', (_name, registrySuffixes, hosts) => {
    const { uses } = read(settings, { registrySuffixes })
    expect(uses.map(({ image }) => image.text)).toEqual(hosts)
  })

  test('a file can be given as Helm values, whatever its name', () => {
    const source = { file: 'environments/production.yaml', text: 'image: contoso.azurecr.io/app\n' }
    expect(readManifest(source, options).uses).toEqual([])
    expect(readManifest({ ...source, values: true }, options).uses).toMatchObject([
      {
        class: 'field',
        workload: { apiVersion: '', kind: 'HelmValues', namespace: null, name: 'production.yaml' }
      }
    ])
  })
})

describe('a document without a word about images is skipped unparsed, but', () => {
  test.each([
    [
      'not when it is a service account',
      'apiVersion: v1\nkind: "ServiceAccount"\nmetadata: {name: a}\n',
      'serviceAccounts'
    ],
    [
      'not when escapes hide the word',
      'apiVersion: v1\nkind: Pod\nspec: {containers: [{"i\\x6dage": a}]}\n',
      'uses'
    ],
    [
      'not when only a registry is named',
      'apiVersion: v1\nkind: ConfigMap\ndata: {a: contoso.azurecr.io}\n',
      'uses'
    ],
    [
      'not when a line break hides the word',
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - ? "im\\\n      age"\n    : a\n',
      'uses'
    ],
    ['not when a bracket is open', 'apiVersion: v1\nkind: Role\nrules: [a\n', 'problems'],
    ['not when a quote is open', 'apiVersion: v1\nkind: Role\na: "b\n', 'problems'],
    ['not when tabs indent it', 'apiVersion: v1\nkind: Role\na:\n\tb: c\n', 'problems'],
    ['not when a line has two values', 'apiVersion: v1\nkind: Role\na: b: c\n', 'problems']
  ] as const)('%s', (_name, text, found) => {
    expect(read(text)[found]).toHaveLength(1)
  })
})

describe('a document that cannot be parsed', () => {
  test.each([
    ['an object', 'app.yaml', 'apiVersion: v1\nkind: Pod\nspec: [\n', ['error']],
    [
      'an object in JSON',
      'app.json',
      '{\n  "apiVersion": "v1",\n  "kind": "Pod" "a": 1\n}',
      ['error']
    ],
    [
      'an indented object with blanks',
      'app.yaml',
      '  apiVersion : v1\n  kind : Pod\n  image: [\n',
      ['error']
    ],
    ['an object in braces', 'app.yaml', '{apiVersion: v1, kind: Pod, image: x: y}\n', ['error']],
    [
      'keys in escapes',
      'app.yaml',
      '"apiVers\\u0069on": v1\n"k\\u0069nd": Pod\nimage: [\n',
      ['warning']
    ],
    ['YAML of another kind', 'settings.yaml', 'image: [\n', []],
    ['a pod without its object', 'patch.yaml', 'containers:\n- image: [\n', ['warning']],
    ['values of a chart', 'values-prod.yaml', 'image: [\n', ['warning']],
    ['a kustomization without its kind', 'kustomization.yaml', 'images: [\n', ['warning']],
    ['settings of MkDocs', 'mkdocs.yml', 'name: docs\nimage: x\nplugins:\n\t- search\n', []],
    [
      'a file of Compose',
      'compose.yml',
      'services:\n  web: {image: a.azurecr.io/x}\n  x: [a\n',
      []
    ],
    [
      'an object of Skaffold',
      'skaffold.yaml',
      'apiVersion: skaffold/v4\nkind: Config\nimage: [\n',
      []
    ],
    ['a dump of a model', 'model.yaml', 'image: &a\n  children: [*a]\n', []],
    ['JSON that names a registry', 'app.json', '{"a": "contoso.azurecr.io/app" "b"}', []],
    [
      'an object whose separator is none',
      'app.yaml',
      'apiVersion: v1\nkind: Pod\n---{}\nimage: x\n',
      ['error']
    ],
    ['another text with such a separator', 'notes.yaml', 'image: x\n---{}\nimage: y\n', []],
    ['a template with an image', 'app.tmpl.yaml', 'image: {{ .Image }}\n', ['note']],
    ['a template without one', 'hpa.yaml', 'kind: {{ .Kind }}\nspec: {max: {{ .Max }}}\n', []],
    [
      'an object in JSON with a comment',
      'app.json',
      '// the shop\n{\n  "apiVersion": "v1",\n  "kind": "Pod",\n  "image": "a"\n}',
      ['error']
    ],
    [
      'a template of Azure with a comment',
      'azuredeploy.json',
      '{\n  // storage\n  "resources": [{"apiVersion": "2023-01-01", "kind": "StorageV2", "image": "a"}]\n}',
      []
    ],
    [
      'settings in JSON with comments',
      '.devcontainer/devcontainer.json',
      '{\n  // Where we work\n  "image": "mcr.microsoft.com/devcontainers/base"\n}\n',
      []
    ]
  ])('%s in %s', (_name, file, text, severities) => {
    const { problems } = readManifest({ file, text }, options)
    expect(problems.map(({ severity }) => severity)).toEqual(severities)
  })

  test.each([
    ['a template', 'image: {{ .X }}\nurl: contoso.azurecr.io/app:1\n# other.azurecr.io/app\n'],
    ['a file of Compose', 'services:\n  web: {image: contoso.azurecr.io/app:1}\n  x: [a\n']
  ])('still tells the registries that it names: %s', (_name, text) => {
    const { uses } = readManifest({ file: 'x.yaml', text }, options)
    expect(uses).toMatchObject([
      { class: 'mention', image: { text: 'contoso.azurecr.io/app:1' }, location: { line: 2 } }
    ])
  })

  test('is reported whatever it is where somebody asked for it by name', () => {
    const source = { file: 'settings.json', text: '{ "image": "a" // ours\n}', named: true }
    expect(readManifest(source, options).problems).toMatchObject([{ severity: 'warning' }])
  })
})

test.each([
  ['values.yaml', true],
  ['values-prod.yml', true],
  ['helm/valuesProd.yaml', true],
  ['values2.yaml', true],
  ['prod.values.yaml', true],
  ['prod-values.yaml', true],
  ['environments/values/prod.yaml', true],
  ['helm/app-values/dev.yml', true],
  ['evalues.yaml', false],
  ['values/readme.md', false],
  ['environments/prod.yaml', false]
])('whether %s is taken for Helm values: %s', (file, taken) => {
  expect(isValuesFile(file)).toBe(taken)
})
