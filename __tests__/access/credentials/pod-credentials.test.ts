import { describe, expect, test } from '@jest/globals'
import { reasonOf } from '../../../src/access/pull-access.ts'
import { judgeAccess } from '../../../src/access/judge-access.ts'
import { known } from '../../../src/facts/fact.ts'
import {
  assigned,
  assignment,
  deny,
  factsWith,
  identity,
  kubelet,
  registryScope,
  roles,
  type Setting
} from '../facts-builder.ts'
import {
  granted,
  image,
  judged,
  naming,
  type Row,
  accessOn,
  sentencesOf,
  withPod
} from '../judging.ts'
import { everything, type PodChanger } from '../../../src/kubernetes/admission/pod-changer.ts'
import type { ManifestProblem, Secret } from '../../../src/kubernetes/manifests.ts'
import { lineLocation } from '../../../src/yaml/location.ts'
import { account, binding, entry, manifestsOf, problem, secret, use } from '../manifests-builder.ts'

const patcher: PodChanger = {
  text: 'CronJob x patches',
  location: lineLocation('x.yaml', 2),
  changes: [{ what: 'accounts' }],
  selection: everything
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
      'undecided',
      'secret-not-visible',
      'kubelet-identity'
    ],
    [
      'one that only the cluster has does not hide a grant',
      granted,
      naming('acr'),
      'granted',
      'granted',
      'kubelet-identity'
    ],
    [
      'one that covers the host cannot be proved',
      {},
      { ...naming('acr'), secrets: [secret('acr')] },
      'undecided',
      'pull-secret',
      'pull-secret'
    ],
    [
      'one that covers the host does not hide a grant',
      granted,
      { ...naming('acr'), secrets: [secret('acr')] },
      'granted',
      'granted',
      'kubelet-identity'
    ],
    [
      'one for another host does not help',
      {},
      { ...naming('acr'), secrets: [secret('acr', { entries: [entry('fabrikam.azurecr.io')] })] },
      'refused',
      'pull-secret-unusable',
      'kubelet-identity'
    ],
    [
      'one without password does not help',
      {},
      {
        ...naming('acr'),
        secrets: [secret('acr', { entries: [entry('contoso.azurecr.io', { complete: false })] })]
      },
      'refused',
      'pull-secret-unusable',
      'kubelet-identity'
    ],
    [
      'one that the kubelet ignores does not help',
      {},
      {
        ...naming('acr'),
        secrets: [
          secret('acr', {
            type: 'Opaque',
            problem: { text: 'its type is Opaque', endsPull: false },
            entries: []
          })
        ]
      },
      'refused',
      'pull-secret-unusable',
      'kubelet-identity'
    ],
    [
      'one that the kubelet cannot decode ends the pull, whatever else is granted',
      granted,
      {
        ...naming('other', 'acr'),
        secrets: [
          secret('acr', { problem: { text: 'it is no JSON', endsPull: true }, entries: [] })
        ]
      },
      'refused',
      'pull-secret-undecodable',
      'none'
    ],
    [
      'one of another namespace is not the pod’s',
      {},
      { ...naming('acr'), secrets: [secret('acr', { namespace: 'other' })] },
      'undecided',
      'secret-not-visible',
      'kubelet-identity'
    ],
    [
      'the admin user that is off does not help',
      {},
      { ...naming('acr'), secrets: [admin] },
      'refused',
      'pull-secret-unusable',
      'kubelet-identity'
    ],
    [
      'the admin user that is on cannot be proved',
      { registry: { adminUser: true } },
      { ...naming('acr'), secrets: [admin] },
      'undecided',
      'pull-secret',
      'pull-secret'
    ],
    [
      'the admin user cannot be proved where Azure does not tell',
      { registry: { adminUser: null } },
      { ...naming('acr'), secrets: [admin] },
      'undecided',
      'pull-secret',
      'pull-secret'
    ],
    [
      'a broken one before a hidden one leaves it unknown',
      {},
      { ...naming('wrong', 'hidden'), secrets: [secret('wrong', { entries: [] })] },
      'undecided',
      'secret-not-visible',
      'kubelet-identity'
    ],
    [
      'a denied identity leaves the secret',
      { ...granted, denied: [deny()] },
      naming('acr'),
      'undecided',
      'secret-not-visible',
      'kubelet-identity'
    ],
    [
      'another tenant leaves the secret',
      { ...granted, registry: { tenantId: 'other' } },
      { ...naming('acr'), secrets: [secret('acr')] },
      'undecided',
      'pull-secret',
      'pull-secret'
    ],
    [
      'what Azure could tell explains before the secret',
      { facts: { assignments: [] } },
      naming('acr'),
      'undecided',
      'fact-missing',
      'kubelet-identity'
    ],
    ['a blank name is none', {}, naming(' ', ''), 'refused', 'no-grant', 'kubelet-identity']
  ])('%s', judged)

  test('all hidden ones are named', () => {
    expect(reasonOf(accessOn({}, naming('a', 'b')))).toEqual({
      kind: 'secret-not-visible',
      secrets: [
        { name: 'a', why: { kind: 'in-cluster' } },
        { name: 'b', why: { kind: 'in-cluster' } }
      ]
    })
  })

  test('neither users nor hosts of a secret are printed', () => {
    const access = accessOn(
      {},
      {
        ...naming('acr', 'other'),
        secrets: [
          secret('acr', { entries: [entry('contoso.azurecr.io')] }),
          secret('other', { entries: [entry('https://user:word@hidden.example')] })
        ]
      }
    )
    expect(sentencesOf(access).join('\n')).not.toMatch(/ci-token|hidden\.example|word@/)
  })

  const at = (file: string) => ({ location: lineLocation(file) })
  const other = { entries: [entry('fabrikam.azurecr.io')] }

  test.each<[string, readonly Secret[], string, string]>([
    ['without entry', [secret('acr', { entries: [] })], 'refused', 'it has no entry'],
    [
      'for other registries',
      [secret('acr', { entries: [entry('a.example'), entry('b.example')] })],
      'refused',
      'none of its 2 entries covers contoso.azurecr.io/team/app'
    ],
    [
      'without password',
      [secret('acr', { entries: [entry('contoso.azurecr.io', { complete: false })] })],
      'refused',
      'its entry for contoso.azurecr.io has no user name or no password'
    ],
    [
      'that is written in two ways',
      [
        secret('acr', at('dev/secret.yaml')),
        secret('acr', { ...at('prod/secret.yaml'), ...other })
      ],
      'undecided',
      'is written in several ways (dev/secret.yaml, prod/secret.yaml)'
    ],
    [
      'that is written twice alike',
      [
        secret('acr', { ...at('dev/secret.yaml'), ...other }),
        secret('acr', { ...at('prod/secret.yaml'), ...other })
      ],
      'refused',
      'its entry does not cover contoso.azurecr.io/team/app'
    ]
  ])('a secret %s says so', (_name, secrets, result, sentence) => {
    const access = accessOn({}, { ...naming('acr'), secrets })
    expect(access.result).toBe(result)
    expect(sentencesOf(access).join('\n')).toContain(sentence)
  })

  test('a secret tried before the grant is told with the grant', () => {
    const access = accessOn(granted, naming('acr'))
    expect(sentencesOf(access)).toEqual([
      `Registry contoso.azurecr.io is ${registryScope('contoso')}; in mode "RBAC Registry Permissions" a pull needs Microsoft.ContainerRegistry/registries/pull/read.`,
      'Pull secret acr is not in the manifests; what it holds is known to the cluster alone.',
      'A credential that fails does not end the pull; the next one is tried.',
      'The nodes of cluster aks-prod pull with kubelet identity aks-prod-agentpool.',
      `Kubelet identity aks-prod-agentpool (object id ${kubelet}) holds AcrPull at registry contoso.`
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
      'undecided',
      'service-account-not-visible',
      'kubelet-identity'
    ],
    [
      'a named account that only the cluster has does not hide a grant',
      granted,
      named,
      'granted',
      'granted',
      'kubelet-identity'
    ],
    [
      'a named account without secrets has none',
      {},
      { ...named, serviceAccounts: [account('builder')] },
      'refused',
      'no-grant',
      'kubelet-identity'
    ],
    [
      'the secrets of a named account count',
      {},
      { ...named, serviceAccounts: [withSecret] },
      'undecided',
      'secret-not-visible',
      'kubelet-identity'
    ],
    [
      'the default account counts where the pod names none',
      {},
      { serviceAccounts: [account('default', { imagePullSecrets: ['acr'] })] },
      'undecided',
      'secret-not-visible',
      'kubelet-identity'
    ],
    [
      'the default account is assumed to have none',
      {},
      {},
      'refused',
      'no-grant',
      'kubelet-identity'
    ],
    [
      'an account of another namespace is another account',
      {},
      { ...named, serviceAccounts: [account('builder', { namespace: 'other' })] },
      'undecided',
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
      'refused',
      'no-grant',
      'kubelet-identity'
    ],
    [
      'a pod that names account default is one that names none',
      {},
      withPod({ serviceAccountName: 'default' }),
      'refused',
      'no-grant',
      'kubelet-identity'
    ],
    [
      'whoever does not assume the default account empty gets no proof of it',
      {},
      { ...withPod({}), defaultAccount: 'unknown' },
      'undecided',
      'service-account-not-visible',
      'kubelet-identity'
    ],
    [
      'an account that a program in sight may patch is not taken for empty',
      {},
      {
        ...withPod({}),
        podChangers: [patcher]
      },
      'undecided',
      'pull-secret-hinted',
      'kubelet-identity'
    ],
    [
      'an account that a program in sight may patch adds nothing to a pod with pull secrets of its own',
      {},
      {
        ...withPod({ imagePullSecrets: ['wrong'] }),
        secrets: [secret('wrong', { entries: [] })],
        podChangers: [patcher]
      },
      'refused',
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
      'refused',
      'no-grant',
      'kubelet-identity'
    ]
  ])('%s', judged)

  test('the assumption about the default account is said where it matters', () => {
    const assumption =
      'The pod runs as account default of namespace shop, which is not in the manifests; it is assumed to add nothing to the pull.'
    expect(sentencesOf(accessOn({}))).toContain(assumption)
    expect(sentencesOf(accessOn(granted))).not.toContain(assumption)
    const nowhere = { apiVersion: 'v1', kind: 'Pod', namespace: null, name: 'app' }
    const withoutNamespace = accessOn({}, { uses: [use(image, { workload: nowhere })] })
    expect(sentencesOf(withoutNamespace)).toContain(assumption.replace(' of namespace shop', ''))
    const found = accessOn({}, { serviceAccounts: [account('default')] })
    expect([found, accessOn({}, named)].flatMap(sentencesOf).join()).not.toContain('assumed')
  })

  test.each<[string, ManifestProblem['unread'], string, string]>([
    ['a file in its directory that is too large', 'too-large', 'deploy/huge.yaml', 'undecided'],
    ['a link below its directory', 'link', 'deploy/more/a.yaml', 'undecided'],
    ['a file of another directory', 'too-large', 'other/huge.yaml', 'refused'],
    ['what kubectl refuses', 'invalid', 'deploy/broken.yaml', 'refused'],
    ['what is read', null, 'deploy/twice.yaml', 'refused']
  ])('the default account may stand in what is not read: %s', (_name, unread, file, expected) => {
    const access = accessOn({}, { problems: [problem(file, unread)] })
    expect(access.result).toBe(expected)
    expect(sentencesOf(access).join()).toContain(
      expected === 'refused' ? 'is assumed to add nothing' : `may stand in ${file}`
    )
  })

  test('of two accounts at the same distance that differ, nobody knows which one the pod gets', () => {
    const at = (file: string) => ({ file, line: 1, column: 1, endLine: 1, endColumn: 1 })
    const inDev = { location: at('dev/account.yaml') }
    const inProd = { location: at('prod/account.yaml') }
    const secretOf = (changes: object) =>
      account('default', { ...changes, imagePullSecrets: ['x'] })
    const broken = [secret('x', { entries: [] })]
    const differing = accessOn(
      {},
      { serviceAccounts: [secretOf(inDev), account('default', inProd)], secrets: broken }
    )
    const alike = accessOn(
      {},
      { serviceAccounts: [secretOf(inDev), secretOf(inProd)], secrets: broken }
    )
    expect([differing.result, alike.result]).toEqual(['undecided', 'refused'])
    expect(sentencesOf(differing).join()).toContain(
      'Service account default of namespace shop is written in several ways (dev/account.yaml, prod/account.yaml)'
    )
  })

  test.each([
    ['container', 'undecided', 'service-account-not-visible'],
    ['field', 'refused', 'no-grant']
  ] as const)(
    'a %s outside of a PodSpec without a grant is judged %s',
    (imageClass, result, reason) => {
      const uses = [use(image, { class: imageClass, pod: null })]
      const access = accessOn({}, { uses })
      expect([access.result, reasonOf(access).kind]).toEqual([result, reason])
      expect(accessOn(granted, { uses }).result).toBe('granted')
    }
  )

  test('of two accounts of one name, the one nearest to the pod counts', () => {
    const at = (file: string) => ({ file, line: 1, column: 1, endLine: 1, endColumn: 1 })
    const serviceAccounts = [
      account('default', { location: at('overlays/dev/account.yaml'), imagePullSecrets: ['acr'] }),
      account('default', { location: at('overlays/prod/account.yaml') })
    ]
    const uses = ['dev', 'prod'].map(name =>
      use(image, { location: at(`overlays/${name}/app.yaml`) })
    )
    const verdicts = judgeAccess(manifestsOf({ uses, serviceAccounts }), factsWith())
    expect(
      verdicts.map(({ result, uses }) => [result, uses.map(({ location }) => location.file)])
    ).toEqual([
      ['undecided', ['overlays/dev/app.yaml']],
      ['refused', ['overlays/prod/app.yaml']]
    ])
  })

  test('an image that no PodSpec surrounds is judged by the identity of the nodes', () => {
    const verdict = accessOn({}, { uses: [use(image, { class: 'field', pod: null })] })
    expect(verdict).toMatchObject({ result: 'refused', cause: { kind: 'no-grant' } })
    expect(sentencesOf(verdict).join()).toContain('No PodSpec surrounds the image')
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
      'for this repository pulls with its identity',
      setting(pulls),
      { pullBindings: [{ ...bound, repositories: ['team/app'] }] },
      'granted',
      'granted',
      'pull-secret'
    ],
    [
      'for another repository does not help',
      setting(pulls),
      { pullBindings: [{ ...bound, repositories: ['other'] }] },
      'refused',
      'pull-secret-unusable',
      'kubelet-identity'
    ],
    [
      'for a scope that cannot be read may help',
      setting(pulls),
      { pullBindings: [{ ...bound, repositories: null }] },
      'undecided',
      'secret-not-visible',
      'kubelet-identity'
    ],
    [
      'for the default account pulls with its identity',
      setting(pulls),
      { pullBindings: [bound] },
      'granted',
      'granted',
      'pull-secret'
    ],
    [
      'whose secret the pod names pulls with its identity',
      setting(pulls),
      { ...naming('acr-pull-images'), pullBindings: [bound] },
      'granted',
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
      'granted',
      'granted',
      'pull-secret'
    ],
    [
      'without a grant does not help',
      setting([]),
      { pullBindings: [bound] },
      'refused',
      'no-grant',
      'pull-secret'
    ],
    [
      'for another account is not the pod’s',
      setting(pulls),
      { pullBindings: [{ ...bound, serviceAccountName: 'other' }] },
      'refused',
      'no-grant',
      'kubelet-identity'
    ],
    [
      'for the account is not for pods with secrets of their own',
      setting(pulls),
      { ...naming('acr'), pullBindings: [bound] },
      'undecided',
      'secret-not-visible',
      'kubelet-identity'
    ],
    [
      'of another namespace is not the pod’s',
      setting(pulls),
      { pullBindings: [{ ...bound, namespace: 'other' }] },
      'refused',
      'no-grant',
      'kubelet-identity'
    ],
    [
      'for another server does not help',
      setting(pulls),
      { pullBindings: [{ ...bound, server: 'fabrikam.azurecr.io' }] },
      'refused',
      'no-grant',
      'kubelet-identity'
    ],
    [
      'for the server in other letters does not help, because keys are compared as written',
      setting(pulls),
      { pullBindings: [{ ...bound, server: 'Contoso.azurecr.io' }] },
      'refused',
      'no-grant',
      'kubelet-identity'
    ],
    [
      'with an identity that was not found is unknown',
      setting(pulls, []),
      { pullBindings: [bound] },
      'undecided',
      'fact-missing',
      'pull-secret'
    ],
    [
      'with a workload identity is unknown',
      setting(pulls),
      { pullBindings: [binding()] },
      'undecided',
      'secret-not-visible',
      'kubelet-identity'
    ]
  ])('%s', judged)

  test('of two bindings of one name, the one nearest to the pod counts', () => {
    const at = (file: string) => ({ file, line: 1, column: 1, endLine: 1, endColumn: 1 })
    const pullBindings = [
      { ...bound, location: at('overlays/dev/binding.yaml') },
      { ...binding({ managedIdentity: 'unseen' }), location: at('overlays/prod/binding.yaml') }
    ]
    const results = ['dev', 'prod'].map(
      name =>
        accessOn(setting(pulls), {
          uses: [use(image, { location: at(`overlays/${name}/app.yaml`) })],
          pullBindings
        }).result
    )
    expect(results).toEqual(['granted', 'undecided'])
  })

  test('the identity of the binding is the puller', () => {
    expect(accessOn(setting(pulls), { pullBindings: [bound] }).puller).toEqual({
      kind: 'pull-secret',
      objectId: minter,
      name: 'acr-pull-images'
    })
  })
})
