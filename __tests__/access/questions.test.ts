import { describe, expect, test } from '@jest/globals'
import { questionsLeft, requestFor } from '../../src/access/questions.ts'
import { known, unknown } from '../../src/facts/fact.ts'
import type { Manifests } from '../../src/kubernetes/manifests.ts'
import {
  assigned,
  assignment,
  clusterId,
  controlPlane,
  denials,
  deny,
  everyone,
  factsWith,
  group,
  identity,
  kubelet,
  permission,
  registryScope,
  roles,
  type Setting
} from './facts-builder.ts'
import { account, binding, manifestsOf, pod, use } from './manifests-builder.ts'

const image = 'contoso.azurecr.io/team/app:1.0'
const clientId = 'c0000000-0000-4000-8000-000000000003'
/** Of the kubelet identity. */
const kubeletClient = 'c0000000-0000-4000-8000-000000000001'
const cloud = { name: 'AzurePublicCloud', registrySuffixes: ['azurecr.io'] } as const
const options = {
  cloud,
  registryHosts: [],
  kubeletObjectId: null,
  thorough: false,
  quick: false,
  images: [],
  registryLookup: 'auto'
} as const

describe('what Azure is asked first', () => {
  const asked = (
    manifests: Partial<Manifests>,
    changes: Partial<Parameters<typeof requestFor>[2]> = {}
  ) => requestFor(manifestsOf(manifests), [clusterId], { ...options, ...changes })

  test('the registries of all images, each once, in lower case and without port', () => {
    const uses = [image, 'contoso.azurecr.io/other', 'Fabrikam.azurecr.io:443/app', 'nginx'].map(
      text => use(text)
    )
    const ofContoso = { registry: 'contoso.azurecr.io' }
    expect(asked({ uses })).toEqual({
      clusters: [clusterId],
      registryHosts: ['contoso.azurecr.io', 'fabrikam.azurecr.io'],
      identities: [],
      kubeletObjectId: null,
      thorough: false,
      quick: false,
      images: [
        { ...ofContoso, repository: 'team/app', reference: '1.0' },
        { ...ofContoso, repository: 'other', reference: 'latest' }
      ],
      registryLookup: 'auto'
    })
  })

  test.each<[string, readonly string[], readonly string[]]>([
    [
      'each tag and digest once, the digest where both are written',
      [image, image, `${image}@sha256:${'a'.repeat(64)}`],
      ['1.0', `sha256:${'a'.repeat(64)}`]
    ],
    [
      'none behind a placeholder',
      ['contoso.azurecr.io/a:${TAG}', 'contoso.azurecr.io/a:1@${D}'],
      []
    ],
    [
      'none of hosts that serve nothing, and of other registries',
      [
        'contoso.azurecr.io:8443/a:1',
        'contoso.privatelink.azurecr.io/a:1',
        'contoso.azurecr.us/a:1',
        'nginx:1'
      ],
      []
    ]
  ])('of the images: %s', (_, texts, references) => {
    const { images } = asked({ uses: texts.map(text => use(text)) })
    expect(images.map(({ reference }) => reference)).toEqual(references)
  })

  test('no image where the registries are not to be asked', () => {
    expect(asked({ uses: [use(image)] }, { images: [], registryLookup: 'off' }).images).toEqual([])
  })

  test('not those of mentions, of images that are never pulled, and of other clouds', () => {
    const uses = [
      use(image, { class: 'mention' }),
      use('fabrikam.azurecr.io/app', { pullPolicy: 'Never' }),
      use('contoso.azurecr.us/app')
    ]
    expect(asked({ uses }).registryHosts).toEqual([])
  })

  test('registries that the user names, and the object id', () => {
    const changes = { registryHosts: ['Extra.azurecr.io'], kubeletObjectId: kubelet }
    expect(asked({ uses: [use(image)] }, changes)).toMatchObject({
      registryHosts: ['extra.azurecr.io', 'contoso.azurecr.io'],
      kubeletObjectId: kubelet
    })
  })

  test('identities of service accounts, and of bindings to these registries', () => {
    const bindings = [
      binding({ managedIdentity: 'bound' }),
      binding({ managedIdentity: 'elsewhere', server: 'fabrikam.azurecr.io' }),
      binding()
    ]
    const serviceAccounts = [
      account('a', { annotations: { 'kubernetes.azure.com/acr-client-id': clientId } }),
      account('b')
    ]
    const manifests = { serviceAccounts, pullBindings: bindings }
    expect(asked({ uses: [use(image)], ...manifests }).identities).toEqual([clientId, 'bound'])
    expect(asked(manifests).identities).toEqual([])
  })
})

describe('what the first answers leave open', () => {
  const left = (setting: Setting, manifests: Partial<Manifests> = {}) =>
    questionsLeft(manifestsOf({ uses: [use(image)], ...manifests }), factsWith(setting), false)
  const granted: Setting = { held: [assignment(roles.pull)] }
  const registryId = registryScope('contoso')
  const asking = (principalIds: readonly string[], identities: readonly string[] = []) => ({
    kind: 'assignments',
    registryId,
    principalIds,
    identities
  })
  const others = asking([kubeletClient, controlPlane])
  const reach = { kind: 'deny-reach', registryId, principalId: kubelet }
  const bindings = { kind: 'identityBindings', clusterId }
  const toPrincipals = (...principals: readonly (readonly [id: string, type: string])[]) => ({
    principals: principals.map(([id, type]) => ({ id, type }))
  })
  const toGroup = toPrincipals([group, 'Group'])
  const pull = (defaultManagedIdentityId: string | null) => ({
    cluster: { serviceAccountPull: known({ enabled: true, defaultManagedIdentityId }) }
  })
  const found = { reference: clientId, answer: known(identity('team', group, clientId)) }
  const away = unknown('not-visible', 'its name is taken')

  test.each<[string, Setting, readonly unknown[]]>([
    ['nothing where the puller is granted', granted, []],
    [
      'nothing at an open registry with a grant',
      { ...granted, registry: { anonymousPull: true } },
      []
    ],
    ['other identities where the puller has no grant', {}, [others]],
    [
      'other identities where the role has no pull',
      { held: [assignment(roles.catalogLister)] },
      [others]
    ],
    [
      'nothing where the role is of the other mode',
      { ...granted, registry: { roleAssignmentMode: 'abac' } },
      []
    ],
    ['nothing where the assignments could not be read', { facts: { assignments: [] } }, []],
    ['nothing where the registry is not known', { registryAnswer: away }, []],
    [
      'nothing where the cluster is not known',
      { facts: { clusters: [{ id: clusterId, answer: away }] } },
      []
    ],
    [
      'nothing about identities that were asked about',
      {
        facts: {
          assignments: [
            assigned([]),
            assigned([], { principalId: controlPlane }),
            assigned([], { principalId: kubeletClient })
          ]
        }
      },
      []
    ],
    [
      'the client id where the cluster has no others',
      { cluster: { otherIdentities: [] } },
      [asking([kubeletClient])]
    ],
    ['groups that a denial names', { ...granted, denied: [deny(toGroup)] }, [reach]],
    [
      'groups that a denial names beside a user',
      { ...granted, denied: [deny(toPrincipals([controlPlane, 'User'], [group, 'Group']))] },
      [reach]
    ],
    [
      'members of what has no type that is known',
      { ...granted, denied: [deny(toPrincipals([group, 'Unknown']))] },
      [reach]
    ],
    ['no groups where everyone is denied', { ...granted, denied: [deny()] }, []],
    [
      'no groups where everyone is denied beside a group',
      { ...granted, denied: [deny(toPrincipals([everyone, 'SystemDefined'], [group, 'Group']))] },
      []
    ],
    [
      'no groups where the puller is denied beside a group',
      {
        ...granted,
        denied: [deny(toPrincipals([group, 'Group'], [kubelet.toUpperCase(), 'ServicePrincipal']))]
      },
      []
    ],
    ...['User', 'ServicePrincipal', 'Device', 'SystemDefined', 'serviceprincipal'].map(
      type =>
        [
          `no groups where the other that is denied is a ${type}`,
          { ...granted, denied: [deny(toPrincipals([group, type]))] },
          []
        ] as [string, Setting, readonly unknown[]]
    ),
    [
      'no groups where the denial leaves pulls alone',
      {
        ...granted,
        denied: [deny({ ...toGroup, permissions: [permission({ actions: ['*/write'] })] })]
      },
      []
    ],
    [
      'no groups where the denial stands elsewhere',
      { ...granted, denied: [deny({ ...toGroup, scope: registryScope('x') })] },
      []
    ],
    [
      'no groups that were asked about',
      {
        ...granted,
        facts: {
          denyAssignments: [
            denials([deny(toGroup)], { reaching: [{ principalId: kubelet, answer: away }] })
          ]
        }
      },
      []
    ],
    [
      'the default identity of service accounts',
      pull(clientId),
      [{ kind: 'identity', reference: clientId }, bindings]
    ],
    ['no default identity that is none', pull(null), [bindings]],
    [
      'no default identity that was asked about, and nobody else in its place',
      {
        ...pull(clientId),
        facts: { identities: [found], assignments: [assigned([], { principalId: group })] }
      },
      [bindings]
    ]
  ])('%s', (_name, setting, expected) => {
    expect(left(setting)).toEqual(expected)
  })

  test('each question is asked once for many images', () => {
    const uses = ['a', 'b', 'c'].map(name => use(`contoso.azurecr.io/${name}`))
    expect(left({ denied: [deny(toGroup)] }, { uses })).toEqual([others, reach])
  })

  test('no identity without an image of an Azure registry', () => {
    expect(left(pull(clientId), { uses: [use('nginx')] })).toEqual([bindings])
  })

  test('nothing more after the answers have come', () => {
    const setting: Setting = {
      facts: {
        assignments: [
          assigned([]),
          assigned([], { principalId: controlPlane, groupsResolved: false }),
          assigned([], { principalId: kubeletClient, groupsResolved: false })
        ],
        denyAssignments: [
          denials([deny(toGroup)], { reaching: [{ principalId: kubelet, answer: known([]) }] })
        ]
      }
    }
    expect(
      left(setting, { uses: [use(image, { pod: pod({ imagePullSecrets: ['x'] }) })] })
    ).toEqual([])
  })
})
