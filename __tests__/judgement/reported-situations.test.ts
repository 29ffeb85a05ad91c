import { expect, test } from '@jest/globals'
import { judgement } from '../../src/judgement/judgement.ts'
import { ranked } from '../../src/reports/ranking.ts'
import type { Report } from '../../src/reports/report.ts'
import { contextOf } from '../checks/fixtures.ts'

const policy = {
  failOn: 'error',
  classSeverity: { pod: 'error', container: 'error', field: 'warning', mention: 'note' },
  checkSeverity: {},
  settings: []
} as const

/** What people reported, by the fixture that rebuilds it: what comes of it, what is said first, and with which words. */
type Situation = readonly [
  reported: string,
  fixture: readonly [check: string, name: string],
  result: 'pull' | 'no-pull' | 'unknown',
  first: string | null,
  words: readonly string[]
]

const situations: readonly Situation[] = [
  [
    'a custom resource names the pull secret of its pods (dragonfly-operator#197)',
    ['pull-secret-not-proven', 'unknown-finds-custom-resource'],
    'unknown',
    'pull-secret-not-proven',
    ['hangs on pull secret registry-credentials']
  ],
  [
    'a service principal of another tenant has another object id there (azure-docs#119915)',
    ['facts-missing', 'unknown-finds-service-principal-of-other-tenant'],
    'unknown',
    'facts-missing',
    ['in the tenant of the registry', 'another object id', 'az login --tenant']
  ],
  [
    'a service principal of whose tenant nobody told',
    ['facts-missing', 'unknown-finds-service-principal-of-unknown-tenant'],
    'unknown',
    'facts-missing',
    ['whether cluster and registry belong to one tenant is not known']
  ],
  [
    'the default account was patched in the cluster (k8s-ecr-login-renew#29)',
    ['no-pull-grant', 'finds-account-named-default'],
    'no-pull',
    'no-pull-grant',
    ['it is assumed that service account default of namespace shop', '--image-pull-secret NAME']
  ],
  [
    'node pools were not made again after a change of the identity (azure-docs#90958)',
    ['node-without-identity', 'finds-scale-set-without-it'],
    'unknown',
    'node-without-identity',
    ['scale set']
  ],
  [
    'the scale sets were not looked at',
    ['node-without-identity', 'passes-nobody-asked'],
    'pull',
    null,
    ['Not asked: the scale sets of cluster aks-prod']
  ],
  [
    'the pool streams images (Azure/acr#743)',
    ['artifact-streaming', 'finds-streamed-by-tag'],
    'pull',
    'artifact-streaming',
    ['streaming helper', 'Azure/acr #739, #743', '--disable-artifact-streaming']
  ],
  [
    'the pull secret stands in another namespace',
    ['pull-secret-not-visible', 'unknown-finds-secret-of-other-namespace'],
    'unknown',
    'pull-secret-not-visible',
    [
      'in namespace platform (manifest.yaml:24)',
      'Create pull secret registry-credentials in namespace shop'
    ]
  ],
  [
    'an ExternalSecret makes the pull secret (external-secrets#3178)',
    ['pull-secret-not-visible', 'unknown-finds-external-secret'],
    'unknown',
    'pull-secret-not-visible',
    ['ExternalSecret acr (manifest.yaml:24) makes in the cluster']
  ],
  [
    'the template of an ExternalSecret is for another host',
    ['pull-secret-unusable', 'finds-external-secret-of-other-host'],
    'no-pull',
    'pull-secret-unusable',
    ['does not cover contoso.azurecr.io']
  ],
  [
    'a SealedSecret makes the pull secret',
    ['pull-secret-not-visible', 'unknown-finds-sealed-secret'],
    'unknown',
    'pull-secret-not-visible',
    ['SealedSecret registry-credentials (manifest.yaml:24) makes in the cluster']
  ],
  [
    'the role was given to the client id (Azure/acr#695)',
    ['grant-to-other-identity', 'finds-client-id'],
    'no-pull',
    'grant-to-other-identity',
    ['the client id', 'role assignments need the object id']
  ],
  [
    'the role was given to the client id, and nobody asked who holds one',
    ['no-pull-grant', 'finds-no-assignment'],
    'no-pull',
    'no-pull-grant',
    [
      'a grant to the client id of the kubelet identity (aaaaaaaa-0000-4000-8000-0000000000c1) would not count'
    ]
  ],
  [
    'the login server has a domain name label, and is in sight (cloud-provider-azure#9975)',
    ['registry-not-visible', 'unknown-finds-label-host'],
    'unknown',
    'registry-not-visible',
    ['contoso-']
  ],
  [
    'the login server has a domain name label, and is out of sight',
    ['registry-not-visible', 'unknown-finds-taken-name'],
    'unknown',
    'registry-not-visible',
    ['domain name label', 'az acr show --name']
  ],
  [
    'the pull secret is named by neither the pod nor its account, which is in the manifests',
    ['no-pull-grant', 'finds-secret-that-neither-pod-nor-account-names'],
    'no-pull',
    'no-pull-grant',
    [
      'pull secret registry-credentials (manifest.yaml:29) covers contoso.azurecr.io, and no pod names it',
      'imagePullSecrets: [{name: registry-credentials}]'
    ]
  ],
  [
    'the token in the pull secret is in order, as far as Azure tells',
    ['pull-secret-not-proven', 'unknown-finds-token-in-order'],
    'unknown',
    'pull-secret-not-proven',
    ['Token deploy of registry contoso is enabled', 'its scope map lets it pull shop/web']
  ],
  [
    'a policy rewrites the image at admission',
    ['changed-at-admission', 'unknown-finds-policy-that-rewrites-images'],
    'unknown',
    'changed-at-admission',
    ['ClusterPolicy replace-image-registry changes images of pods at admission']
  ],
  [
    'the pull secret is a token of az acr login (azure-management-docs#29)',
    ['pull-secret-short-lived', 'finds-token-of-az-acr-login'],
    'unknown',
    'pull-secret-short-lived',
    ['a token that expires within hours', 'Put a token of the registry', 'Or grant AcrPull']
  ],
  [
    'no pod names the pull secret (azuredevopslabs#109)',
    ['pull-secret-not-visible', 'unknown-finds-secret-that-nobody-names'],
    'unknown',
    'pull-secret-not-visible',
    [
      'pull secret registry-credentials (manifest.yaml:22) covers contoso.azurecr.io, and no pod names it',
      'imagePullSecrets: [{name: registry-credentials}]'
    ]
  ],
  [
    'the token in the pull secret does not reach the repository',
    ['pull-secret-unusable', 'finds-token-leaves-repository-out'],
    'no-pull',
    'pull-secret-unusable',
    ['scope map has no content/read', 'scope-map update', 'Or do without the secret. Grant AcrPull']
  ],
  [
    'the credentials of a cache rule went bad (Azure/acr#893)',
    ['cache-rule-broken', 'finds-unhealthy-credentials'],
    'unknown',
    'cache-rule-broken',
    ['is not healthy']
  ],
  [
    'the cache rules were not looked at',
    ['cache-rule-broken', 'passes-nobody-asked'],
    'pull',
    null,
    ['Not asked: cache rules of registry contoso']
  ],
  [
    'the secret of the service principal ends after a year (Azure/AKS#3109)',
    ['node-without-identity', 'passes-service-principal'],
    'pull',
    null,
    ['Not proven: that the secret of service principal']
  ],
  [
    'the image has no tag (kubeflow/examples#654)',
    ['image-without-tag', 'finds-no-tag'],
    'pull',
    'image-without-tag',
    [':latest, which it has only if somebody pushed that tag']
  ],
  [
    'the role was given to the workload identity (azure-workload-identity#1049)',
    ['grant-to-other-identity', 'finds-workload-identity'],
    'no-pull',
    'grant-to-other-identity',
    ['the workload identity of service account web', 'but nodes pull with kubelet identity']
  ],
  [
    'everybody is denied, and nobody tells the object id of the service principal',
    ['deny-assignment', 'finds-everyone-and-a-principal-without-object-id'],
    'no-pull',
    'deny-assignment',
    ['forbids service principal']
  ],
  [
    'the registry is the default of a placeholder',
    ['image-host-placeholder', 'unknown-finds-default'],
    'unknown',
    'image-host-placeholder',
    ["--var 'REGISTRY=VALUE'"]
  ]
]

async function reportOf([check, name]: Situation[1]): Promise<Report> {
  const { manifests, facts } = await contextOf(check, name)
  return judgement(manifests, facts, 'file', policy)
}

const saidIn = ({ findings, verdicts, notProven, notAsked }: Report): string =>
  [
    ...verdicts.flatMap(({ because }) => because),
    ...findings.flatMap(({ message, remediation }) => [
      message,
      ...remediation.flatMap(({ description, command }) => [description, command ?? ''])
    ]),
    ...notProven.map(text => `Not proven: ${text}`),
    ...notAsked.map(text => `Not asked: ${text}`)
  ].join('\n')

test.each(situations)('%s', async (_reported, fixture, result, first, words) => {
  const report = await reportOf(fixture)
  expect(report.verdicts.map(verdict => verdict.result)).toContain(result)
  expect(ranked(report.findings)[0]?.check ?? null).toBe(first)
  const said = saidIn(report)
  expect(words.filter(text => !said.includes(text))).toEqual([])
})

test('a note that cannot be answered can be accepted, and no verdict changes', async () => {
  const { manifests, facts } = await contextOf('registry-data-endpoint', 'finds-data-endpoints')
  const before = judgement(manifests, facts, 'file', policy)
  const after = judgement(manifests, facts, 'file', {
    ...policy,
    checkSeverity: { 'registry-data-endpoint': 'off' }
  })
  const ids = ({ findings }: Report) => findings.map(({ check }) => check)
  expect(ids(before)).toContain('registry-data-endpoint')
  expect(ids(after)).not.toContain('registry-data-endpoint')
  expect(after.verdicts).toEqual(before.verdicts)
})
