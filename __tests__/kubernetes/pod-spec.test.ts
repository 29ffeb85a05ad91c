import { describe, expect, test } from '@jest/globals'
import type { PodContext } from '../../src/kubernetes/images/image-use.ts'
import { readManifest } from '../../src/kubernetes/read.ts'

const podOf = (spec: string): PodContext | null => {
  const text = `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: a, image: contoso.azurecr.io/a}]\n${spec}`
  const options = {
    namespace: 'default',
    namespaceOverrides: false,
    variables: {},
    substitution: null,
    registrySuffixes: []
  }
  return readManifest({ file: 'pod.yaml', text }, options).uses[0]?.pod ?? null
}

const bare: PodContext = {
  serviceAccountName: null,
  imagePullSecrets: [],
  nodeName: null,
  nodeSelector: {},
  nodeAffinity: null,
  tolerations: [],
  runtimeClassName: null
}

const affinity = (terms: string) =>
  `  affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: ${terms}}}}\n`

describe('what of a PodSpec decides who pulls, and where', () => {
  test.each<[name: string, spec: string, expected: Partial<PodContext>]>([
    ['nothing said', '', {}],
    ['service account', '  serviceAccountName: web\n', { serviceAccountName: 'web' }],
    [
      'service account under its old name',
      '  serviceAccount: web\n',
      { serviceAccountName: 'web' }
    ],
    [
      'the new name wins',
      '  serviceAccount: old\n  serviceAccountName: web\n',
      { serviceAccountName: 'web' }
    ],
    ['an empty name is none', '  serviceAccountName: ""\n', {}],
    [
      'pull secrets in order, those without a name as entries without one',
      '  imagePullSecrets: [{name: b}, {name: " "}, {name: a}, {}]\n',
      { imagePullSecrets: ['b', '', 'a', ''] }
    ],
    ['node name', '  nodeName: aks-user-1\n', { nodeName: 'aks-user-1' }],
    [
      'node selector',
      '  nodeSelector: {kubernetes.io/os: windows, spot: "true"}\n',
      { nodeSelector: { 'kubernetes.io/os': 'windows', spot: 'true' } }
    ],
    ['runtime class', '  runtimeClassName: kata\n', { runtimeClassName: 'kata' }],
    [
      'tolerations',
      '  tolerations: [{key: a, operator: Equal, value: b, effect: NoSchedule}, {operator: Exists}]\n',
      {
        tolerations: [
          { key: 'a', operator: 'Equal', value: 'b', effect: 'NoSchedule' },
          { key: null, operator: 'Exists', value: null, effect: null }
        ]
      }
    ],
    [
      'required node affinity',
      affinity(
        '[{matchExpressions: [{key: agentpool, operator: In, values: [a, 2]}]}, {matchFields: [{key: metadata.name}]}]'
      ),
      {
        nodeAffinity: [
          {
            expressions: [{ key: 'agentpool', operator: 'In', values: ['a', '2'] }],
            hasMatchFields: false
          },
          { expressions: [], hasMatchFields: true }
        ]
      }
    ],
    [
      'preferred node affinity does not count',
      '  affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1}]}}\n',
      {}
    ]
  ])('%s', (_name, spec, expected) => {
    expect(podOf(spec)).toEqual({ ...bare, ...expected })
  })
})
