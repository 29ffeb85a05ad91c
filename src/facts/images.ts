import * as z from 'zod/mini'
import {
  factOf,
  listOf,
  named,
  orElse,
  orNone,
  orNotTold,
  text,
  textOrNone,
  textOrNotTold,
  type ValueOf
} from './schema-parts.ts'

const orNoneOrLeftOut = orElse(textOrNone, null)

/** What a manifest is built for, in the words of the OCI image index (opencontainers/image-spec, image-index.md). */
const platform = named(
  'Platform',
  'What a manifest of an image is built for.',
  z.object({
    os: text,
    architecture: text,
    variant: orNoneOrLeftOut,
    /** Such as `10.0.20348.2700`, of Windows images. */
    osVersion: orNoneOrLeftOut,
    osFeatures: orElse(listOf(text), [])
  })
)

export type Platform = ValueOf<typeof platform>

const presentImage = z.object({
  state: z.literal('present'),
  /** What the reference leads to: of an index its own. */
  digest: text,
  /** As the registry gives it with the manifest; null: it gave none. */
  mediaType: orNoneOrLeftOut,
  /** `artifact`: a manifest that is no image, such as a Helm chart or a signature. */
  kind: z.enum(['index', 'manifest', 'artifact']),
  /** Of an artifact, what it is: its `artifactType`, or the media type of its config. */
  artifactType: orNoneOrLeftOut,
  /**
   * Of an index, one for each manifest in its order; of a manifest, that of its config. null: it names none, or the config
   * was not read.
   */
  platforms: listOf(orNone(platform)),
  /**
   * `content`: manifest and config themselves. `metadata`: what the registry says about them to whoever may not read them,
   * which leaves out variants, builds of Windows and types of artifacts.
   */
  seen: orElse(z.enum(['content', 'metadata']), 'content'),
  /** Whether tag and manifest may be read; null: nobody asked, because the content was read. */
  readEnabled: orNone(z.boolean()),
  /** Compressed bytes of config and layers together; of an index never told. */
  size: orElse(orNotTold(z.number()), null),
  /** Of the tag, or of the manifest where the reference is a digest (ISO 8601). */
  createdAt: orElse(textOrNotTold, null),
  lastUpdatedAt: orElse(textOrNotTold, null)
})

const absentImage = z.object({
  state: z.literal('absent'),
  /** The registry's own: MANIFEST_UNKNOWN, or NAME_UNKNOWN where it has no such repository. */
  code: text,
  /** Tags of the repository that look like it, where the caller may list them; the nearest first. */
  nearestTags: orElse(listOf(text), [])
})

const imageState = named(
  'ImageState',
  'What a registry said about one tag or digest.',
  z.discriminatedUnion('state', [presentImage, absentImage])
)

export type ImageState = ValueOf<typeof imageState>

export type PresentImage = Extract<ImageState, { readonly state: 'present' }>

export type AbsentImage = Extract<ImageState, { readonly state: 'absent' }>

export const imageAnswer = z.object({
  /** Host as manifests write it, lower case, without port: the `host` of an answer about a registry. */
  registry: text,
  repository: text,
  /** A digest, or a tag; an image that names both is pulled by its digest. */
  reference: text,
  answer: factOf(imageState),
  /** ISO 8601, UTC. */
  askedAt: z.iso.datetime(),
  /** Asked only where it is allowed, and without an answer: that opens no verdict unless somebody requires one. */
  inPassing: orElse(z.boolean(), false)
})

/** A tag or digest that a registry was asked about. One that is not among the answers was not asked about. */
export type ImageAnswer = ValueOf<typeof imageAnswer>

/** What a registry is asked, in the words of its answer. */
export type ImageQuestion = Pick<ImageAnswer, 'registry' | 'repository' | 'reference'>

/**
 * `auto`: the registries are asked where that is allowed, and what they refuse stays not proven. `require`: an image without
 * an answer is unknown. `off`: no registry is asked; answers that the facts hold count all the same.
 */
export const lookupModes = ['auto', 'require', 'off'] as const

export type LookupMode = (typeof lookupModes)[number]
