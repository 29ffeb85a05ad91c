import { expect, test } from '@jest/globals'

import { readFacts } from '../../../src/facts/facts-file.ts'
import { clusterId } from '../../emulator/arm-bodies/cluster.ts'
import { startCloud } from '../../emulator/cloud.ts'
import { registryRequests } from '../../emulator/recorded-requests.ts'
import { pushedDigest } from '../../emulator/registry/pushed-content.ts'
import { runInProcess, type InProcessRun } from '../../emulator/run-in-process.ts'
import type { AzureWorldData } from '../../emulator/world.ts'
import { deployment } from '../../scenarios/manifests.ts'
import { describeWith } from '../../manifests/binaries.ts'

const both = { kind: 'index', platforms: ['linux/amd64', 'linux/arm64/v8'] } as const
const world: AzureWorldData = {
  clusters: [{ name: 'aks-shop' }],
  registries: [
    {
      name: 'contoso',
      pushed: [
        { repository: 'team/web', tag: '1.0', pushedAt: { minutesAgo: 180 } },
        { repository: 'team/web', tag: 'multi', ...both, pushedAt: { minutesAgo: 7200 } },
        { repository: 'charts/web', tag: '1', kind: 'chart', pushedAt: { minutesAgo: 5 } }
      ]
    }
  ]
}
const files = {
  'web.yaml': deployment('contoso.azurecr.io/team/web:1.0'),
  'multi.yaml': deployment('contoso.azurecr.io/team/web:multi'),
  'absent.yaml': deployment('contoso.azurecr.io/team/web:1.1'),
  'chart.yaml': deployment('contoso.azurecr.io/charts/web:1'),
  'other.yaml': deployment('docker.io/library/nginx:1'),
  'unseen.yaml': deployment('fabrikam.azurecr.io/web:1')
}

async function run(given: Omit<InProcessRun, 'cloud'>) {
  const cloud = await startCloud(world)
  try {
    const result = await runInProcess({ cloud, ...given })
    return { ...result, asked: registryRequests(cloud.requests), connections: cloud.connections }
  } finally {
    await cloud.close()
  }
}

const after = (text: string, reference: string): string | undefined =>
  text
    .split('\n')
    .find(line => line.startsWith(reference))
    ?.slice(reference.length)
    .trim()

describeWith('docker-registry', 'commands that ask registries', () => {
  test('images --lookup lists digest, platforms, size and age', async () => {
    const { stdout, code } = await run({ arguments: ['images', '.', '--lookup'], files })
    expect(code).toBe(0)
    const said = (image: string) => after(stdout, `contoso.azurecr.io/${image}`)
    expect(said('team/web:1.0')).toMatch(
      new RegExp(
        `^${pushedDigest({}).slice(0, 19)} {2}linux/amd64 {2}1 kB {2}pushed 3 hours before$`
      )
    )
    expect(said('team/web:multi')).toMatch(
      /^sha256:\w{12} {2}linux\/amd64, linux\/arm64\/v8 {2}pushed 5 days before$/
    )
    expect(said('team/web:1.1')).toBe('not there; there are 1.0')
    expect(said('charts/web:1')).toMatch(
      /^sha256:\w{12} {2}no image {2}1 kB {2}pushed 5 minutes before$/
    )
    expect(after(stdout, 'docker.io')).toBeUndefined()
    expect(after(stdout, 'fabrikam')).toBeUndefined()
  })

  test('images --lookup reads of a facts file what collect wrote, without any connection', async () => {
    const collected = await run({
      arguments: [
        'collect',
        '.',
        '--cluster',
        clusterId({ name: 'aks-shop' }),
        '--out',
        'facts.json'
      ],
      files
    })
    const facts = collected.files['facts.json'] ?? ''
    const listed = await run({
      arguments: ['images', 'web.yaml', '--lookup', '--facts', 'facts.json', '--format', 'json'],
      files: { ...files, 'facts.json': facts }
    })
    expect(listed.connections).toEqual([])
    const { images } = JSON.parse(listed.stdout) as { images: { lookup: unknown }[] }
    expect(images[0]?.lookup).toMatchObject({
      state: 'present',
      kind: 'manifest',
      digest: pushedDigest({}),
      platforms: ['linux/amd64']
    })
  })

  test('images asks nobody by itself', async () => {
    const { connections } = await run({ arguments: ['images', '.'], files })
    expect(connections).toEqual([])
  })

  test('collect writes what registries say of the images of its manifests, and of those that are named', async () => {
    const { files: written } = await run({
      arguments: [
        ...['collect', 'web.yaml', '--cluster', clusterId({ name: 'aks-shop' })],
        ...['--image', 'contoso.azurecr.io/team/web:multi', '--out', 'facts.json']
      ],
      files
    })
    expect(
      readFacts(written['facts.json'] ?? '').images.map(({ repository, reference, answer }) => [
        `${repository}:${reference}`,
        answer.known && answer.value.state
      ])
    ).toEqual([
      ['team/web:multi', 'present'],
      ['team/web:1.0', 'present']
    ])
  })

  test.each([
    [
      'no Azure container registry',
      ['--image', 'nginx:1'],
      /'nginx:1', which names no image of a registry of this cloud/
    ],
    ['no reference', ['--image', 'contoso.azurecr.io/A'], /which names no image/],
    [
      'an image that is not to be looked up',
      ['--image', 'contoso.azurecr.io/a:1', '--registry-lookup', 'off'],
      /are both set: one looks nothing up/
    ]
  ])('collect --image refuses %s', async (_title, given, message) => {
    const { code, stderr, asked } = await run({
      arguments: ['collect', '--cluster', clusterId({ name: 'aks-shop' }), ...given],
      files
    })
    expect([code, stderr, asked]).toEqual([2, expect.stringMatching(message), []])
  })

  test.each(['check', 'collect'])(
    '%s asks no registry with --registry-lookup off',
    async command => {
      const { connections } = await run({
        arguments: [
          command,
          'web.yaml',
          '--cluster',
          clusterId({ name: 'aks-shop' }),
          '--registry-lookup',
          'off'
        ],
        files
      })
      expect(connections.filter(each => each.includes('azurecr.io'))).toEqual([])
    }
  )
})
