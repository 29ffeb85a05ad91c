import { expect, test } from '@jest/globals'
import { InputError } from '../../src/base/errors.ts'
import { settingsFromFile } from '../../src/settings/settings-file.ts'
import { deploymentTargets } from '../../src/settings/targets.ts'

const subscription = '11111111-1111-4111-8111-111111111111'
const cluster = (name: string): string =>
  `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/${name}`
const fleet = `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.ContainerService/fleets/europe`

const targetsIn = (text: string) => deploymentTargets(settingsFromFile('settings.yaml', text))

test('targets say which manifests go to which clusters, and how they are read for them', () => {
  expect(
    targetsIn(`targets:
  - manifests: deploy/prod
    clusters: [${subscription}/rg/aks-prod, ${cluster('aks-second')}]
    values: values-prod.yaml
    variables: {TAG: 1, STAGE: prod}
    namespace: shop
  - manifests: [deploy/dev/**, base]
    subscription: ${subscription}
    fleet: ${fleet}
    cluster-tags: {stage: dev}
  - {manifests: examples, clusters: []}
`)
  ).toEqual([
    {
      number: 1,
      manifests: ['deploy/prod'],
      choice: {
        clusters: [cluster('aks-prod'), cluster('aks-second')],
        subscriptions: [],
        fleets: [],
        tags: {}
      },
      valuesFiles: ['values-prod.yaml'],
      variables: { TAG: '1', STAGE: 'prod' },
      namespace: 'shop'
    },
    {
      number: 2,
      manifests: ['deploy/dev/**', 'base'],
      choice: {
        clusters: null,
        subscriptions: [subscription],
        fleets: [fleet],
        tags: { stage: 'dev' }
      },
      valuesFiles: [],
      variables: {},
      namespace: null
    },
    {
      number: 3,
      manifests: ['examples'],
      choice: { clusters: [], subscriptions: [], fleets: [], tags: {} },
      valuesFiles: [],
      variables: {},
      namespace: null
    }
  ])
})

test('without targets nobody says what goes where', () => {
  expect(targetsIn('manifests: deploy')).toBe(null)
})

test.each([
  ['no manifests', '- clusters: []', "'manifests' is not understood"],
  ['an empty list of manifests', '- {manifests: [], clusters: []}', 'it names no manifests'],
  ['a key of another spelling', '- {manifests: a, cluster: b}', "'cluster' is not understood"],
  ['a cluster that is none', '- {manifests: a, clusters: [aks-prod]}', 'names no AKS cluster'],
  ['a subscription that is no GUID', '- {manifests: a, subscription: prod}', "'subscription'"],
  ['a fleet that is no ARM id', '- {manifests: a, fleet: europe}', 'az fleet show'],
  ['a path out of the workspace', '- {manifests: ../a, clusters: []}', 'inside of the workspace'],
  ['values out of the workspace', '- {manifests: a, values: /etc/passwd}', 'inside of the work'],
  ['two values files in one', '- {manifests: a, values: "a,b"}', 'without comma'],
  ['a namespace that is none', '- {manifests: a, namespace: --x}', 'DNS label'],
  ['a list of texts', '- deploy', 'write a map'],
  ['a value with a line break', '- {manifests: "a\\nb"}', 'without control characters']
])('a target with %s is refused with its number', (_name, text, words) => {
  const settings = () => targetsIn(`targets:\n  ${text}`)
  expect(settings).toThrow(InputError)
  expect(settings).toThrow(words)
})

test.each(['manifests', 'variables', 'charts'])('%s takes no list of maps', key => {
  expect(() => settingsFromFile('settings.yaml', `${key}:\n  - {a: b}`)).toThrow(
    `no usable value at '${key}'`
  )
})
