import { known, unknown, type Fact } from '../../facts/fact.ts'
import type { ImageState, Platform, PresentImage } from '../../facts/images.ts'
import { UntrustedAnswerError } from '../arm-errors.ts'
import { isDigest, requireDigest, sha256 } from './digests.ts'
import {
  parseConfig,
  parseManifest,
  schema1Payload,
  type ConfigBody,
  type ManifestBody
} from './manifest-body.ts'
import {
  acceptedManifests,
  isImageConfig,
  isNoImageConfig,
  mediaTypeOf,
  schema1
} from './media-types.ts'
import { errorCode, readFrom, refusal, type AskedAbout } from './refusals.ts'
import type { RegistryRequests, RegistryResponse } from './registry-requests.ts'

/** A tag or digest of a repository, and the token to ask for it. */
export type AskedImage = {
  readonly repository: string
  readonly reference: string
  readonly token: string
  /** The right without which the registry refuses. */
  readonly right: string | null
}

/** As the registry itself says that it has no such thing (opencontainers/distribution-spec, error codes; the last: `/acr/v1`). */
const absentCodes: readonly string[] = ['MANIFEST_UNKNOWN', 'NAME_UNKNOWN', 'TAG_UNKNOWN']

/** Absent only in the registry's own words: a proxy on the way answers 404 too. */
export function absence(response: RegistryResponse): Fact<ImageState> | null {
  const code = errorCode(response)
  if (response.status !== 404 || !absentCodes.includes(code)) return null
  return known({ state: 'absent', code, nearestTags: [] })
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

export const subject = (
  { loginServer }: RegistryRequests,
  { repository, reference, right }: AskedImage
): AskedAbout => ({
  loginServer,
  what: `${loginServer}/${repository}${isDigest(reference) ? '@' : ':'}${reference}`,
  right
})

/** Reads manifest and config, as a node does before it takes any layer. */
export function readContent(
  requests: RegistryRequests,
  asked: AskedImage
): Promise<Fact<ImageState>> {
  const about = subject(requests, asked)
  return readFrom(about, async () => {
    const response = await requests.get(`/v2/${asked.repository}/manifests/${asked.reference}`, {
      ...bearer(asked.token),
      accept: acceptedManifests
    })
    if (response.status !== 200) return absence(response) ?? refusal(about, response)
    const digest = provenDigest(response, asked.reference)
    const mediaType = mediaTypeOf(response.header('content-type'))
    const manifest = parseManifest(mediaType, response.text)
    const built = await buildOf(requests, asked, manifest)
    if (!built.known) return built
    return known({
      ...{ state: 'present', seen: 'content', digest, mediaType },
      ...{ readEnabled: null, createdAt: null, lastUpdatedAt: null },
      ...built.value
    })
  })
}

/** What the reference leads to, by the bytes that came, whatever the registry calls it. */
function provenDigest(response: RegistryResponse, reference: string): string {
  const { text } = response
  const isSigned = mediaTypeOf(response.header('content-type')) === schema1
  const bytes = isSigned ? schema1Payload(text) : text
  const said = response.header('docker-content-digest')
  for (const digest of [said, isDigest(reference) ? reference : undefined])
    if (digest !== undefined) requireDigest(bytes, digest)
  return isDigest(reference) ? reference : (said ?? sha256(bytes))
}

type Build = Pick<PresentImage, 'kind' | 'artifactType' | 'platforms' | 'size'>

async function buildOf(
  requests: RegistryRequests,
  asked: AskedImage,
  manifest: ManifestBody
): Promise<Fact<Build>> {
  switch (manifest.kind) {
    case 'index':
      return known({
        kind: 'index',
        artifactType: null,
        platforms: [...manifest.platforms],
        size: null
      })
    case 'schema1':
      return known({
        kind: 'manifest',
        artifactType: null,
        platforms: [manifest.platform],
        size: null
      })
    case 'manifest': {
      const { size, artifactType, config } = manifest
      const type = artifactType ?? config.mediaType
      if (isNoImageConfig(config.mediaType)) return known(artifact(type, size))
      const read = await readConfig(requests, asked, manifest)
      if (read.known)
        return known(
          isImage(manifest, read.value) ? image(read.value.platform, size) : artifact(type, size)
        )
      // That the image is there is known all the same; only what cannot be an image otherwise must be looked into.
      return isImageConfig(config.mediaType) && read.reason.code !== 'unexpected-answer'
        ? known(image(null, size))
        : read
    }
  }
}

const image = (platform: Platform | null, size: number): Build => ({
  kind: 'manifest',
  artifactType: null,
  platforms: [platform],
  size
})

const artifact = (artifactType: string, size: number): Build => ({
  kind: 'artifact',
  artifactType,
  platforms: [],
  size
})

/** containerd unpacks any config that has as many layers as the manifest ("mismatched image rootfs and manifest layers"). */
const isImage = (
  { config, layers }: Extract<ManifestBody, { kind: 'manifest' }>,
  body: ConfigBody
): boolean => isImageConfig(config.mediaType) || (body.layers > 0 && body.layers === layers)

function readConfig(
  requests: RegistryRequests,
  asked: AskedImage,
  { config: { digest } }: Extract<ManifestBody, { kind: 'manifest' }>
): Promise<Fact<ConfigBody>> {
  const about = {
    ...subject(requests, asked),
    what: `the config of ${subject(requests, asked).what}`
  }
  return readFrom(about, async () => {
    const first = await requests.get(`/v2/${asked.repository}/blobs/${digest}`, bearer(asked.token))
    const response = isRedirect(first) ? await followed(requests, first) : first
    if (response.status !== 200)
      return unknown('network', `${about.what} could not be read (${response.status})`)
    requireDigest(response.text, digest)
    return known(parseConfig(response.text))
  })
}

const isRedirect = ({ status }: RegistryResponse): boolean =>
  [301, 302, 303, 307, 308].includes(status)

/** Blobs lie in storage, at an address that is its own credential; one step, no further. */
function followed(
  requests: RegistryRequests,
  redirect: RegistryResponse
): Promise<RegistryResponse> {
  const location = redirect.header('location') ?? ''
  const base = `https://${requests.loginServer}`
  if (!URL.canParse(location, base)) throw new UntrustedAnswerError('its redirect leads nowhere')
  return requests.follow(new URL(location, base).href)
}
