import { createHash } from 'node:crypto'

import type { JsonObject } from '../arm-bodies/json.ts'
import type { PushedData } from '../world.ts'

/** A manifest, a config or a layer, as its bytes; the same data always gives the same digest. */
export type Blob = {
  readonly mediaType: string
  readonly bytes: Buffer
  readonly digest: string
}

/** What a push brings: the manifest that the tag names, and everything that it refers to. */
export type Pushed = {
  readonly manifest: Blob
  /** The manifests of an index, each with what it is built for. */
  readonly children: readonly Child[]
  /** Configs and layers. */
  readonly blobs: readonly Blob[]
}

type Child = { readonly manifest: Blob; readonly platform: JsonObject | null }

const mediaTypes = {
  oci: {
    index: 'application/vnd.oci.image.index.v1+json',
    manifest: 'application/vnd.oci.image.manifest.v1+json',
    config: 'application/vnd.oci.image.config.v1+json',
    layer: 'application/vnd.oci.image.layer.v1.tar'
  },
  docker: {
    index: 'application/vnd.docker.distribution.manifest.list.v2+json',
    manifest: 'application/vnd.docker.distribution.manifest.v2+json',
    config: 'application/vnd.docker.container.image.v1+json',
    layer: 'application/vnd.docker.image.rootfs.diff.tar'
  }
} as const

type MediaTypes = (typeof mediaTypes)[keyof typeof mediaTypes]

export const digestOf = (bytes: Buffer | string): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`

const blob = (mediaType: string, bytes: Buffer): Blob => ({
  mediaType,
  bytes,
  digest: digestOf(bytes)
})

const json = (mediaType: string, value: JsonObject): Blob =>
  blob(mediaType, Buffer.from(JSON.stringify(value)))

const descriptor = ({ mediaType, bytes, digest }: Blob): JsonObject => ({
  mediaType,
  digest,
  size: bytes.length
})

/** `linux/arm64/v8`, `windows/amd64:10.0.20348.2700`; `none` is a manifest of an index that names no platform. */
function platformOf(text: string): JsonObject | null {
  if (text === 'none') return null
  const [machine = '', osVersion] = text.split(':')
  const [os, architecture, variant] = machine.split('/')
  return {
    os,
    architecture,
    ...(variant === undefined ? {} : { variant }),
    ...(osVersion === undefined ? {} : { 'os.version': osVersion })
  }
}

/** An empty tar. */
const layerBytes = Buffer.alloc(1024)

function image(platform: string, types: MediaTypes): { manifest: Blob; blobs: readonly Blob[] } {
  const layer = blob(types.layer, layerBytes)
  const config = json(types.config, {
    created: '2026-03-01T08:00:00Z',
    ...(platformOf(platform) ?? { os: 'linux', architecture: 'amd64' }),
    config: {},
    rootfs: { type: 'layers', diff_ids: [layer.digest] }
  })
  const manifest = json(types.manifest, {
    schemaVersion: 2,
    mediaType: types.manifest,
    config: descriptor(config),
    layers: [descriptor(layer)]
  })
  return { manifest, blobs: [config, layer] }
}

/** A Helm chart, as `helm push` writes it. */
function chart(): Pushed {
  const types = mediaTypes.oci
  const config = json('application/vnd.cncf.helm.config.v1+json', { name: 'web', version: '1.0.0' })
  const layer = blob('application/vnd.cncf.helm.chart.content.v1.tar+gzip', layerBytes)
  const manifest = json(types.manifest, {
    schemaVersion: 2,
    mediaType: types.manifest,
    config: descriptor(config),
    layers: [descriptor(layer)]
  })
  return { manifest, children: [], blobs: [config, layer] }
}

function index(platforms: readonly string[], types: MediaTypes): Pushed {
  const images = platforms.map(platform => ({ platform, ...image(platform, types) }))
  const children = images.map(({ platform, manifest }) => ({
    manifest,
    platform: platformOf(platform)
  }))
  const manifest = json(types.index, {
    schemaVersion: 2,
    mediaType: types.index,
    manifests: children.map(child => ({
      ...descriptor(child.manifest),
      ...(child.platform === null ? {} : { platform: child.platform })
    }))
  })
  return { manifest, children, blobs: images.flatMap(({ blobs }) => blobs) }
}

/** The bytes that a push of this data brings. */
export function pushedContent(data: PushedData): Pushed {
  const types = mediaTypes[data.format ?? 'oci']
  const platforms = data.platforms ?? ['linux/amd64']
  if (data.kind === 'chart') return chart()
  if (data.kind === 'index') return index(platforms, types)
  const { manifest, blobs } = image(platforms[0] ?? 'linux/amd64', types)
  return { manifest, children: [], blobs }
}

/** What manifests pin it by. */
export const pushedDigest = (data: Omit<PushedData, 'repository' | 'tag'>): string =>
  pushedContent({ repository: '', tag: '', ...data }).manifest.digest
