import { describe, expect, test } from '@jest/globals'
import { reasonOf } from '../../src/access/pull-access.ts'
import type { Cluster } from '../../src/facts/facts.ts'
import type { Manifests } from '../../src/kubernetes/manifests.ts'
import { known, unknown } from '../../src/facts/fact.ts'
import { kubelet, nodePool, registryScope, tenant, type Setting } from './facts-builder.ts'
import { granted, judged, naming, type Row, accessOn, sentencesOf } from './judging.ts'
import { use } from './manifests-builder.ts'

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
    const access = accessOn(setting, { ...manifests, uses })
    return [access.result, reasonOf(access).kind, access.puller.kind]
  }
  const away = unknown('not-collected', 'it belongs to another cloud')

  test.each<[string, string, Setting, Partial<Manifests>, readonly string[]]>([
    [
      'a port',
      'contoso.azurecr.io:443',
      registryAt('contoso.azurecr.io'),
      {},
      ['refused', 'host-not-served', 'none']
    ],
    [
      'a port at an open registry',
      'contoso.azurecr.io:443',
      registryAt('contoso.azurecr.io', { anonymousPull: true }),
      {},
      ['granted', 'anonymous-pull', 'anonymous']
    ],
    [
      'a port at an open registry behind a secret',
      'contoso.azurecr.io:443',
      registryAt('contoso.azurecr.io', { anonymousPull: true }),
      naming('acr'),
      ['undecided', 'anonymous-not-proven', 'anonymous']
    ],
    [
      'a port and a hidden secret',
      'contoso.azurecr.io:443',
      registryAt('contoso.azurecr.io'),
      naming('acr'),
      ['undecided', 'secret-not-visible', 'none']
    ],
    [
      'another cloud whose registry cannot be seen',
      'contoso.azurecr.us',
      { registryAnswer: away, registry: { loginServer: 'contoso.azurecr.us' } },
      {},
      ['undecided', 'host-not-served', 'none']
    ],
    [
      'another cloud and a hidden secret',
      'contoso.azurecr.us',
      { registryAnswer: away, registry: { loginServer: 'contoso.azurecr.us' } },
      naming('acr'),
      ['undecided', 'secret-not-visible', 'none']
    ],
    [
      'another cloud whose registry is known',
      'contoso.azurecr.us',
      registryAt('contoso.azurecr.us'),
      {},
      ['refused', 'host-not-served', 'none']
    ],
    [
      'a regional endpoint on recent nodes',
      geo,
      registryAt(geo),
      {},
      ['granted', 'granted', 'kubelet-identity']
    ],
    [
      'a regional endpoint on old nodes',
      geo,
      { ...registryAt(geo), cluster: { nodePools: [nodePool(old)] } },
      {},
      ['refused', 'host-not-served', 'none']
    ],
    [
      'a regional endpoint on both',
      geo,
      {
        ...registryAt(geo),
        cluster: { nodePools: [nodePool(), nodePool({ ...old, name: 'old' })] }
      },
      {},
      ['undecided', 'nodes-differ', 'kubelet-identity']
    ],
    [
      'a regional endpoint on nodes of unknown image',
      geo,
      { ...registryAt(geo), cluster: { nodePools: [nodePool({ nodeImageVersion: null })] } },
      {},
      ['undecided', 'nodes-differ', 'kubelet-identity']
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
      ['refused', 'no-grant', 'kubelet-identity']
    ],
    [
      'a regional endpoint for a service principal',
      geo,
      { ...registryAt(geo), cluster: principal },
      {},
      ['undecided', 'nodes-differ', 'service-principal']
    ],
    [
      'a regional endpoint that is open, without a grant',
      geo,
      { ...registryAt(geo, { anonymousPull: true }), held: [] },
      {},
      ['undecided', 'anonymous-not-proven', 'anonymous']
    ],
    [
      'a regional endpoint that is open, on old nodes',
      geo,
      { ...registryAt(geo, { anonymousPull: true }), cluster: { nodePools: [nodePool(old)] } },
      {},
      ['granted', 'anonymous-pull', 'anonymous']
    ],
    [
      'a domain name label',
      'contoso-h4sh.azurecr.io',
      registryAt('contoso-h4sh.azurecr.io'),
      {},
      ['granted', 'granted', 'kubelet-identity']
    ],
    [
      'upper case',
      'Contoso.azurecr.io',
      registryAt('contoso.azurecr.io'),
      {},
      ['granted', 'granted', 'kubelet-identity']
    ]
  ])('%s', (_name, host, setting, manifests, expected) => {
    expect(resultAt(host, setting, manifests)).toEqual(expected)
  })

  test('nodes of unknown image are told with what is not known', () => {
    const setting = {
      ...registryAt(geo),
      cluster: { nodePools: [nodePool({ nodeImageVersion: null })] }
    }
    expect(reasonOf(accessOn(setting, { uses: [use(`${geo}/app`)] }))).toEqual({
      kind: 'nodes-differ',
      pulling: ['node pool system (if it serves regional endpoints)'],
      failing: ['node pool system (if it does not serve regional endpoints)']
    })
  })

  test('nodes that are known to differ are told by their pools', () => {
    const nodePools = [nodePool(), nodePool({ ...old, name: 'old' })]
    const setting = { ...registryAt(geo), cluster: { nodePools } }
    expect(reasonOf(accessOn(setting, { uses: [use(`${geo}/app`)] }))).toEqual({
      kind: 'nodes-differ',
      pulling: ['node pool system'],
      failing: ['node pool old']
    })
  })
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
      'refused',
      'registry-not-found',
      'none'
    ],
    [
      'a free name is no registry, whatever the secret',
      missing('name-free'),
      naming('acr'),
      'refused',
      'registry-not-found',
      'none'
    ],
    [
      'a free name says nothing about a label',
      missing('name-free', label),
      at(label),
      'undecided',
      'registry-not-visible',
      'kubelet-identity'
    ],
    [
      'a free name says nothing about a regional endpoint',
      missing('name-free', geo),
      at(geo),
      'undecided',
      'registry-not-visible',
      'kubelet-identity'
    ],
    [
      'a taken name is not visible',
      missing('not-visible'),
      {},
      'undecided',
      'registry-not-visible',
      'kubelet-identity'
    ],
    [
      'a refusal is not visible',
      missing('forbidden'),
      {},
      'undecided',
      'registry-not-visible',
      'kubelet-identity'
    ],
    [
      'a time-out is a missing fact',
      missing('timeout'),
      {},
      'undecided',
      'fact-missing',
      'kubelet-identity'
    ],
    [
      'old facts are missing facts',
      missing('stale'),
      {},
      'undecided',
      'fact-missing',
      'kubelet-identity'
    ],
    [
      'a registry that nobody asked for is a missing fact',
      { facts: { registries: [] } },
      {},
      'undecided',
      'fact-missing',
      'kubelet-identity'
    ]
  ])('%s', judged)
})

describe('the evidence', () => {
  test('every sentence of a refusal can be verified', () => {
    expect(sentencesOf(accessOn({}))).toEqual([
      `Registry contoso.azurecr.io is ${registryScope('contoso')}; in mode "RBAC Registry Permissions" a pull needs Microsoft.ContainerRegistry/registries/pull/read.`,
      'The nodes of cluster aks-prod pull with kubelet identity aks-prod-agentpool.',
      `Kubelet identity aks-prod-agentpool (object id ${kubelet}) has no role assignment at registry contoso or above that lets it pull, neither directly nor through a group.`,
      'A grant to the client id of the kubelet identity (c0000000-0000-4000-8000-000000000001) would not count, because role assignments need the object id.',
      'Anonymous pull is off at registry contoso.',
      'The pod runs as account default of namespace shop, which is not in the manifests; it is assumed to add nothing to the pull.'
    ])
  })

  test('tenants are named', () => {
    const access = accessOn({ registry: { tenantId: 'other' } })
    expect(sentencesOf(access).join()).toContain(
      `belongs to tenant ${tenant}, the registry to tenant other`
    )
  })
})
