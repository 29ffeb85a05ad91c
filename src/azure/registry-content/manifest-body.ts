import * as z from 'zod/mini'
import type { Platform } from '../../facts/images.ts'
import { UntrustedAnswerError } from '../arm-errors.ts'
import { manifestKind, schema1 } from './media-types.ts'

/** Of a word that a registry says: names of systems, architectures, types. */
const word = z.string().check(z.maxLength(200))
const words = z.array(word).check(z.maxLength(50))
const bytes = z.number().check(z.nonnegative())

const platformBody = z.object({
  os: word,
  architecture: word,
  variant: z.nullish(word),
  'os.version': z.nullish(word),
  'os.features': z.nullish(words)
})

/** In the words of the facts. */
export function platformFrom(body: z.infer<typeof platformBody>): Platform {
  return {
    os: body.os,
    architecture: body.architecture,
    variant: body.variant ?? null,
    osVersion: body['os.version'] ?? null,
    osFeatures: [...(body['os.features'] ?? [])]
  }
}

const descriptor = z.object({ mediaType: word, digest: word, size: bytes })

export type Descriptor = z.infer<typeof descriptor>

/** The largest published indexes have some dozens. */
const mostPlatforms = 1000

const indexBody = z.object({
  manifests: z
    .array(z.object({ platform: z.nullish(platformBody) }))
    .check(z.maxLength(mostPlatforms))
})

const manifestBody = z.object({
  artifactType: z.nullish(word),
  config: descriptor,
  layers: z.array(z.object({ size: bytes })).check(z.maxLength(mostPlatforms))
})

const schema1Body = z.object({
  architecture: word,
  history: z.array(z.object({ v1Compatibility: z.string() }))
})

export type ManifestBody =
  | { readonly kind: 'index'; readonly platforms: readonly (Platform | null)[] }
  | {
      readonly kind: 'manifest'
      readonly config: Descriptor
      readonly layers: number
      /** Compressed bytes of config and layers. */
      readonly size: number
      readonly artifactType: string | null
    }
  | { readonly kind: 'schema1'; readonly platform: Platform | null }

/**
 * A manifest of the type that the header of its answer names, which is what containerd goes by.
 *
 * @throws UntrustedAnswerError, ZodError or SyntaxError when it is none.
 */
export function parseManifest(mediaType: string, text: string): ManifestBody {
  const kind = manifestKind(mediaType)
  if (kind === null)
    throw new UntrustedAnswerError('it is no manifest of a type that was asked for')
  const body: unknown = JSON.parse(text)
  refuseAmbiguous(body, mediaType)
  switch (kind) {
    case 'index':
      return {
        kind,
        platforms: indexBody
          .parse(body)
          .manifests.map(({ platform }) => (platform == null ? null : platformFrom(platform)))
      }
    case 'manifest': {
      const { config, layers, artifactType } = manifestBody.parse(body)
      return {
        kind,
        config,
        layers: layers.length,
        size: layers.reduce((sum, { size }) => sum + size, config.size),
        artifactType: artifactType ?? null
      }
    }
    case 'schema1':
      return { kind, platform: schema1Platform(schema1Body.parse(body)) }
  }
}

const typed = z.object({
  mediaType: z.nullish(z.string()),
  manifests: z.optional(z.unknown()),
  config: z.optional(z.unknown()),
  layers: z.optional(z.unknown())
})

/** One body that is two things to two readers (CVE-2021-41190). */
function refuseAmbiguous(body: unknown, mediaType: string): void {
  const said = typed.parse(body)
  const both =
    said.manifests !== undefined && (said.config !== undefined || said.layers !== undefined)
  const other = said.mediaType != null && said.mediaType.toLowerCase() !== mediaType
  if (both || (other && mediaType !== schema1))
    throw new UntrustedAnswerError('it is an index to one reader and a manifest to another')
}

const compatibility = z.object({ os: z.nullish(word) })

/** The newest layer carries what the config of later formats holds. */
function schema1Platform({ architecture, history }: z.infer<typeof schema1Body>): Platform | null {
  const [newest] = history
  if (newest === undefined) return null
  const { os } = compatibility.parse(JSON.parse(newest.v1Compatibility))
  return os == null ? null : platformFrom({ os, architecture })
}

const signed = z.object({
  signatures: z.array(z.object({ protected: z.string() })).check(z.minLength(1))
})
const protectedHeader = z.object({ formatLength: z.number(), formatTail: z.string() })

/** The digest of a signed manifest is that of what was signed (distribution manifest/schema1, docker/libtrust). */
export function schema1Payload(text: string): string {
  const [signature] = signed.parse(JSON.parse(text)).signatures
  const decoded = (part: string): string => Buffer.from(part, 'base64url').toString('utf8')
  const { formatLength, formatTail } = protectedHeader.parse(
    JSON.parse(decoded(signature?.protected ?? ''))
  )
  const start = Buffer.from(text).subarray(0, formatLength).toString('utf8')
  return `${start}${decoded(formatTail)}`
}

const configBody = z.object({
  os: z.nullish(word),
  architecture: z.nullish(word),
  variant: z.nullish(word),
  'os.version': z.nullish(word),
  'os.features': z.nullish(words),
  rootfs: z.nullish(z.object({ diff_ids: z.nullish(z.array(z.unknown())) }))
})

export type ConfigBody = {
  readonly platform: Platform | null
  /** How many layers it unpacks to. */
  readonly layers: number
}

export function parseConfig(text: string): ConfigBody {
  const { os, architecture, rootfs, ...more } = configBody.parse(JSON.parse(text))
  return {
    platform:
      os == null || architecture == null ? null : platformFrom({ os, architecture, ...more }),
    layers: rootfs?.diff_ids?.length ?? 0
  }
}
