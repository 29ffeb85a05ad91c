import { describe, expect, test } from '@jest/globals'
import type { Cause, PullResult, Verdict } from '../../src/access/verdict.ts'
import { judgePulls } from '../../src/access/verdicts.ts'
import { known, unknown } from '../../src/facts/fact.ts'
import type { Cluster } from '../../src/facts/facts.ts'
import type { Manifests } from '../../src/kubernetes/manifests.ts'
import {
  assigned,
  assignment,
  cluster,
  controlPlane,
  deny,
  factsWith,
  identity,
  kubelet,
  nodePool,
  registryScope,
  roles,
  tenant,
  type Setting
} from './facts-builder.ts'
import { account, binding, entry, manifestsOf, pod, secret, use } from './manifests-builder.ts'

const image = 'contoso.azurecr.io/team/app:1.0'
const granted: Setting = { held: [assignment(roles.pull)] }

/** One image in one pod, unless changed. */
const verdictsOf = (
  setting: Setting,
  manifests: Partial<Manifests> = {},
  text = image
): readonly Verdict[] =>
  judgePulls(manifestsOf({ uses: [use(text)], ...manifests }), factsWith(setting))

const only = (verdicts: readonly Verdict[]): Verdict => {
  expect(verdicts).toHaveLength(1)
  const [verdict] = verdicts
  if (verdict === undefined) throw new Error('no verdict')
  return verdict
}

const withPod = (...changes: Parameters<typeof pod>): Partial<Manifests> => ({
  uses: [use(image, { pod: pod(...changes) })]
})

const naming = (...names: readonly string[]) => withPod({ imagePullSecrets: names })

type Row = readonly [
  name: string,
  setting: Setting,
  manifests: Partial<Manifests>,
  result: PullResult,
  cause: Cause['kind'],
  puller: Verdict['puller']['kind']
]

const judged = (
  _name: string,
  ...[setting, manifests, result, cause, puller]: Row extends readonly [unknown, ...infer Rest]
    ? Rest
    : never
) => {
  expect(only(verdictsOf(setting, manifests))).toMatchObject({
    result,
    cause: { kind: cause },
    puller: { kind: puller }
  })
}

describe('pull secrets of the pod', () => {
  const admin = secret('acr', {
    entries: [entry('contoso.azurecr.io', { user: { kind: 'name', name: 'Contoso' } })]
  })

  test.each<Row>([
    [
      'one that only the cluster has makes a missing grant unknown',
      {},
      naming('acr'),
      'unknown',
      'secret-not-visible',
      'kubelet-identity'
    ],
    [
      'one that only the cluster has does not hide a grant',
      granted,
      naming('acr'),
      'pull',
      'granted',
      'kubelet-identity'
    ],
    [
      'one that covers the host cannot be proved',
      {},
      { ...naming('acr'), secrets: [secret('acr')] },
      'unknown',
      'pull-secret',
      'pull-secret'
    ],
    [
      'one that covers the host does not hide a grant',
      granted,
      { ...naming('acr'), secrets: [secret('acr')] },
      'pull',
      'granted',
      'kubelet-identity'
    ],
    [
      'one for another host does not help',
      {},
      { ...naming('acr'), secrets: [secret('acr', { entries: [entry('fabrikam.azurecr.io')] })] },
      'no-pull',
      'no-grant',
      'kubelet-identity'
    ],
    [
      'one without password does not help',
      {},
      {
        ...naming('acr'),
        secrets: [secret('acr', { entries: [entry('contoso.azurecr.io', { complete: false })] })]
      },
      'no-pull',
      'no-grant',
      'kubelet-identity'
    ],
    [
      'one that the kubelet ignores does not help',
      {},
      {
        ...naming('acr'),
        secrets: [secret('acr', { type: 'Opaque', problem: 'its type is Opaque', entries: [] })]
      },
      'no-pull',
      'no-grant',
      'kubelet-identity'
    ],
    [
      'one of another namespace is not the pod’s',
      {},
      { ...naming('acr'), secrets: [secret('acr', { namespace: 'other' })] },
      'unknown',
      'secret-not-visible',
      'kubelet-identity'
    ],
    [
      'the admin user that is off does not help',
      {},
      { ...naming('acr'), secrets: [admin] },
      'no-pull',
      'no-grant',
      'kubelet-identity'
    ],
    [
      'the admin user that is on cannot be proved',
      { registry: { adminUser: true } },
      { ...naming('acr'), secrets: [admin] },
      'unknown',
      'pull-secret',
      'pull-secret'
    ],
    [
      'the admin user cannot be proved where Azure does not tell',
      { registry: { adminUser: null } },
      { ...naming('acr'), secrets: [admin] },
      'unknown',
      'pull-secret',
      'pull-secret'
    ],
    [
      'a broken one before a hidden one leaves it unknown',
      {},
      { ...naming('wrong', 'hidden'), secrets: [secret('wrong', { entries: [] })] },
      'unknown',
      'secret-not-visible',
      'kubelet-identity'
    ],
    [
      'a denied identity leaves the secret',
      { ...granted, denied: [deny()] },
      naming('acr'),
      'unknown',
      'secret-not-visible',
      'kubelet-identity'
    ],
    [
      'another tenant leaves the secret',
      { ...granted, registry: { tenantId: 'other' } },
      { ...naming('acr'), secrets: [secret('acr')] },
      'unknown',
      'pull-secret',
      'pull-secret'
    ],
    [
      'what Azure could tell explains before the secret',
      { facts: { assignments: [] } },
      naming('acr'),
      'unknown',
      'fact-missing',
      'kubelet-identity'
    ],
    ['a blank name is none', {}, naming(' ', ''), 'no-pull', 'no-grant', 'kubelet-identity']
  ])('%s', judged)

  test('all hidden ones are named', () => {
    expect(only(verdictsOf({}, naming('a', 'b'))).cause).toEqual({
      kind: 'secret-not-visible',
      names: ['a', 'b']
    })
  })

  test('neither users nor hosts of a secret are printed', () => {
    const { because } = only(
      verdictsOf(
        {},
        {
          ...naming('acr', 'other'),
          secrets: [
            secret('acr', { entries: [entry('contoso.azurecr.io')] }),
            secret('other', { entries: [entry('https://user:word@hidden.example')] })
          ]
        }
      )
    )
    expect(because.join('\n')).not.toMatch(/ci-token|hidden\.example|word@/)
  })

  test('a secret tried before the grant is told with the grant', () => {
    const { because } = only(verdictsOf(granted, naming('acr')))
    expect(because).toEqual([
      `Registry contoso.azurecr.io is ${registryScope('contoso')}; in mode "RBAC Registry Permissions" a pull needs Microsoft.ContainerRegistry/registries/pull/read.`,
      'Pull secret acr is not in the manifests; what it holds is known to the cluster alone.',
      'A credential that fails does not end the pull; the next one is tried.',
      'The nodes of cluster aks-prod pull with kubelet identity aks-prod-agentpool.',
      `Kubelet identity aks-prod-agentpool (object id ${kubelet}) holds AcrPull at registry contoso.`,
      'No blocking configuration was found for contoso.azurecr.io/team/app on cluster aks-prod.'
    ])
  })
})

describe('pull secrets of the service account', () => {
  const named = withPod({ serviceAccountName: 'builder' })
  const withSecret = account('builder', { imagePullSecrets: ['acr'] })

  test.each<Row>([
    [
      'a named account that only the cluster has makes a missing grant unknown',
      {},
      named,
      'unknown',
      'service-account-not-visible',
      'kubelet-identity'
    ],
    [
      'a named account that only the cluster has does not hide a grant',
      granted,
      named,
      'pull',
      'granted',
      'kubelet-identity'
    ],
    [
      'a named account without secrets has none',
      {},
      { ...named, serviceAccounts: [account('builder')] },
      'no-pull',
      'no-grant',
      'kubelet-identity'
    ],
    [
      'the secrets of a named account count',
      {},
      { ...named, serviceAccounts: [withSecret] },
      'unknown',
      'secret-not-visible',
      'kubelet-identity'
    ],
    [
      'the default account counts where the pod names none',
      {},
      { serviceAccounts: [account('default', { imagePullSecrets: ['acr'] })] },
      'unknown',
      'secret-not-visible',
      'kubelet-identity'
    ],
    [
      'the default account is assumed to have none',
      {},
      {},
      'no-pull',
      'no-grant',
      'kubelet-identity'
    ],
    [
      'an account of another namespace is another account',
      {},
      { ...named, serviceAccounts: [account('builder', { namespace: 'other' })] },
      'unknown',
      'service-account-not-visible',
      'kubelet-identity'
    ],
    [
      'a pod with secrets of its own gets none of the account',
      {},
      {
        ...withPod({ serviceAccountName: 'builder', imagePullSecrets: ['wrong'] }),
        serviceAccounts: [withSecret],
        secrets: [secret('wrong', { entries: [] })]
      },
      'no-pull',
      'no-grant',
      'kubelet-identity'
    ],
    [
      'a pod with secrets of its own does not hang on a hidden account',
      {},
      {
        ...withPod({ serviceAccountName: 'builder', imagePullSecrets: ['wrong'] }),
        secrets: [secret('wrong', { entries: [] })]
      },
      'no-pull',
      'no-grant',
      'kubelet-identity'
    ]
  ])('%s', judged)

  test('the assumption about the default account is said where it matters', () => {
    const assumption =
      'The pod names no service account, and account default of namespace shop is not in the manifests; it is assumed to have no pull secret.'
    expect(only(verdictsOf({})).because).toContain(assumption)
    expect(only(verdictsOf(granted)).because).not.toContain(assumption)
  })

  test('of two accounts of one name, the one nearest to the pod counts', () => {
    const at = (file: string) => ({ file, line: 1, column: 1, endLine: 1, endColumn: 1 })
    const serviceAccounts = [
      account('default', { location: at('overlays/dev/account.yaml'), imagePullSecrets: ['acr'] }),
      account('default', { location: at('overlays/prod/account.yaml') })
    ]
    const uses = ['dev', 'prod'].map(name =>
      use(image, { location: at(`overlays/${name}/app.yaml`) })
    )
    const verdicts = verdictsOf({}, { uses, serviceAccounts })
    expect(
      verdicts.map(({ result, uses }) => [result, uses.map(({ location }) => location.file)])
    ).toEqual([
      ['unknown', ['overlays/dev/app.yaml']],
      ['no-pull', ['overlays/prod/app.yaml']]
    ])
  })

  test('an image that no PodSpec surrounds is judged by the identity of the nodes', () => {
    const verdict = only(verdictsOf({}, { uses: [use(image, { class: 'field', pod: null })] }))
    expect(verdict).toMatchObject({ result: 'no-pull', cause: { kind: 'no-grant' } })
    expect(verdict.because.join()).toContain('No PodSpec surrounds the image')
  })
})

describe('AcrPullBinding', () => {
  const minter = 'b0000000-0000-4000-8000-000000000001'
  const clientId = 'c0000000-0000-4000-8000-000000000007'
  const bound = binding({ managedIdentity: clientId })
  const found = { reference: clientId, answer: known(identity('pull-images', minter, clientId)) }
  const setting = (held: Setting['held'], identities = [found]): Setting => ({
    facts: {
      identities,
      assignments: [assigned([]), assigned(held ?? [], { principalId: minter })]
    }
  })
  const pulls = [assignment(roles.pull, { principalId: minter })]

  test.each<Row>([
    [
      'for the default account pulls with its identity',
      setting(pulls),
      { pullBindings: [bound] },
      'pull',
      'granted',
      'pull-secret'
    ],
    [
      'whose secret the pod names pulls with its identity',
      setting(pulls),
      { ...naming('acr-pull-images'), pullBindings: [bound] },
      'pull',
      'granted',
      'pull-secret'
    ],
    [
      'for a hidden account pulls with its identity',
      setting(pulls),
      {
        ...withPod({ serviceAccountName: 'builder' }),
        pullBindings: [{ ...bound, serviceAccountName: 'builder' }]
      },
      'pull',
      'granted',
      'pull-secret'
    ],
    [
      'without a grant does not help',
      setting([]),
      { pullBindings: [bound] },
      'no-pull',
      'no-grant',
      'pull-secret'
    ],
    [
      'for another account is not the pod’s',
      setting(pulls),
      { pullBindings: [{ ...bound, serviceAccountName: 'other' }] },
      'no-pull',
      'no-grant',
      'kubelet-identity'
    ],
    [
      'for the account is not for pods with secrets of their own',
      setting(pulls),
      { ...naming('acr'), pullBindings: [bound] },
      'unknown',
      'secret-not-visible',
      'kubelet-identity'
    ],
    [
      'of another namespace is not the pod’s',
      setting(pulls),
      { pullBindings: [{ ...bound, namespace: 'other' }] },
      'no-pull',
      'no-grant',
      'kubelet-identity'
    ],
    [
      'for another server does not help',
      setting(pulls),
      { pullBindings: [{ ...bound, server: 'fabrikam.azurecr.io' }] },
      'no-pull',
      'no-grant',
      'kubelet-identity'
    ],
    [
      'with an identity that was not found is unknown',
      setting(pulls, []),
      { pullBindings: [bound] },
      'unknown',
      'fact-missing',
      'pull-secret'
    ],
    [
      'with a workload identity is unknown',
      setting(pulls),
      { pullBindings: [binding()] },
      'unknown',
      'secret-not-visible',
      'kubelet-identity'
    ]
  ])('%s', judged)

  test('the identity of the binding is the puller', () => {
    expect(only(verdictsOf(setting(pulls), { pullBindings: [bound] })).puller).toEqual({
      kind: 'pull-secret',
      objectId: minter,
      name: 'acr-pull-images'
    })
  })
})

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
  const settingOf = (
    serviceAccountPull: Cluster['serviceAccountPull'],
    held: Setting['held'] = [],
    changes: Partial<Cluster> = {}
  ): Setting => ({
    cluster: { serviceAccountPull, ...changes },
    facts: {
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
      'pull',
      'granted',
      'service-account-identity'
    ],
    [
      'the kubelet identity is no fallback',
      settingOf(on()),
      annotated,
      'no-pull',
      'no-grant',
      'service-account-identity'
    ],
    [
      'the default identity pulls for the others',
      settingOf(on(clientId), pulls),
      {},
      'pull',
      'granted',
      'service-account-identity'
    ],
    [
      'the default identity is known by its ARM id too',
      settingOf(on(identity('team', '', '').resourceId.toLowerCase()), pulls),
      {},
      'pull',
      'granted',
      'service-account-identity'
    ],
    [
      'without annotation and default nobody pulls',
      settingOf(on()),
      {},
      'no-pull',
      'service-account-identity-missing',
      'none'
    ],
    [
      'without annotation and default an open registry is pulled anonymously',
      { ...settingOf(on()), registry: { anonymousPull: true } },
      {},
      'pull',
      'anonymous-pull',
      'anonymous'
    ],
    [
      'an identity that was not found is unknown',
      settingOf(on(fallback), pulls),
      {},
      'unknown',
      'fact-missing',
      'service-account-identity'
    ],
    [
      'a named account that only the cluster has is unknown',
      settingOf(on(clientId), pulls),
      withPod({ serviceAccountName: 'builder' }),
      'unknown',
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
      'unknown',
      'service-account-not-visible',
      'service-account-identity'
    ],
    [
      'off, the annotation changes nothing',
      settingOf(known({ enabled: false, defaultManagedIdentityId: null })),
      annotated,
      'pull',
      'granted',
      'kubelet-identity'
    ],
    [
      'not readable, an annotation makes it unknown',
      settingOf(unread, pulls),
      annotated,
      'unknown',
      'fact-missing',
      'service-account-identity'
    ],
    [
      'not readable, no annotation: the kubelet identity',
      settingOf(unread),
      {},
      'pull',
      'granted',
      'kubelet-identity'
    ],
    [
      'Windows nodes keep the kubelet identity',
      settingOf(on(), [], { nodePools: windows }),
      annotated,
      'pull',
      'granted',
      'kubelet-identity'
    ],
    [
      'Windows nodes keep the kubelet identity where it is not readable',
      settingOf(unread, [], { nodePools: windows }),
      annotated,
      'pull',
      'granted',
      'kubelet-identity'
    ],
    [
      'a pod for both systems is unknown where they differ',
      settingOf(on(), [], { nodePools: mixed }),
      annotated,
      'unknown',
      'nodes-differ',
      'kubelet-identity'
    ],
    [
      'a pod for both systems pulls where both do',
      settingOf(on(), pulls, { nodePools: mixed }),
      annotated,
      'pull',
      'granted',
      'service-account-identity'
    ],
    [
      'a pod for Windows alone is judged there',
      settingOf(on(), [], { nodePools: mixed }),
      { ...annotated, ...withPod({ nodeSelector: { 'kubernetes.io/os': 'windows' } }) },
      'pull',
      'granted',
      'kubelet-identity'
    ],
    [
      'a pull secret still comes first',
      settingOf(on()),
      { ...annotated, ...naming('acr'), secrets: [secret('acr')] },
      'unknown',
      'pull-secret',
      'pull-secret'
    ]
  ])('%s', judged)

  test('a grant that only the kubelet identity of the same name has does not count', () => {
    const own = cluster().nodeIdentity
    const ownClient = own.kind === 'kubelet-identity' ? own.clientId : null
    expect(only(verdictsOf(settingOf(on(ownClient), pulls)))).toMatchObject({
      result: 'pull',
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
      'pull',
      'granted',
      'service-principal'
    ],
    [
      'a service principal whose object id is not known',
      { ...granted, cluster: principal(null) },
      {},
      'unknown',
      'principal-unknown',
      'service-principal'
    ],
    [
      'an unknown service principal at an open registry',
      { registry: { anonymousPull: true }, cluster: principal(null) },
      {},
      'pull',
      'anonymous-pull',
      'anonymous'
    ],
    [
      'neither identity nor principal',
      { cluster: { nodeIdentity: { kind: 'none' } } },
      {},
      'unknown',
      'fact-missing',
      'none'
    ],
    [
      'no grant at an open registry',
      { registry: { anonymousPull: true } },
      {},
      'pull',
      'anonymous-pull',
      'anonymous'
    ],
    [
      'a denial at an open registry',
      { ...granted, denied: [deny()], registry: { anonymousPull: true } },
      {},
      'pull',
      'anonymous-pull',
      'anonymous'
    ],
    [
      'another tenant at an open registry',
      { registry: { anonymousPull: true, tenantId: 'other' } },
      {},
      'pull',
      'anonymous-pull',
      'anonymous'
    ],
    [
      'a grant at an open registry',
      { ...granted, registry: { anonymousPull: true } },
      {},
      'pull',
      'granted',
      'kubelet-identity'
    ],
    [
      'no grant where openness is not told',
      { registry: { anonymousPull: null } },
      {},
      'no-pull',
      'no-grant',
      'kubelet-identity'
    ],
    [
      'a registry of another tenant',
      { ...granted, registry: { tenantId: 'other' } },
      {},
      'no-pull',
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
      const verdict = only(verdictsOf(held(roles.pull)))
      expect(verdict).toMatchObject({
        result: 'no-pull',
        cause: {
          kind: 'granted-to-other-identity',
          identity: { role: 'control-plane', objectId: controlPlane },
          grant: { role: 'AcrPull' }
        },
        puller: { kind: 'kubelet-identity', objectId: kubelet }
      })
      expect(verdict.because.join()).toContain(
        `The control-plane identity aks-prod (object id ${controlPlane}) holds AcrPull, but it never pulls images.`
      )
    })

    test('a role that gives no pull is none', () => {
      expect(only(verdictsOf(held(roles.network))).cause.kind).toBe('no-grant')
    })

    test('a reason of the puller itself explains better', () => {
      const setting = held(roles.repositoryReader)
      expect(
        only(
          verdictsOf({
            registry: { roleAssignmentMode: 'abac' },
            facts: {
              assignments: [
                assigned([assignment(roles.pull)]),
                ...setting.facts.assignments.slice(1)
              ]
            }
          })
        ).cause.kind
      ).toBe('role-ineffective-in-mode')
    })
  })
})

describe('hosts to which the nodes offer nothing', () => {
  const registryAt = (host: string, changes: Setting['registry'] = {}): Setting => ({
    ...granted,
    registry: { loginServer: host, ...changes }
  })
  const geo = 'contoso.westeurope.geo.azurecr.io'
  const old = { nodeImageVersion: 'AKSUbuntu-2204gen2containerd-202505.14.0' }
  const principal: Partial<Cluster> = {
    nodeIdentity: { kind: 'service-principal', clientId: 'c', objectId: known(kubelet) }
  }
  const resultAt = (host: string, setting: Setting, manifests: Partial<Manifests> = {}) => {
    const text = `${host}/team/app:1.0`
    const uses = manifests.uses?.map(each => use(text, { pod: each.pod })) ?? [use(text)]
    const { result, cause, puller } = only(verdictsOf(setting, { ...manifests, uses }))
    return [result, cause.kind, puller.kind]
  }
  const away = unknown('not-collected', 'it belongs to another cloud')

  test.each<[string, string, Setting, Partial<Manifests>, readonly string[]]>([
    [
      'a port',
      'contoso.azurecr.io:443',
      registryAt('contoso.azurecr.io'),
      {},
      ['no-pull', 'host-not-served', 'none']
    ],
    [
      'a port at an open registry',
      'contoso.azurecr.io:443',
      registryAt('contoso.azurecr.io', { anonymousPull: true }),
      {},
      ['pull', 'anonymous-pull', 'anonymous']
    ],
    [
      'a port at an open registry behind a secret',
      'contoso.azurecr.io:443',
      registryAt('contoso.azurecr.io', { anonymousPull: true }),
      naming('acr'),
      ['unknown', 'anonymous-not-proven', 'anonymous']
    ],
    [
      'a port and a hidden secret',
      'contoso.azurecr.io:443',
      registryAt('contoso.azurecr.io'),
      naming('acr'),
      ['unknown', 'secret-not-visible', 'none']
    ],
    [
      'another cloud whose registry cannot be seen',
      'contoso.azurecr.us',
      { registryAnswer: away, registry: { loginServer: 'contoso.azurecr.us' } },
      {},
      ['unknown', 'host-not-served', 'none']
    ],
    [
      'another cloud and a hidden secret',
      'contoso.azurecr.us',
      { registryAnswer: away, registry: { loginServer: 'contoso.azurecr.us' } },
      naming('acr'),
      ['unknown', 'secret-not-visible', 'none']
    ],
    [
      'another cloud whose registry is known',
      'contoso.azurecr.us',
      registryAt('contoso.azurecr.us'),
      {},
      ['no-pull', 'host-not-served', 'none']
    ],
    [
      'a regional endpoint on recent nodes',
      geo,
      registryAt(geo),
      {},
      ['pull', 'granted', 'kubelet-identity']
    ],
    [
      'a regional endpoint on old nodes',
      geo,
      { ...registryAt(geo), cluster: { nodePools: [nodePool(old)] } },
      {},
      ['no-pull', 'host-not-served', 'none']
    ],
    [
      'a regional endpoint on both',
      geo,
      {
        ...registryAt(geo),
        cluster: { nodePools: [nodePool(), nodePool({ ...old, name: 'old' })] }
      },
      {},
      ['unknown', 'nodes-differ', 'kubelet-identity']
    ],
    [
      'a regional endpoint on nodes of unknown image',
      geo,
      { ...registryAt(geo), cluster: { nodePools: [nodePool({ nodeImageVersion: null })] } },
      {},
      ['unknown', 'nodes-differ', 'kubelet-identity']
    ],
    [
      'a regional endpoint without any grant',
      geo,
      {
        ...registryAt(geo),
        held: [],
        cluster: { nodePools: [nodePool({ nodeImageVersion: null })] }
      },
      {},
      ['no-pull', 'no-grant', 'kubelet-identity']
    ],
    [
      'a regional endpoint for a service principal',
      geo,
      { ...registryAt(geo), cluster: principal },
      {},
      ['unknown', 'nodes-differ', 'service-principal']
    ],
    [
      'a regional endpoint that is open, without a grant',
      geo,
      { ...registryAt(geo, { anonymousPull: true }), held: [] },
      {},
      ['unknown', 'anonymous-not-proven', 'anonymous']
    ],
    [
      'a regional endpoint that is open, on old nodes',
      geo,
      { ...registryAt(geo, { anonymousPull: true }), cluster: { nodePools: [nodePool(old)] } },
      {},
      ['pull', 'anonymous-pull', 'anonymous']
    ],
    [
      'a domain name label',
      'contoso-h4sh.azurecr.io',
      registryAt('contoso-h4sh.azurecr.io'),
      {},
      ['pull', 'granted', 'kubelet-identity']
    ],
    [
      'upper case',
      'Contoso.azurecr.io',
      registryAt('contoso.azurecr.io'),
      {},
      ['pull', 'granted', 'kubelet-identity']
    ]
  ])('%s', (_name, host, setting, manifests, expected) => {
    expect(resultAt(host, setting, manifests)).toEqual(expected)
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
      'no-pull',
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
      'unknown',
      'secret-not-visible',
      'none'
    ],
    [
      'an open registry needs none',
      { ...virtual, registry: { anonymousPull: true } },
      selecting,
      'pull',
      'anonymous-pull',
      'anonymous'
    ],
    [
      'a pod that tolerates one may land there',
      virtual,
      tolerating,
      'unknown',
      'nodes-differ',
      'kubelet-identity'
    ],
    [
      'a pod that tolerates one lands on a node where there is none',
      granted,
      tolerating,
      'pull',
      'granted',
      'kubelet-identity'
    ],
    [
      'a pod that does not tolerate it stays on nodes',
      virtual,
      {},
      'pull',
      'granted',
      'kubelet-identity'
    ],
    [
      'a pod without any grant fails on both',
      { cluster: { virtualNodes: true } },
      tolerating,
      'no-pull',
      'no-grant',
      'kubelet-identity'
    ]
  ])('%s', judged)
})

describe('registries that cannot be read', () => {
  const missing = (code: Parameters<typeof unknown>[0], host = 'contoso.azurecr.io'): Setting => ({
    registry: { loginServer: host },
    registryAnswer: unknown(code, 'the reason')
  })
  const at = (host: string) => ({ uses: [use(`${host}/team/app`)] })
  const label = 'contoso-h4sh.azurecr.io'
  const geo = 'contoso.westeurope.geo.azurecr.io'

  test.each<Row>([
    [
      'a free name is no registry',
      missing('name-free'),
      {},
      'no-pull',
      'registry-not-found',
      'none'
    ],
    [
      'a free name is no registry, whatever the secret',
      missing('name-free'),
      naming('acr'),
      'no-pull',
      'registry-not-found',
      'none'
    ],
    [
      'a free name says nothing about a label',
      missing('name-free', label),
      at(label),
      'unknown',
      'registry-not-visible',
      'kubelet-identity'
    ],
    [
      'a free name says nothing about a regional endpoint',
      missing('name-free', geo),
      at(geo),
      'unknown',
      'registry-not-visible',
      'kubelet-identity'
    ],
    [
      'a taken name is not visible',
      missing('not-visible'),
      {},
      'unknown',
      'registry-not-visible',
      'kubelet-identity'
    ],
    [
      'a refusal is not visible',
      missing('forbidden'),
      {},
      'unknown',
      'registry-not-visible',
      'kubelet-identity'
    ],
    [
      'a time-out is a missing fact',
      missing('timeout'),
      {},
      'unknown',
      'fact-missing',
      'kubelet-identity'
    ],
    [
      'old facts are missing facts',
      missing('stale'),
      {},
      'unknown',
      'fact-missing',
      'kubelet-identity'
    ],
    [
      'a registry that nobody asked for is a missing fact',
      { facts: { registries: [] } },
      {},
      'unknown',
      'fact-missing',
      'kubelet-identity'
    ]
  ])('%s', judged)
})

describe('the same tenant in other words', () => {
  test('every sentence of a refusal can be verified', () => {
    expect(only(verdictsOf({})).because).toEqual([
      `Registry contoso.azurecr.io is ${registryScope('contoso')}; in mode "RBAC Registry Permissions" a pull needs Microsoft.ContainerRegistry/registries/pull/read.`,
      'The nodes of cluster aks-prod pull with kubelet identity aks-prod-agentpool.',
      `Kubelet identity aks-prod-agentpool (object id ${kubelet}) has no role assignment at registry contoso or above that lets it pull, neither directly nor through a group.`,
      'Anonymous pull is off at registry contoso.',
      'The pod names no service account, and account default of namespace shop is not in the manifests; it is assumed to have no pull secret.',
      'No credential that cluster aks-prod tries can pull contoso.azurecr.io/team/app.'
    ])
  })

  test('tenants are named', () => {
    const { because } = only(verdictsOf({ registry: { tenantId: 'other' } }))
    expect(because.join()).toContain(`belongs to tenant ${tenant}, the registry to tenant other`)
  })
})
