import * as z from 'zod/mini'
import { known, type Fact } from '../../facts/fact.ts'
import type { ImageState, Platform, PresentImage } from '../../facts/images.ts'
import { UntrustedAnswerError } from '../arm-errors.ts'
import { isDigest } from './digests.ts'
import { absence, subject, type AskedImage } from './image-content.ts'
import { isNoImageConfig, manifestKind } from './media-types.ts'
import { readFrom, refusal } from './refusals.ts'
import type { RegistryRequests } from './registry-requests.ts'

/* What a registry says about its content (azure-rest-api-specs, containerregistry/data-plane, 2021-07-01). */

const word = z.nullish(z.string().check(z.maxLength(200)))
const changeable = z.nullish(z.object({ readEnabled: z.nullish(z.boolean()) }))

const tagBody = z.object({
  tag: z.object({
    digest: z.string(),
    createdTime: word,
    lastUpdateTime: word,
    changeableAttributes: changeable
  })
})

const manifestBody = z.object({
  manifest: z.object({
    digest: z.string(),
    imageSize: z.nullish(z.number()),
    createdTime: word,
    lastUpdateTime: word,
    architecture: word,
    os: word,
    mediaType: word,
    configMediaType: word,
    changeableAttributes: changeable,
    references: z.nullish(
      z.array(z.object({ architecture: word, os: word })).check(z.maxLength(1000))
    )
  })
})

type ManifestAttributes = z.infer<typeof manifestBody>['manifest']
type TagAttributes = z.infer<typeof tagBody>['tag']

/** For whoever may read what the registry says about an image, and not the image: names, platforms and locks. */
export function readAttributes(
  requests: RegistryRequests,
  asked: AskedImage
): Promise<Fact<ImageState>> {
  const about = subject(requests, asked)
  const ask = (path: string) =>
    requests.get(`/acr/v1/${asked.repository}/${path}`, { authorization: `Bearer ${asked.token}` })
  return readFrom(about, async () => {
    const byTag = isDigest(asked.reference) ? null : await ask(`_tags/${asked.reference}`)
    if (byTag !== null && byTag.status !== 200) return absence(byTag) ?? refusal(about, byTag)
    const tag = byTag === null ? null : tagBody.parse(JSON.parse(byTag.text)).tag
    const digest = tag?.digest ?? asked.reference
    const response = await ask(`_manifests/${digest}`)
    if (response.status !== 200) return absence(response) ?? refusal(about, response)
    const { manifest } = manifestBody.parse(JSON.parse(response.text))
    if (manifest.digest !== digest)
      throw new UntrustedAnswerError('it is about another manifest than the one that was asked for')
    return known(presentFrom(manifest, tag))
  })
}

function presentFrom(manifest: ManifestAttributes, tag: TagAttributes | null): PresentImage {
  const isIndex = manifestKind(manifest.mediaType ?? '') === 'index'
  const config = manifest.configMediaType ?? ''
  const isArtifact = !isIndex && isNoImageConfig(config)
  const dated = tag ?? manifest
  return {
    state: 'present',
    seen: 'metadata',
    digest: manifest.digest,
    mediaType: manifest.mediaType ?? null,
    kind: isIndex ? 'index' : isArtifact ? 'artifact' : 'manifest',
    artifactType: isArtifact ? config : null,
    platforms: isArtifact ? [] : platformsOf(manifest, isIndex),
    readEnabled: readable([tag, manifest]),
    size: isIndex ? null : (manifest.imageSize ?? null),
    createdAt: dated.createdTime ?? null,
    lastUpdatedAt: dated.lastUpdateTime ?? null
  }
}

/** Locked as soon as one of them is; that none is must be said. */
function readable(
  attributes: readonly (Pick<TagAttributes, 'changeableAttributes'> | null)[]
): boolean | null {
  const said = attributes.flatMap(each =>
    each === null ? [] : [each.changeableAttributes?.readEnabled ?? null]
  )
  if (said.includes(false)) return false
  return said.includes(null) ? null : true
}

const platformsOf = (manifest: ManifestAttributes, isIndex: boolean): PresentImage['platforms'] =>
  (isIndex ? (manifest.references ?? []) : [manifest]).map(({ os, architecture }) =>
    platform(os, architecture)
  )

const platform = (
  os: string | null | undefined,
  architecture: string | null | undefined
): Platform | null =>
  os == null || architecture == null || os === '' || architecture === ''
    ? null
    : { os, architecture, variant: null, osVersion: null, osFeatures: [] }
