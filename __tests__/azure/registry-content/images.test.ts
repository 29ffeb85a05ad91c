import { expect, test } from '@jest/globals'

import type { ImageQuestion, ImageState } from '../../../src/facts/images.ts'
import { pushedDigest } from '../../emulator/registry/pushed-content.ts'
import type {
  AzureWorldData,
  CallerData,
  CallerPermission,
  PushedData,
  RegistryData
} from '../../emulator/world.ts'
import { describeWith } from '../../manifests/binaries.ts'
import { collectFrom, type Collected } from '../loopback.ts'

const web = { repository: 'team/web' }
const both = {
  kind: 'index',
  platforms: ['linux/amd64', 'linux/arm64/v8', 'unknown/unknown', 'none']
} as const
const windows = {
  kind: 'index',
  platforms: ['windows/amd64:10.0.20348.2700'],
  format: 'docker'
} as const
const pushed: readonly PushedData[] = [
  { ...web, tag: '1.0' },
  { ...web, tag: '1.1', platforms: ['linux/arm64/v8'], format: 'docker' },
  { ...web, tag: 'multi', ...both },
  { ...web, tag: 'win', ...windows },
  { repository: 'charts/web', tag: '1.0.0', kind: 'chart' }
]
const contoso: RegistryData = { name: 'contoso', pushed }
const abac: RegistryData = { ...contoso, roleAssignmentMode: 'AbacRepositoryPermissions' }

const reads: CallerPermission = {
  actions: [
    'Microsoft.ContainerRegistry/registries/read',
    'Microsoft.ContainerRegistry/registries/cacheRules/read',
    'Microsoft.Resources/*'
  ]
}
const mayAlso = (...actions: readonly string[]): CallerData => ({
  permissions: [reads, { actions }]
})
const pull = 'Microsoft.ContainerRegistry/registries/pull/read'
const metadata = 'Microsoft.ContainerRegistry/registries/repositories/metadata/read'

const question = (text: string): ImageQuestion => {
  const [, registry = '', repository = '', reference = ''] =
    /^([^/]+)\/([^@:]+)[@:](.*)$/.exec(text) ?? []
  return { registry, repository, reference }
}

async function ask(world: AzureWorldData, ...images: readonly string[]): Promise<Collected> {
  const questions = images.map(question)
  return collectFrom({
    world,
    request: {
      registryHosts: [...new Set(questions.map(({ registry }) => registry))],
      images: questions,
      registryLookup: 'auto'
    }
  })
}

/** In one line: state, what it leads to, and what it is built for. */
function said(state: ImageState): string {
  if (state.state === 'absent') return [state.code, ...state.nearestTags].join(' ')
  const platforms = state.platforms.map(each =>
    each === null
      ? 'none'
      : [each.os, each.architecture, each.variant, each.osVersion].filter(Boolean).join('/')
  )
  return [state.seen, state.kind, state.artifactType, platforms.join(' ')].filter(Boolean).join(' ')
}

const answers = ({ facts }: Collected): readonly string[] =>
  facts.images.map(({ answer, inPassing }) =>
    answer.known
      ? said(answer.value)
      : `${answer.reason.code}: ${answer.reason.message}${inPassing ? '' : ' (open)'}`
  )

const asked = ({ registryRequests }: Collected): readonly string[] =>
  registryRequests.map(({ method, host, path }) => `${method} ${host}${path}`)

describeWith('docker-registry', 'images of a registry', () => {
  test.each<[title: string, image: string, expected: string]>([
    ['one image', 'team/web:1.0', 'content manifest linux/amd64'],
    ['an image in the format of Docker', 'team/web:1.1', 'content manifest linux/arm64/v8'],
    [
      'an index, in its order',
      'team/web:multi',
      'content index linux/amd64 linux/arm64/v8 unknown/unknown none'
    ],
    [
      'a list of Docker, with its build of Windows',
      'team/web:win',
      'content index windows/amd64/10.0.20348.2700'
    ],
    [
      'a digest',
      `team/web@${pushedDigest(both)}`,
      'content index linux/amd64 linux/arm64/v8 unknown/unknown none'
    ],
    [
      'a chart, which is no image',
      'charts/web:1.0.0',
      'content artifact application/vnd.cncf.helm.config.v1+json'
    ],
    ['a tag that is not there, and those beside it', 'team/web:1.2', 'MANIFEST_UNKNOWN 1.0 1.1'],
    ['a digest that is not there', `team/web@sha256:${'0'.repeat(64)}`, 'MANIFEST_UNKNOWN']
  ])('%s', async (_title, image, expected) => {
    const collected = await ask({ registries: [contoso] }, `contoso.azurecr.io/${image}`)
    expect(answers(collected)).toEqual([expected])
  })

  test('digest, size and time of the answer are those of what was pushed', async () => {
    const { facts } = await ask({ registries: [contoso] }, 'contoso.azurecr.io/team/web:1.0')
    expect(facts.images).toEqual([
      {
        registry: 'contoso.azurecr.io',
        repository: 'team/web',
        reference: '1.0',
        answer: {
          known: true,
          value: expect.objectContaining({
            digest: pushedDigest({}),
            size: expect.any(Number),
            readEnabled: null
          })
        },
        askedAt: '2026-09-01T08:00:00.000Z',
        inPassing: false
      }
    ])
  })

  test('one exchange for a registry, one token for a repository, one manifest for a reference, one config without an index', async () => {
    const collected = await ask(
      { registries: [contoso] },
      ...['1.0', 'multi', 'win'].map(tag => `contoso.azurecr.io/team/web:${tag}`),
      'contoso.azurecr.io/charts/web:1.0.0'
    )
    const config = asked(collected).find(each => each.includes('.blob.core.')) ?? ''
    expect(asked(collected).toSorted()).toEqual(
      [
        'POST contoso.azurecr.io/oauth2/exchange',
        'POST contoso.azurecr.io/oauth2/token',
        'POST contoso.azurecr.io/oauth2/token',
        'GET contoso.azurecr.io/v2/charts/web/manifests/1.0.0',
        'GET contoso.azurecr.io/v2/team/web/manifests/1.0',
        'GET contoso.azurecr.io/v2/team/web/manifests/multi',
        'GET contoso.azurecr.io/v2/team/web/manifests/win',
        `GET contoso.azurecr.io/v2/team/web/blobs/${config.split('/').at(-1) ?? ''}`,
        config
      ].toSorted()
    )
  })

  test('a registry that lets everybody pull gets no token of ours', async () => {
    const open = { ...contoso, anonymousPull: true }
    const collected = await ask(
      { registries: [open], caller: mayAlso() },
      'contoso.azurecr.io/team/web:1.0'
    )
    expect(answers(collected)).toEqual(['content manifest linux/amd64'])
    expect(asked(collected)).not.toContain('POST contoso.azurecr.io/oauth2/exchange')
  })

  test('who may read names alone learns digest, platform and lock, and reads no content', async () => {
    const locked = pushed.map(data => (data.tag === '1.1' ? { ...data, readEnabled: false } : data))
    const collected = await ask(
      { registries: [{ ...abac, pushed: locked }], caller: mayAlso(metadata) },
      ...['1.0', '1.1', 'multi', '1.2'].map(tag => `contoso.azurecr.io/team/web:${tag}`)
    )
    expect(answers(collected)).toEqual([
      'metadata manifest linux/amd64',
      'metadata manifest linux/arm64',
      'metadata index linux/amd64 linux/arm64 unknown/unknown none',
      'TAG_UNKNOWN 1.0 1.1'
    ])
    expect(
      collected.facts.images.map(({ answer }) =>
        answer.known && answer.value.state === 'present' ? answer.value.readEnabled : null
      )
    ).toEqual([true, false, true, null])
    expect(asked(collected).filter(each => each.includes('/v2/'))).toEqual([])
  })

  test('a locked image is known as such where the registry says why it refuses', async () => {
    const locked = [{ ...web, tag: '1.0', readEnabled: false }]
    const { facts } = await ask(
      { registries: [{ ...contoso, pushed: locked }] },
      'contoso.azurecr.io/team/web:1.0'
    )
    expect(facts.images[0]?.answer).toMatchObject({
      known: true,
      value: { state: 'present', seen: 'metadata', readEnabled: false }
    })
  })

  test('a caller without rights costs one refused exchange, however many images', async () => {
    const collected = await ask(
      { registries: [contoso], caller: mayAlso() },
      ...pushed.map(({ repository, tag }) => `contoso.azurecr.io/${repository}:${tag}`)
    )
    expect(asked(collected)).toEqual(['POST contoso.azurecr.io/oauth2/exchange'])
    expect(new Set(answers(collected))).toEqual(
      new Set([
        `forbidden: the signed-in identity may not read the content of registry contoso.azurecr.io, it lacks ${pull} (401 UNAUTHORIZED)`
      ])
    )
    expect(collected.facts.images[0]).toMatchObject({
      inPassing: true,
      answer: { reason: { permission: pull } }
    })
  })

  test('a caller with rights at another repository', async () => {
    const at =
      '/subscriptions/20000000-0000-0000-0000-000000000001/resourceGroups/rg-contoso/providers/Microsoft.ContainerRegistry/registries/contoso/repositories/charts'
    const caller = { permissions: [reads, { actions: [metadata], scope: at }] }
    const collected = await ask({ registries: [abac], caller }, 'contoso.azurecr.io/team/web:1.0')
    expect(answers(collected)).toEqual([
      `forbidden: the signed-in identity may not read contoso.azurecr.io/team/web, it lacks ${metadata}`
    ])
  })

  test('the firewall of the registry', async () => {
    const collected = await ask(
      { registries: [{ ...contoso, callerInNetwork: false }] },
      'contoso.azurecr.io/team/web:1.0'
    )
    expect(answers(collected)).toEqual([
      'network: registry contoso.azurecr.io does not let this machine in: its firewall is closed to the address that asks (403 DENIED)'
    ])
  })

  test('in quarantine nothing is absent', async () => {
    const properties = { policies: { quarantinePolicy: { status: 'enabled' } } }
    const collected = await ask(
      { registries: [{ ...contoso, properties }] },
      'contoso.azurecr.io/team/web:9'
    )
    expect(answers(collected)).toEqual([
      expect.stringContaining('not-visible: registry contoso.azurecr.io hides images in quarantine')
    ])
  })

  test('what a cache rule fills is not asked for', async () => {
    const children = {
      cacheRules: { hub: { sourceRepository: 'docker.io/library/*', targetRepository: 'team/*' } }
    }
    const collected = await ask(
      { registries: [{ ...contoso, children }] },
      'contoso.azurecr.io/team/web:1.0',
      'contoso.azurecr.io/charts/web:1.0.0'
    )
    expect(answers(collected)).toEqual([
      'not-collected: contoso.azurecr.io/team/web is filled by cache rule hub, and to ask for an image would fetch it from docker.io/library/*',
      'content artifact application/vnd.cncf.helm.config.v1+json'
    ])
    expect(asked(collected).filter(each => each.includes('team/web'))).toEqual([])
  })

  test('without the cache rules nothing is absent', async () => {
    const caller = {
      permissions: [
        { actions: ['Microsoft.ContainerRegistry/registries/read', pull, 'Microsoft.Resources/*'] }
      ]
    }
    const collected = await ask(
      { registries: [contoso], caller },
      'contoso.azurecr.io/team/web:9',
      'contoso.azurecr.io/team/web:1.0'
    )
    expect(answers(collected)).toEqual([
      expect.stringContaining(
        'forbidden: the signed-in identity (object id 30000000-0000-0000-0000-000000000001) may not read the list of cache rules'
      ),
      'content manifest linux/amd64'
    ])
  })

  test('blobs from the data endpoint of the registry', async () => {
    const properties = {
      dataEndpointEnabled: true,
      dataEndpointHostNames: ['contoso.westeurope.data.azurecr.io']
    }
    const collected = await ask(
      { registries: [{ ...contoso, properties }] },
      'contoso.azurecr.io/team/web:1.0'
    )
    expect(answers(collected)).toEqual(['content manifest linux/amd64'])
    expect(asked(collected).at(-1)).toMatch(/^GET contoso\.westeurope\.data\.azurecr\.io\//)
  })

  test('a regional endpoint is answered by the login server', async () => {
    const collected = await ask(
      { registries: [contoso] },
      'contoso.westeurope.geo.azurecr.io/team/web:1.0',
      'contoso.azurecr.io/team/web:1.0'
    )
    expect(answers(collected)).toEqual([
      'content manifest linux/amd64',
      'content manifest linux/amd64'
    ])
    expect(asked(collected).filter(each => each.includes('exchange'))).toEqual([
      'POST contoso.azurecr.io/oauth2/exchange'
    ])
  })

  test('a registry that Azure Resource Manager does not show is not asked', async () => {
    const collected = await ask(
      { registries: [], takenRegistryNames: ['contoso'] },
      'contoso.azurecr.io/team/web:1.0'
    )
    expect(answers(collected)).toEqual([])
    expect(collected.connections.filter(each => each.includes('azurecr'))).toEqual([])
  })
})
