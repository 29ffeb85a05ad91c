import { describe, expect, test } from '@jest/globals'
import { reasonOf } from '../../../src/access/pull-access.ts'
import type { Cluster } from '../../../src/facts/facts.ts'
import { known, unknown, type Fact } from '../../../src/facts/fact.ts'
import type { IdentityBinding } from '../../../src/facts/related-resources/identity-bindings.ts'
import { noRelatedResources } from '../../../src/facts/related-resources/index.ts'
import {
  assigned,
  assignment,
  cluster,
  controlPlane,
  deny,
  identity,
  kubelet,
  nodePool,
  roles,
  type Setting
} from '../facts-builder.ts'
import {
  granted,
  image,
  judged,
  type Row,
  accessOn,
  sentencesOf,
  withPod,
  naming
} from '../judging.ts'
import { account, pod, secret, use } from '../manifests-builder.ts'

describe('service account image pull', () => {
  const puller = 'b0000000-0000-4000-8000-000000000003'
  const clientId = 'c0000000-0000-4000-8000-000000000003'
  const fallback = 'c0000000-0000-4000-8000-000000000004'
  const found = { reference: clientId, answer: known(identity('team', puller, clientId)) }
  const on = (defaultManagedIdentityId: string | null = null) =>
    known({ enabled: true, defaultManagedIdentityId })
  const annotated = {
    serviceAccounts: [
      account('default', { annotations: { 'kubernetes.azure.com/acr-client-id': clientId } })
    ]
  }
  const own = cluster().nodeIdentity
  const ownClient = own.kind === 'kubelet-identity' ? own.clientId : null
  const bindingOf = (id: string | null, resourceId: string | null): IdentityBinding => ({
    name: `for ${id ?? 'nobody'}`,
    clientId: id,
    resourceId
  })
  const bound = known([
    bindingOf(clientId, identity('team', puller, clientId).resourceId),
    bindingOf(fallback, '/fallback'),
    bindingOf(ownClient, '/own')
  ])
  const settingOf = (
    serviceAccountPull: Cluster['serviceAccountPull'],
    held: Setting['held'] = [],
    changes: Partial<Cluster> = {},
    bindings: Fact<readonly IdentityBinding[]> = bound
  ): Setting => ({
    cluster: { serviceAccountPull, ...changes },
    facts: {
      relatedResources: {
        ...noRelatedResources,
        identityBindings: [{ clusterId: cluster().id.toUpperCase(), answer: bindings }]
      },
      identities: [found],
      assignments: [assigned([assignment(roles.pull)]), assigned(held, { principalId: puller })]
    }
  })
  const pulls = [assignment(roles.pull, { principalId: puller })]
  const unread = unknown('unexpected-answer', 'no preview answer')
  const windows = [nodePool({ osType: 'Windows' })]
  const mixed = [nodePool(), nodePool({ name: 'win', osType: 'Windows' })]

  test.each<Row>([
    [
      'the annotated identity pulls',
      settingOf(on(), pulls),
      annotated,
      'granted',
      'granted',
      'service-account-identity'
    ],
    [
      'without a binding of the cluster it does not',
      settingOf(on(), pulls, {}, known([])),
      annotated,
      'refused',
      'identity-binding-missing',
      'none'
    ],
    [
      'nor by a binding for another identity',
      settingOf(on(), pulls, {}, known([bindingOf(fallback, '/fallback')])),
      annotated,
      'refused',
      'identity-binding-missing',
      'none'
    ],
    [
      'a binding that Azure did not describe may be for it',
      settingOf(on(), pulls, {}, known([bindingOf(null, '/fallback')])),
      annotated,
      'undecided',
      'fact-missing',
      'service-account-identity'
    ],
    [
      'where the bindings could not be read, the pull is open',
      settingOf(on(), pulls, {}, unknown('forbidden', 'it lacks a right')),
      annotated,
      'undecided',
      'fact-missing',
      'service-account-identity'
    ],
    [
      'without a grant it does not matter whether it is bound',
      settingOf(on(), [], {}, unknown('forbidden', 'it lacks a right')),
      annotated,
      'refused',
      'no-grant',
      'service-account-identity'
    ],
    [
      'an older node image neither pulls nor fails for sure',
      settingOf(on(), pulls, {
        nodePools: [nodePool({ kubernetesVersion: '1.33.5' })]
      }),
      annotated,
      'undecided',
      'fact-missing',
      'service-account-identity'
    ],
    [
      'nor does it without a grant, because it may pull in another way',
      settingOf(on(), [], { nodePools: [nodePool({ kubernetesVersion: '1.33.5' })] }),
      annotated,
      'undecided',
      'fact-missing',
      'service-account-identity'
    ],
    [
      'an empty annotation hides the default',
      settingOf(on(clientId), pulls),
      {
        serviceAccounts: [
          account('default', { annotations: { 'kubernetes.azure.com/acr-client-id': '' } })
        ]
      },
      'refused',
      'service-account-identity-missing',
      'none'
    ],
    [
      'a client id with blanks is none',
      settingOf(on(clientId), pulls),
      {
        serviceAccounts: [
          account('default', {
            annotations: { 'kubernetes.azure.com/acr-client-id': ` ${clientId}` }
          })
        ]
      },
      'refused',
      'service-account-identity-missing',
      'none'
    ],
    [
      'a placeholder for the client id is filled in later',
      settingOf(on(clientId), pulls),
      {
        serviceAccounts: [
          account('default', {
            annotations: { 'kubernetes.azure.com/acr-client-id': '${CLIENT_ID}' }
          })
        ]
      },
      'undecided',
      'fact-missing',
      'service-account-identity'
    ],
    [
      'the kubelet identity is no fallback',
      settingOf(on()),
      annotated,
      'refused',
      'no-grant',
      'service-account-identity'
    ],
    [
      'the default identity pulls for the others',
      settingOf(on(clientId), pulls),
      {},
      'granted',
      'granted',
      'service-account-identity'
    ],
    [
      'the default identity is known by its ARM id too',
      settingOf(on(identity('team', '', '').resourceId.toLowerCase()), pulls),
      {},
      'granted',
      'granted',
      'service-account-identity'
    ],
    [
      'without annotation and default nobody pulls',
      settingOf(on()),
      {},
      'refused',
      'service-account-identity-missing',
      'none'
    ],
    [
      'without annotation and default an open registry is pulled anonymously',
      { ...settingOf(on()), registry: { anonymousPull: true } },
      {},
      'granted',
      'anonymous-pull',
      'anonymous'
    ],
    [
      'an identity that was not found is unknown',
      settingOf(on(fallback), pulls),
      {},
      'undecided',
      'fact-missing',
      'service-account-identity'
    ],
    [
      'a named account that only the cluster has is unknown',
      settingOf(on(clientId), pulls),
      withPod({ serviceAccountName: 'builder' }),
      'undecided',
      'service-account-not-visible',
      'service-account-identity'
    ],
    [
      'a hidden account is unknown even beside broken secrets',
      settingOf(on(clientId), pulls),
      {
        ...withPod({ serviceAccountName: 'builder', imagePullSecrets: ['x'] }),
        secrets: [secret('x', { entries: [] })]
      },
      'undecided',
      'service-account-not-visible',
      'service-account-identity'
    ],
    [
      'off, the annotation changes nothing',
      settingOf(known({ enabled: false, defaultManagedIdentityId: null })),
      annotated,
      'granted',
      'granted',
      'kubelet-identity'
    ],
    [
      'not readable, an annotation makes it unknown',
      settingOf(unread, pulls),
      annotated,
      'undecided',
      'fact-missing',
      'service-account-identity'
    ],
    [
      'not readable, no annotation: the kubelet identity',
      settingOf(unread),
      {},
      'granted',
      'granted',
      'kubelet-identity'
    ],
    [
      'Windows nodes keep the kubelet identity',
      settingOf(on(), [], { nodePools: windows }),
      annotated,
      'granted',
      'granted',
      'kubelet-identity'
    ],
    [
      'Windows nodes keep the kubelet identity where it is not readable',
      settingOf(unread, [], { nodePools: windows }),
      annotated,
      'granted',
      'granted',
      'kubelet-identity'
    ],
    [
      'a pod for both systems is unknown where they differ',
      settingOf(on(), [], { nodePools: mixed }),
      annotated,
      'undecided',
      'nodes-differ',
      'kubelet-identity'
    ],
    [
      'a pod for both systems pulls where both do',
      settingOf(on(), pulls, { nodePools: mixed }),
      annotated,
      'granted',
      'granted',
      'service-account-identity'
    ],
    [
      'a pod for Windows alone is judged there',
      settingOf(on(), [], { nodePools: mixed }),
      { ...annotated, ...withPod({ nodeSelector: { 'kubernetes.io/os': 'windows' } }) },
      'granted',
      'granted',
      'kubelet-identity'
    ],
    [
      'a pull secret still comes first',
      settingOf(on()),
      { ...annotated, ...naming('acr'), secrets: [secret('acr')] },
      'undecided',
      'pull-secret',
      'pull-secret'
    ]
  ])('%s', judged)

  test('a grant of the kubelet identity that is of no use is told', () => {
    const access = accessOn(settingOf(on()), annotated)
    expect(reasonOf(access).kind).toBe('no-grant')
    expect(sentencesOf(access)).toContain(
      `Kubelet identity aks-prod-agentpool (object id ${kubelet}) holds AcrPull, but on this cluster it pulls no images for pods.`
    )
  })

  test('the kubelet identity can be the default of service accounts', () => {
    expect(accessOn(settingOf(on(ownClient), pulls))).toMatchObject({
      result: 'granted',
      puller: { kind: 'service-account-identity', objectId: kubelet }
    })
  })
})

describe('the identity of the nodes', () => {
  const clientId = 'c0000000-0000-4000-8000-000000000005'
  const principal = (objectId: string | null): Partial<Cluster> => ({
    nodeIdentity: {
      kind: 'service-principal',
      clientId,
      objectId: objectId === null ? unknown('not-collected', 'ARM does not tell') : known(objectId)
    }
  })

  test.each<Row>([
    [
      'a service principal whose object id is given',
      { ...granted, cluster: principal(kubelet) },
      {},
      'granted',
      'granted',
      'service-principal'
    ],
    [
      'a service principal whose object id is not known',
      { ...granted, cluster: principal(null) },
      {},
      'undecided',
      'principal-unknown',
      'service-principal'
    ],
    [
      'an unknown service principal at an open registry',
      { registry: { anonymousPull: true }, cluster: principal(null) },
      {},
      'granted',
      'anonymous-pull',
      'anonymous'
    ],
    [
      'neither identity nor principal',
      { cluster: { nodeIdentity: { kind: 'none' } } },
      {},
      'undecided',
      'fact-missing',
      'none'
    ],
    [
      'no grant at an open registry',
      { registry: { anonymousPull: true } },
      {},
      'granted',
      'anonymous-pull',
      'anonymous'
    ],
    [
      'a denial at an open registry',
      { ...granted, denied: [deny()], registry: { anonymousPull: true } },
      {},
      'granted',
      'anonymous-pull',
      'anonymous'
    ],
    [
      'another tenant at an open registry',
      { registry: { anonymousPull: true, tenantId: 'other' } },
      {},
      'granted',
      'anonymous-pull',
      'anonymous'
    ],
    [
      'a grant at an open registry',
      { ...granted, registry: { anonymousPull: true } },
      {},
      'granted',
      'granted',
      'kubelet-identity'
    ],
    [
      'no grant where openness is not told',
      { registry: { anonymousPull: null } },
      {},
      'undecided',
      'fact-missing',
      'anonymous'
    ],
    [
      'a registry of another tenant',
      { ...granted, registry: { tenantId: 'other' } },
      {},
      'refused',
      'cross-tenant',
      'kubelet-identity'
    ]
  ])('%s', judged)

  describe('where another identity of the cluster holds the grant', () => {
    const held = (grant: Parameters<typeof assignment>[0]) => ({
      facts: {
        assignments: [
          assigned([]),
          assigned([assignment(grant, { principalId: controlPlane })], {
            principalId: controlPlane
          })
        ]
      }
    })

    test('that identity is named', () => {
      const verdict = accessOn(held(roles.pull))
      expect(verdict).toMatchObject({
        result: 'refused',
        cause: {
          kind: 'granted-to-other-identity',
          identity: { kind: 'control-plane', objectId: controlPlane },
          grant: { role: 'AcrPull' }
        },
        puller: { kind: 'kubelet-identity', objectId: kubelet }
      })
      expect(sentencesOf(verdict).join()).toContain(
        `The control-plane identity aks-prod (object id ${controlPlane}) holds AcrPull, but it never pulls images.`
      )
    })

    test('a role that gives no pull is none', () => {
      expect(reasonOf(accessOn(held(roles.network))).kind).toBe('no-grant')
    })

    test('a reason of the puller itself explains better', () => {
      const setting = held(roles.repositoryReader)
      const access = accessOn({
        registry: { roleAssignmentMode: 'abac' },
        facts: {
          assignments: [assigned([assignment(roles.pull)]), ...setting.facts.assignments.slice(1)]
        }
      })
      expect(reasonOf(access).kind).toBe('role-ineffective-in-mode')
    })
  })
})

describe('virtual nodes', () => {
  const selecting = withPod({ nodeSelector: { type: 'virtual-kubelet' } })
  const tolerating = withPod({
    tolerations: [
      { key: 'virtual-kubelet.io/provider', operator: 'Exists', value: null, effect: null }
    ]
  })
  const virtual = { ...granted, cluster: { virtualNodes: true } }

  test.each<Row>([
    [
      'a pod that selects one needs a secret',
      virtual,
      selecting,
      'refused',
      'virtual-node-needs-secret',
      'none'
    ],
    [
      'a pod that selects one may have a secret',
      virtual,
      {
        uses: [
          use(image, {
            pod: pod({ nodeSelector: { type: 'virtual-kubelet' }, imagePullSecrets: ['acr'] })
          })
        ]
      },
      'undecided',
      'secret-not-visible',
      'none'
    ],
    [
      'an open registry needs none',
      { ...virtual, registry: { anonymousPull: true } },
      selecting,
      'granted',
      'anonymous-pull',
      'anonymous'
    ],
    [
      'a pod that tolerates one may land there',
      virtual,
      tolerating,
      'undecided',
      'nodes-differ',
      'kubelet-identity'
    ],
    [
      'a pod that tolerates one where the add-on has none may land on one of the Helm chart',
      granted,
      tolerating,
      'undecided',
      'virtual-node-not-listed',
      'none'
    ],
    [
      'a pod that does not tolerate it stays on nodes',
      virtual,
      {},
      'granted',
      'granted',
      'kubelet-identity'
    ],
    [
      'a pod without any grant fails on both',
      { cluster: { virtualNodes: true } },
      tolerating,
      'refused',
      'no-grant',
      'kubelet-identity'
    ]
  ])('%s', judged)
})
