import { describe, expect, test } from '@jest/globals'
import { InputError } from '../../src/base/errors.ts'
import { checkInputs } from '../../src/settings/inputs.ts'
import type { ClusterName } from '../../src/settings/cluster-names.ts'
import { reportTargets } from '../../src/settings/report-targets.ts'
import type { Settings } from '../../src/settings/setting-values.ts'

const subscription = '11111111-1111-4111-8111-111111111111'
const armId = `/subscriptions/${subscription}/resourceGroups/rg-prod/providers/Microsoft.ContainerService/managedClusters/aks-prod`
const complete: Settings = { manifests: ['deploy'], clusters: [armId] }

const whole = (id: string): ClusterName => ({ kind: 'id', id })
const short: ClusterName = { kind: 'short', resourceGroup: 'rg-prod', name: 'aks-prod' }

describe('clusters', () => {
  test.each<[string, Settings, ClusterName]>([
    ['an ARM id stays as written', { clusters: [armId] }, whole(armId)],
    ['a slash at the end does not matter', { clusters: [`${armId}/`] }, whole(armId)],
    [
      'three parts make an ARM id',
      { clusters: [`${subscription}/rg-prod/aks-prod`] },
      whole(armId)
    ],
    [
      'name, group and subscription make an ARM id',
      {
        'cluster-name': ['aks-prod'],
        'resource-group': ['rg-prod'],
        'subscription-id': [subscription]
      },
      whole(armId)
    ],
    [
      'the same cluster in other letter case counts once',
      { clusters: [armId, armId.toUpperCase()] },
      whole(armId.toUpperCase())
    ],
    ['two parts lack the subscription', { clusters: ['rg-prod/aks-prod'] }, short],
    [
      'name and group lack the subscription',
      { 'cluster-name': ['aks-prod'], 'resource-group': ['rg-prod'] },
      short
    ]
  ])('%s', (_name, settings, expected) => {
    expect(checkInputs({ manifests: ['deploy'], ...settings }).azure.clusters).toEqual([expected])
  })
})

describe('wrong or missing inputs name the input and the cure', () => {
  test.each<[string, Settings, string]>([
    ['no manifests', { clusters: [armId] }, 'No manifests are named: give files'],
    [
      'no cluster and no facts',
      { manifests: ['deploy'] },
      'No cluster is named: give -g RESOURCE-GROUP -n NAME, or --cluster'
    ],
    [
      'a registry id as cluster',
      { ...complete, clusters: [armId.replace('ContainerService/managedClusters', 'X/y')] },
      'which names no AKS cluster'
    ],
    [
      'cluster-name alone',
      { manifests: ['deploy'], 'cluster-name': ['aks-prod'] },
      'without --resource-group'
    ],
    [
      'an unknown level',
      { ...complete, 'fail-on': ['critical'] },
      "Option --fail-on (input fail-on) is 'critical'"
    ],
    ['a switch that is no switch', { ...complete, render: ['yes'] }, 'write true or false'],
    ['an age without unit', { ...complete, 'facts-max-age': ['72'] }, 'such as 90m, 12h or 3d'],
    ['a variable without value', { ...complete, variables: ['ACR'] }, 'write NAME=VALUE'],
    ['an unknown class', { ...complete, 'class-severity': ['chart=error'] }, 'write one of pod'],
    ['an unknown format', { ...complete, format: ['xml'] }, "Format 'xml' is not known"],
    ['a format with an empty file', { ...complete, format: ['json='] }, 'write json=FILE'],
    [
      'two formats for standard output',
      { ...complete, format: ['json', 'sarif'] },
      'would both go to standard output'
    ]
  ])('%s', (_name, settings, words) => {
    expect(() => checkInputs(settings)).toThrow(InputError)
    expect(() => checkInputs(settings)).toThrow(words)
  })
})

test('a facts file makes clusters unnecessary', () => {
  expect(checkInputs({ manifests: ['deploy'], facts: ['facts.json'] }).facts).toBe('facts.json')
})

test('defaults are those of the documentation', () => {
  const inputs = checkInputs(complete)
  expect(inputs.failOn).toBe('error')
  expect(inputs.maxAge).toBe(72 * 3_600_000)
  expect(inputs.classSeverity).toEqual({
    pod: 'error',
    container: 'error',
    field: 'warning',
    mention: 'note'
  })
  expect(inputs.manifests).toMatchObject({ namespace: 'default', render: true, remoteBases: false })
})

test('a value may hold an equals sign', () => {
  const { manifests } = checkInputs({ ...complete, variables: ['QUERY=a=b'] })
  expect(manifests.variables).toEqual({ QUERY: 'a=b' })
})

test('several formats may go to files beside one on standard output', () => {
  expect(reportTargets({ format: ['json=out/a.json', 'sarif=b.sarif', 'text'] })).toEqual([
    { format: 'json', file: 'out/a.json' },
    { format: 'sarif', file: 'b.sarif' },
    { format: 'text', file: null }
  ])
})
