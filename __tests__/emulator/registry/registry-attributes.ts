import { loginServerOf } from '../arm-bodies/registry.ts'
import type { CloudState } from '../cloud-state.ts'
import { createdOn } from '../cloud-state.ts'
import { isObject, type JsonObject } from '../arm-bodies/json.ts'
import { ok, type Answer, type Call } from '../exchange.ts'
import type { PushedData, RegistryData } from '../world.ts'
import { pushedContent, type Pushed } from './pushed-content.ts'
import { registryError, unauthorized } from './registry-errors.ts'
import { registryClaims } from './registry-tokens.ts'

const path = /^\/acr\/v1\/(?<repository>.+?)\/(?<list>_tags|_manifests)(?:\/(?<reference>[^/]+))?$/

/**
 * `/acr/v1`: what a registry says about tags and manifests to whoever may read no content
 * (azure-rest-api-specs, containerregistry/data-plane, 2021-07-01).
 */
export function registryAttributes(
  state: CloudState,
  registry: RegistryData,
  call: Call
): Answer | null {
  const { repository, list, reference } = path.exec(call.path)?.groups ?? {}
  if (call.method !== 'GET' || repository === undefined) return null
  if (!mayRead(registry, repository, call)) return unauthorized(repository, 'metadata_read')
  const pushed = (registry.pushed ?? []).filter(data => data.repository === repository)
  if (pushed.length === 0)
    return registryError(404, 'NAME_UNKNOWN', `repository "${repository}" is not found`)
  const head = { registry: loginServerOf(registry), imageName: repository }
  if (list === '_manifests') return manifestAnswer(state, head, pushed, reference)
  if (reference !== undefined) return tagAnswer(state, head, pushed, reference)
  const tags = pushed.map(data => tagBody(state, data))
  return ok({ ...head, tags: tags.slice(0, Number(call.query.get('n') ?? 100)) })
}

function mayRead(registry: RegistryData, repository: string, { headers }: Call): boolean {
  const token = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? ''
  const access = registryClaims(loginServerOf(registry), token)?.['access']
  return (
    Array.isArray(access) &&
    access.some(
      (each: unknown) =>
        isObject(each) &&
        each['name'] === repository &&
        JSON.stringify(each['actions']).includes('metadata_read')
    )
  )
}

const attributes = ({ readEnabled = true }: PushedData): JsonObject => ({
  deleteEnabled: true,
  writeEnabled: true,
  readEnabled,
  listEnabled: true
})

const times = (state: CloudState, { pushedAt }: PushedData): JsonObject => ({
  createdTime: createdOn(state, pushedAt),
  lastUpdateTime: createdOn(state, pushedAt)
})

const tagBody = (state: CloudState, data: PushedData): JsonObject => ({
  name: data.tag,
  digest: pushedContent(data).manifest.digest,
  ...times(state, data),
  signed: false,
  changeableAttributes: attributes(data)
})

function tagAnswer(
  state: CloudState,
  head: JsonObject,
  pushed: readonly PushedData[],
  tag: string
): Answer {
  const data = pushed.find(each => each.tag === tag)
  return data === undefined
    ? registryError(404, 'TAG_UNKNOWN', 'the specified tag does not exist')
    : ok({ ...head, tag: tagBody(state, data) })
}

function manifestAnswer(
  state: CloudState,
  head: JsonObject,
  pushed: readonly PushedData[],
  digest: string | undefined
): Answer {
  const found = pushed
    .map(data => ({ data, content: pushedContent(data) }))
    .find(({ content }) => content.manifest.digest === digest)
  return found === undefined
    ? registryError(404, 'MANIFEST_UNKNOWN', `manifest sha256:${digest ?? ''} is not found`)
    : ok({ ...head, manifest: manifestBody(state, found.data, found.content) })
}

/** Of a platform only architecture and os, and nothing of what an artifact is. */
function manifestBody(
  state: CloudState,
  data: PushedData,
  { manifest, children, blobs }: Pushed
): JsonObject {
  const [os, architecture] = (data.platforms?.[0] ?? 'linux/amd64').split(/[/:]/)
  return {
    digest: manifest.digest,
    imageSize: blobs.reduce((sum, { bytes }) => sum + bytes.length, 0),
    ...times(state, data),
    ...(data.kind === undefined ? { architecture, os } : {}),
    mediaType: manifest.mediaType,
    ...(data.kind === 'index' ? {} : { configMediaType: blobs[0]?.mediaType }),
    tags: [data.tag],
    changeableAttributes: attributes(data),
    ...(children.length === 0
      ? {}
      : {
          references: children.map(child => ({
            digest: child.manifest.digest,
            architecture: child.platform?.['architecture'],
            os: child.platform?.['os']
          }))
        })
  }
}
