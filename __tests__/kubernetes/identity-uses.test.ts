import { expect, test } from '@jest/globals'
import { readManifest } from '../../src/kubernetes/read.ts'

const idsIn = (rules: string, kind = 'ClusterRole') =>
  readManifest(
    {
      file: 'role.yaml',
      text: `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata: {name: use-pull}\nrules:\n${rules}`
    },
    {
      namespace: 'shop',
      namespaceOverrides: false,
      variables: {},
      substitution: null,
      registrySuffixes: ['azurecr.io']
    }
  ).identityUses.flatMap(({ clientIds }) => clientIds)

test.each([
  [
    'the identity of the rule',
    '- {verbs: [use-managed-identity], apiGroups: [cid.wi.aks.azure.com], resources: [a-b]}\n',
    ['a-b']
  ],
  [
    'those of several rules',
    '- {verbs: [get], apiGroups: [""], resources: [pods]}\n- {verbs: [use-managed-identity], apiGroups: [cid.wi.aks.azure.com], resources: [a, b]}\n',
    ['a', 'b']
  ],
  [
    'all of the group',
    '- {verbs: [use-managed-identity], apiGroups: ["*"], resources: ["*"]}\n',
    ['*']
  ],
  [
    'none of another group',
    '- {verbs: [use-managed-identity], apiGroups: [apps], resources: [a]}\n',
    []
  ],
  [
    'none for another verb',
    '- {verbs: [get], apiGroups: [cid.wi.aks.azure.com], resources: [a]} # use-managed-identity\n',
    []
  ]
])('a cluster role lets its subjects use %s', (_name, rules, expected) => {
  expect(idsIn(rules)).toEqual(expected)
})
