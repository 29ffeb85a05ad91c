import { describe, expect, test } from '@jest/globals'
import type { Cluster } from '../../src/facts/facts.ts'
import type { Manifests } from '../../src/kubernetes/manifests.ts'
import { known, unknown } from '../../src/facts/fact.ts'
import { kubelet, nodePool, registryScope, tenant, type Setting } from './facts-builder.ts'
import { granted, judged, naming, type Row, verdictOn } from './judging.ts'
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
    const { result, cause, puller } = verdictOn(setting, { ...manifests, uses })
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

  test('nodes of unknown image are told with what is not known', () => {
    const setting = {
      ...registryAt(geo),
      cluster: { nodePools: [nodePool({ nodeImageVersion: null })] }
    }
    expect(verdictOn(setting, { uses: [use(`${geo}/app`)] }).cause).toEqual({
      kind: 'nodes-differ',
      pulling: ['node pool system (if it serves regional endpoints)'],
      failing: ['node pool system (if it does not serve regional endpoints)']
    })
  })

  test('nodes that are known to differ are told by their pools', () => {
    const nodePools = [nodePool(), nodePool({ ...old, name: 'old' })]
    const setting = { ...registryAt(geo), cluster: { nodePools } }
    expect(verdictOn(setting, { uses: [use(`${geo}/app`)] }).cause).toEqual({
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

describe('the evidence', () => {
  test('every sentence of a refusal can be verified', () => {
    expect(verdictOn({}).because).toEqual([
      `Registry contoso.azurecr.io is ${registryScope('contoso')}; in mode "RBAC Registry Permissions" a pull needs Microsoft.ContainerRegistry/registries/pull/read.`,
      'The nodes of cluster aks-prod pull with kubelet identity aks-prod-agentpool.',
      `Kubelet identity aks-prod-agentpool (object id ${kubelet}) has no role assignment at registry contoso or above that lets it pull, neither directly nor through a group.`,
      'Anonymous pull is off at registry contoso.',
      'The pod names no service account, and account default of namespace shop is not in the manifests; it is assumed to add nothing to the pull.',
      'No credential that cluster aks-prod tries can pull contoso.azurecr.io/team/app.'
    ])
  })

  test('tenants are named', () => {
    const { because } = verdictOn({ registry: { tenantId: 'other' } })
    expect(because.join()).toContain(`belongs to tenant ${tenant}, the registry to tenant other`)
  })
})
