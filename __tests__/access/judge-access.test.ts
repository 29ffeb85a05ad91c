import { describe, expect, test } from '@jest/globals'
import { judgeAccess } from '../../src/access/judge-access.ts'
import { known, unknown } from '../../src/facts/fact.ts'
import type { Facts } from '../../src/facts/facts.ts'
import {
  assigned,
  assignment,
  cluster,
  clusterId,
  denials,
  factsWith,
  identityId,
  kubelet,
  registry,
  registryScope,
  roles
} from './facts-builder.ts'
import { manifestsOf, pod, secret, use } from './manifests-builder.ts'

const image = 'contoso.azurecr.io/team/app:1.0'
const digest = `sha256:${'a'.repeat(64)}`
const granted = factsWith({ held: [assignment(roles.pull)] })
const imagesOf = (
  uses: Parameters<typeof manifestsOf>[0]['uses'] & object,
  facts: Facts = granted
) => judgeAccess(manifestsOf({ uses }), facts).map(verdict => verdict.image)

describe('which images get a verdict', () => {
  test('each distinct text does, whatever tag or digest', () => {
    const texts = [
      'contoso.azurecr.io/team/app',
      'contoso.azurecr.io/team/app:1.0',
      `contoso.azurecr.io/team/app@${digest}`,
      `contoso.azurecr.io/team/app:1.0@${digest}`
    ]
    const verdicts = judgeAccess(
      manifestsOf({ uses: [...texts, ...texts].map(text => use(text)) }),
      granted
    )
    expect(verdicts.map(verdict => verdict.image)).toEqual(texts)
    expect(
      verdicts.map(verdict => [verdict.registry, verdict.repository, verdict.uses.length])
    ).toEqual(texts.map(() => ['contoso.azurecr.io', 'team/app', 2]))
  })

  test('one text with a placeholder has one for each image that it stands for', () => {
    const text = '${ACR}.azurecr.io/team/app:1.0'
    const uses = ['contoso', 'fabrikam'].map(name =>
      use(text, { image: { ...use(`${name}.azurecr.io/team/app:1.0`).image, text } })
    )
    const verdicts = judgeAccess(manifestsOf({ uses }), granted)
    expect(verdicts.map(({ image, registry, result }) => [image, registry, result])).toEqual([
      [text, 'contoso.azurecr.io', 'granted'],
      [text, 'fabrikam.azurecr.io', 'undecided']
    ])
  })

  test('pods, containers and fields do, mentions do not', () => {
    const uses = (['pod', 'container', 'field', 'mention'] as const).map(kind =>
      use(`contoso.azurecr.io/${kind}`, { class: kind })
    )
    expect(imagesOf(uses)).toEqual(
      ['pod', 'container', 'field'].map(kind => `contoso.azurecr.io/${kind}`)
    )
  })

  test('images of other registries and broken references do not', () => {
    expect(
      imagesOf(['nginx', 'ghcr.io/a/b', 'contoso.azurecr.io/UPPER'].map(text => use(text)))
    ).toEqual([])
  })

  test('images that are never pulled do not, unless another pod pulls them', () => {
    const never = use(image, { pullPolicy: 'Never' })
    expect(imagesOf([never])).toEqual([])
    const [verdict] = judgeAccess(manifestsOf({ uses: [never, use(image)] }), granted)
    expect(verdict?.uses).toEqual([use(image)])
  })

  test('a registry that only the facts know does', () => {
    const host = 'registry.contoso.example'
    const facts = { ...granted, registries: [{ host, answer: known(registry()) }] }
    expect(imagesOf([use(`${host}/app`)], facts)).toEqual([`${host}/app`])
  })
})

describe('how many verdicts an image gets', () => {
  const naming = (...names: readonly string[]) =>
    use(image, { pod: pod({ imagePullSecrets: names }) })

  test('one where all its pods pull alike', () => {
    const verdicts = judgeAccess(manifestsOf({ uses: [use(image), naming('acr')] }), granted)
    expect(verdicts.map(({ result, uses }) => [result, uses.length])).toEqual([['granted', 2]])
  })

  test('one for each outcome where pods bring other secrets', () => {
    const manifests = manifestsOf({
      uses: [use(image), naming('a'), naming('b'), use(image)],
      secrets: [secret('a')]
    })
    const verdicts = judgeAccess(manifests, factsWith())
    expect(verdicts.map(({ result, puller, uses }) => [result, puller.kind, uses.length])).toEqual([
      ['undecided', 'kubelet-identity', 2],
      ['undecided', 'pull-secret', 1],
      ['undecided', 'kubelet-identity', 1]
    ])
  })

  test('one for each cluster, in the order of the facts', () => {
    const other = 'a0000000-0000-4000-8000-000000000005'
    const second = cluster({
      id: `${clusterId}-2`,
      name: 'aks-test',
      nodeIdentity: {
        kind: 'kubelet-identity',
        objectId: other,
        clientId: null,
        resourceId: identityId('aks-test-agentpool')
      }
    })
    const facts: Facts = {
      ...granted,
      clusters: [...granted.clusters, { id: second.id, answer: known(second) }],
      assignments: [...granted.assignments, assigned([], { principalId: other })]
    }
    const verdicts = judgeAccess(manifestsOf({ uses: [use(image)] }), facts)
    expect(verdicts.map(verdict => [verdict.cluster, verdict.result])).toEqual([
      [clusterId, 'granted'],
      [`${clusterId}-2`, 'refused']
    ])
  })

  test('one, unknown, for a cluster that could not be read', () => {
    const permission = 'Microsoft.ContainerService/managedClusters/read'
    const answer = unknown('forbidden', 'it may not be read', permission)
    const facts = { ...granted, clusters: [{ id: clusterId, answer }] }
    expect(judgeAccess(manifestsOf({ uses: [use(image), naming('acr')] }), facts)).toEqual([
      expect.objectContaining({
        result: 'undecided',
        puller: { kind: 'none', objectId: null, name: null },
        open: {
          kind: 'fact-missing',
          subject: `cluster ${clusterId}`,
          reason: { code: 'forbidden', message: 'it may not be read', permission }
        },
        uses: [use(image), naming('acr')]
      })
    ])
  })
})

test('ids are compared without case', () => {
  const loud = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value).replaceAll('a0000000', 'A0000000')) as T
  const facts = {
    ...granted,
    assignments: [
      assigned([assignment(roles.pull, { scope: registryScope('CONTOSO') })], {
        registryId: registryScope('Contoso'),
        principalId: kubelet.toUpperCase()
      })
    ],
    roleDefinitions: granted.roleDefinitions.map(each => ({
      ...each,
      key: each.key.toUpperCase()
    })),
    denyAssignments: [denials([], { registryId: registryScope('CONTOSO') })]
  }
  expect(judgeAccess(manifestsOf({ uses: [use(image)] }), loud(facts))).toMatchObject([
    { result: 'granted', by: { viaGroup: false } }
  ])
})

test('fifty thousand verdicts cost no more than a moment, even on a busy machine', () => {
  const clusters = Array.from({ length: 50 }, (_, index) => {
    const objectId = `a0000000-0000-4000-8000-${String(index).padStart(12, '0')}`
    return cluster({
      id: `${clusterId}-${index}`,
      nodeIdentity: {
        kind: 'kubelet-identity',
        objectId,
        clientId: null,
        resourceId: identityId(`aks-${index}-agentpool`)
      }
    })
  })
  const hosts = Array.from({ length: 20 }, (_, index) => `team${index}`)
  const condition =
    "@Request[Microsoft.ContainerRegistry/registries/repositories:name] StringStartsWithIgnoreCase 'apps/'"
  const facts: Facts = {
    ...granted,
    clusters: clusters.map(value => ({ id: value.id, answer: known(value) })),
    registries: hosts.map(name => ({
      host: `${name}.azurecr.io`,
      answer: known(registry({ name, roleAssignmentMode: name === 'team0' ? 'abac' : 'legacy' }))
    })),
    assignments: clusters.flatMap(({ nodeIdentity }) =>
      hosts.map(name => {
        const principalId = nodeIdentity.kind === 'kubelet-identity' ? nodeIdentity.objectId : ''
        const scope = registryScope(name)
        const conditional = assignment(roles.repositoryReader, { scope, principalId, condition })
        return assigned(
          [name === 'team0' ? conditional : assignment(roles.pull, { scope, principalId })],
          { registryId: scope, principalId }
        )
      })
    ),
    denyAssignments: hosts.map(name => denials([], { registryId: registryScope(name) }))
  }
  const uses = Array.from({ length: 1000 }, (_, index) =>
    use(`team${index % 20}.azurecr.io/apps/app${index}:1.0`, {
      pod: pod({ imagePullSecrets: index % 3 === 0 ? ['acr'] : [] })
    })
  )
  const started = performance.now()
  const verdicts = judgeAccess(manifestsOf({ uses }), facts)
  const elapsed = performance.now() - started
  expect(verdicts).toHaveLength(50_000)
  expect(verdicts.every(({ result }) => result === 'granted')).toBe(true)
  expect(elapsed).toBeLessThan(15_000)
})
