import { expect, test } from '@jest/globals'

import { digestOf } from '../../emulator/registry/pushed-content.ts'
import type { FaultAnswer, FaultData, RegistryData } from '../../emulator/world.ts'
import { describeWith } from '../../manifests/binaries.ts'
import { collectFrom } from '../loopback.ts'

const contoso: RegistryData = { name: 'contoso', pushed: [{ repository: 'team/web', tag: '1.0' }] }
const manifests = 'contoso.azurecr.io/v2/team/web/manifests/*'
const blobs = 'contoso.azurecr.io/v2/team/web/blobs/*'
const index = 'application/vnd.oci.image.index.v1+json'
const manifest = 'application/vnd.oci.image.manifest.v1+json'

const bodyOf = (
  type: string,
  body: unknown,
  headers: Record<string, string> = {}
): FaultAnswer => ({
  kind: 'text',
  status: 200,
  headers: { 'content-type': type, ...headers },
  text: typeof body === 'string' ? body : JSON.stringify(body)
})

const platforms = (count: number) => ({
  schemaVersion: 2,
  manifests: Array.from({ length: count }, () => ({
    mediaType: manifest,
    digest: digestOf(''),
    size: 1,
    platform: { os: 'linux', architecture: 'amd64' }
  }))
})

const redirectTo = (location: string): FaultAnswer => ({
  kind: 'answer',
  status: 307,
  headers: { location }
})

async function ask(faults: readonly FaultData[], retries = 0) {
  const startedAt = performance.now()
  const { facts, registryRequests, connections } = await collectFrom({
    world: { registries: [contoso], faults },
    request: {
      registryHosts: ['contoso.azurecr.io'],
      images: [{ registry: 'contoso.azurecr.io', repository: 'team/web', reference: '1.0' }],
      registryLookup: 'auto'
    },
    limits: {
      request: faults.some(({ answer }) => answer.kind === 'hang') ? 2000 : 10_000,
      retries,
      run: 20_000
    }
  })
  const [image] = facts.images
  return {
    reason: image?.answer.known === false ? image.answer.reason : null,
    state: image?.answer.known === true ? image.answer.value : null,
    requests: registryRequests,
    connections,
    seconds: (performance.now() - startedAt) / 1000
  }
}

describeWith('docker-registry', 'what a registry may answer besides the truth', () => {
  test.each<[title: string, url: string, answer: FaultAnswer, code: string, message: RegExp]>([
    [
      'a manifest of 100 MB',
      manifests,
      { kind: 'oversized', bytes: 100 * 1024 * 1024, headers: { 'content-type': manifest } },
      'unexpected-answer',
      /larger than 4 MB/
    ],
    [
      'the same, packed to a hundredth',
      manifests,
      {
        kind: 'oversized',
        packed: true,
        bytes: 100 * 1024 * 1024,
        headers: { 'content-type': manifest }
      },
      'unexpected-answer',
      /larger than 4 MB/
    ],
    [
      'a page of a proxy',
      manifests,
      bodyOf('text/html', '<html>Sign in</html>'),
      'unexpected-answer',
      /no manifest of a type that was asked for/
    ],
    ['JSON of another kind', manifests, bodyOf(index, []), 'unexpected-answer', /another kind/],
    [
      'half a document',
      manifests,
      bodyOf(index, '{"manifests": ['),
      'unexpected-answer',
      /not JSON of the documented shape/
    ],
    [
      'an index with 10,000 platforms',
      manifests,
      bodyOf(index, platforms(10_000)),
      'unexpected-answer',
      /manifests is missing or of another kind/
    ],
    [
      'a name of a system of a megabyte',
      manifests,
      bodyOf(index, {
        manifests: [{ platform: { os: 'l'.repeat(1_000_000), architecture: 'amd64' } }]
      }),
      'unexpected-answer',
      /manifests\.0\.platform/
    ],
    [
      'other bytes than those of the digest',
      manifests,
      bodyOf(index, platforms(1), { 'docker-content-digest': digestOf('other') }),
      'unexpected-answer',
      /its bytes are not those of sha256:/
    ],
    [
      'a digest of an unknown kind',
      manifests,
      bodyOf(index, platforms(1), { 'docker-content-digest': 'md5:00' }),
      'unexpected-answer',
      /another kind than sha256/
    ],
    [
      'an index and a manifest in one',
      manifests,
      bodyOf(index, { ...platforms(1), config: {}, layers: [] }),
      'unexpected-answer',
      /an index to one reader and a manifest to another/
    ],
    [
      'an index that its header calls a manifest',
      manifests,
      bodyOf(manifest, { mediaType: index, ...platforms(1) }),
      'unexpected-answer',
      /an index to one reader/
    ],
    [
      '404 by somebody else',
      manifests,
      { kind: 'text', status: 404, text: '404 page not found' },
      'unexpected-answer',
      /not by the registry itself/
    ],
    [
      '404 with the code of another error',
      manifests,
      { kind: 'answer', status: 404, body: { errors: [{ code: 'BLOB_UNKNOWN' }] } },
      'unexpected-answer',
      /not by the registry itself.*404 BLOB_UNKNOWN/
    ],
    [
      '404 by Azure Resource Manager',
      manifests,
      { kind: 'answer', status: 404, body: { error: { code: 'ResourceNotFound' } } },
      'unexpected-answer',
      /not by the registry itself/
    ],
    [
      'a manifest elsewhere',
      manifests,
      redirectTo('https://elsewhere.contoso.example/manifest'),
      'unexpected-answer',
      /is sent elsewhere, which is not followed/
    ],
    [
      'a manifest that is sent in circles',
      manifests,
      redirectTo('https://contoso.azurecr.io/v2/team/web/manifests/1.0'),
      'unexpected-answer',
      /is sent elsewhere/
    ],
    [
      'a challenge that names another realm',
      manifests,
      {
        kind: 'answer',
        status: 401,
        headers: {
          'www-authenticate':
            'Bearer realm="https://elsewhere.contoso.example/oauth2/token",service="contoso.azurecr.io"'
        }
      },
      'forbidden',
      /may not read contoso\.azurecr\.io\/team\/web:1\.0/
    ],
    [
      'a server error',
      manifests,
      { kind: 'answer', status: 500 },
      'unexpected-answer',
      /answered with an error \(500\)/
    ],
    [
      'throttling for longer than we wait',
      manifests,
      { kind: 'answer', status: 429, headers: { 'retry-after': '3600' } },
      'throttled',
      /throttles for longer/
    ],
    ['no answer at all', manifests, { kind: 'hang' }, 'timeout', /no answer within 2 s/],
    [
      'a connection that is cut',
      manifests,
      { kind: 'reset' },
      'network',
      /no connection \(ECONNRESET\)/
    ],
    [
      'an exchange that hangs',
      'contoso.azurecr.io/oauth2/exchange*',
      { kind: 'hang' },
      'timeout',
      /no answer within 2 s/
    ],
    [
      'an exchange without a token',
      'contoso.azurecr.io/oauth2/exchange*',
      { kind: 'answer', status: 200 },
      'unexpected-answer',
      /refresh_token is missing/
    ],
    [
      'an exchange elsewhere',
      'contoso.azurecr.io/oauth2/exchange*',
      redirectTo('https://elsewhere.contoso.example/'),
      'unexpected-answer',
      /is sent elsewhere/
    ],
    [
      'a token of 100 MB',
      'contoso.azurecr.io/oauth2/token*',
      { kind: 'oversized', bytes: 100 * 1024 * 1024 },
      'unexpected-answer',
      /larger than 4 MB/
    ],
    [
      'a config with other bytes',
      blobs,
      bodyOf('application/octet-stream', '{"os": "linux", "architecture": "arm64"}'),
      'unexpected-answer',
      /the config of .* its bytes are not those of sha256:/
    ],
    [
      'a config elsewhere',
      blobs,
      redirectTo('https://elsewhere.contoso.example/config'),
      'unexpected-answer',
      /leads to another host \(elsewhere\.contoso\.example\)/
    ],
    [
      'a config over plain HTTP',
      blobs,
      redirectTo('http://weumanaged1.blob.core.windows.net/config'),
      'unexpected-answer',
      /leads to another host/
    ],
    [
      'a config at another port',
      blobs,
      redirectTo('https://weumanaged1.blob.core.windows.net:8443/config'),
      'unexpected-answer',
      /leads to another host/
    ],
    [
      'a config at a host that only begins right',
      blobs,
      redirectTo('https://x.blob.core.windows.net.contoso.example/config'),
      'unexpected-answer',
      /leads to another host/
    ],
    [
      'a redirect to nowhere',
      blobs,
      redirectTo('https://'),
      'unexpected-answer',
      /its redirect leads nowhere/
    ],
    [
      'a tag whose times and names are of megabytes',
      manifests,
      bodyOf(manifest, {
        config: { mediaType: 'x'.repeat(1_000_000), digest: digestOf(''), size: 1 },
        layers: []
      }),
      'unexpected-answer',
      /config\.mediaType/
    ]
  ])('%s', async (_title, url, answer, code, message) => {
    const { reason, requests, connections, seconds } = await ask([{ url, answer }])
    expect(reason).toMatchObject({ code, message: expect.stringMatching(message) })
    expect(requests.map(({ host }) => host)).not.toContain('elsewhere.contoso.example')
    expect(connections.filter(each => /elsewhere|:80$|:8443|contoso\.example/.test(each))).toEqual(
      []
    )
    expect(seconds).toBeLessThan(8)
  })

  test.each<[title: string, url: string, answer: FaultAnswer]>([
    ['storage that does not answer', 'weumanaged1.blob.core.windows.net/*', { kind: 'hang' }],
    [
      'storage that sends in circles',
      'weumanaged1.blob.core.windows.net/*',
      redirectTo('https://weumanaged1.blob.core.windows.net/again')
    ],
    ['storage that refuses', 'weumanaged1.blob.core.windows.net/*', { kind: 'answer', status: 403 }]
  ])(
    'an image is there also with %s, and what it is built for stays open',
    async (_title, url, answer) => {
      const { state, requests } = await ask([{ url, answer }])
      expect(state).toMatchObject({ state: 'present', kind: 'manifest', platforms: [null] })
      expect(requests.filter(({ host }) => host.startsWith('weumanaged1')).length).toBeLessThan(3)
    }
  )

  test('throttling for a second is waited for', async () => {
    const { state } = await ask(
      [
        {
          url: manifests,
          times: 1,
          answer: { kind: 'answer', status: 429, headers: { 'retry-after': '1' } }
        }
      ],
      1
    )
    expect(state).toMatchObject({ state: 'present' })
  })

  test('a registry that does not answer is asked twice, and not once more for each image', async () => {
    const images = Array.from({ length: 40 }, (_, number) => ({
      registry: 'contoso.azurecr.io',
      repository: 'team/web',
      reference: `${number}`
    }))
    const { facts, registryRequests } = await collectFrom({
      world: { registries: [contoso], faults: [{ url: manifests, answer: { kind: 'hang' } }] },
      request: { registryHosts: ['contoso.azurecr.io'], images, registryLookup: 'require' },
      limits: { request: 2000, retries: 1, run: 30_000 }
    })
    const tried = registryRequests.filter(({ path }) => path.includes('/manifests/'))
    expect(new Set(facts.images.map(({ answer }) => answer.known || answer.reason.code))).toEqual(
      new Set(['timeout'])
    )
    expect(facts.images.every(({ inPassing }) => !inPassing)).toBe(true)
    expect(tried.length).toBeLessThanOrEqual(16)
  })
})
