import { describe, expect, test } from '@jest/globals'
import type { NamedBeside } from '../../src/kubernetes/images/image-use.ts'
import { readManifest } from '../../src/kubernetes/read.ts'

const besideIn = (text: string, file = 'app.yaml'): readonly (NamedBeside | null)[] =>
  readManifest(
    { file, text },
    {
      namespace: 'shop',
      namespaceOverrides: false,
      variables: {},
      substitution: null,
      registrySuffixes: ['azurecr.io']
    }
  )
    .uses.filter(use => use.class === 'field')
    .map(({ beside }) => beside)

const resource = (spec: string): string =>
  `apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a}\nspec:\n  image: contoso.azurecr.io/a:1\n${spec}`

const named = (changes: Partial<NamedBeside>): NamedBeside => ({
  pullSecrets: [],
  serviceAccounts: [],
  unnamed: [],
  ...changes
})

describe('what an object names beside an image', () => {
  test.each<readonly [string, string, NamedBeside | null]>([
    ['nothing', '  replicas: 3\n', null],
    [
      'pull secrets as Kubernetes writes them',
      '  imagePullSecrets: [{name: regcred}]\n',
      named({ pullSecrets: ['regcred'] })
    ],
    [
      'pull secrets as bare names',
      '  pullSecrets: [one, two]\n',
      named({ pullSecrets: ['one', 'two'] })
    ],
    ['one pull secret', '  imagePullSecret: regcred\n', named({ pullSecrets: ['regcred'] })],
    [
      'one pull secret in snake case',
      '  image_pull_secret_name: regcred\n',
      named({ pullSecrets: ['regcred'] })
    ],
    [
      'global pull secrets of a chart',
      '  global: {imagePullSecrets: [regcred]}\n',
      named({ pullSecrets: ['regcred'] })
    ],
    [
      'the template of pods of an operator',
      '  kafka: {template: {pod: {imagePullSecrets: [{name: regcred}]}}}\n',
      named({ pullSecrets: ['regcred'] })
    ],
    [
      'a pull secret that the chart makes of a user name',
      '  imagePullSecret: {create: true, registry: contoso.azurecr.io}\n',
      named({ unnamed: ['imagePullSecret'] })
    ],
    [
      'credentials of which the chart makes a pull secret',
      '  imageCredentials: {username: a, password: b}\n',
      named({ unnamed: ['imageCredentials'] })
    ],
    ['a pull secret that is not made', '  imagePullSecret: {create: false, name: ""}\n', null],
    ['empty lists', '  imagePullSecrets: []\n  pullSecrets: {}\n', null],
    [
      'a placeholder in place of a name',
      '  imagePullSecrets: [{name: "${SECRET}"}]\n',
      named({ unnamed: ['imagePullSecrets'] })
    ],
    ['an account', '  serviceAccountName: web\n', named({ serviceAccounts: ['web'] })],
    [
      'an account of a chart',
      '  serviceAccount: {create: true, name: web}\n',
      named({ serviceAccounts: ['web'] })
    ],
    [
      'accounts of components',
      '  serviceAccounts: {server: {name: prometheus}}\n',
      named({ serviceAccounts: ['prometheus'] })
    ],
    [
      'an account of the driver',
      '  driver: {serviceAccount: spark}\n',
      named({ serviceAccounts: ['spark'] })
    ],
    ['the account that every namespace has', '  serviceAccountName: default\n', null],
    ['a switch', '  serviceAccount: true\n  automountServiceAccountToken: false\n', null],
    [
      'a parameter of Helm',
      '  parameters: [{name: "imagePullSecrets[0].name", value: regcred}]\n',
      named({ pullSecrets: ['regcred'] })
    ],
    [
      'values that lie elsewhere',
      '  valuesFrom: [{kind: Secret, name: values}]\n',
      named({ unnamed: ['valuesFrom'] })
    ]
  ])('%s', (_, spec, expected) => {
    expect(besideIn(resource(spec))).toEqual([expected])
  })

  test('in values that stand as text', () => {
    const text =
      'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a}\nspec:\n  source:\n    helm:\n      values: |\n        image: contoso.azurecr.io/a:1\n        imagePullSecrets:\n          - name: regcred\n'
    expect(besideIn(text)).toEqual([named({ pullSecrets: ['regcred'] })])
  })

  test('in a file of values', () => {
    const text =
      'image:\n  registry: contoso.azurecr.io\n  repository: a\n  pullSecrets:\n    - regcred\n'
    expect(besideIn(text, 'values.yaml')).toEqual([named({ pullSecrets: ['regcred'] })])
  })
})
