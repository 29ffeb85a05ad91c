/** What a registry may answer with at `/v2/…/manifests/…` (opencontainers/image-spec media-types.md; distribution spec v2-2). */
const indexes: readonly string[] = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json'
]

const manifests: readonly string[] = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json'
]

export const schema1 = 'application/vnd.docker.distribution.manifest.v1+prettyjws'

/**
 * All of them, in every request: a registry that has a manifest of a type which was not asked for answers 404
 * MANIFEST_UNKNOWN, as if there were none (distribution registry/handlers/manifests.go).
 */
export const acceptedManifests = [...indexes, ...manifests, schema1].join(', ')

export type ManifestKind = 'index' | 'manifest' | 'schema1'

/** null: no manifest of an image, whatever it is. */
export function manifestKind(mediaType: string): ManifestKind | null {
  if (indexes.includes(mediaType)) return 'index'
  if (manifests.includes(mediaType)) return 'manifest'
  return mediaType === schema1 ? 'schema1' : null
}

const imageConfigs: readonly string[] = [
  'application/vnd.oci.image.config.v1+json',
  'application/vnd.docker.container.image.v1+json'
]

export const isImageConfig = (mediaType: string): boolean => imageConfigs.includes(mediaType)

/** Configs that say of themselves that there is no image (opencontainers/image-spec manifest.md; helm pkg/registry). */
const otherConfigs: readonly string[] = [
  'application/vnd.oci.empty.v1+json',
  'application/vnd.cncf.helm.config.v1+json'
]

export const isNoImageConfig = (mediaType: string): boolean => otherConfigs.includes(mediaType)

/** Of a Content-Type header, without its parameters; lower case. */
export const mediaTypeOf = (header: string | undefined): string =>
  (header ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
