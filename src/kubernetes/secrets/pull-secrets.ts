import { readDockerConfig, type DockerConfigForm } from './docker-config.ts'
import type { ManifestObject } from '../kubernetes-objects.ts'
import type { Location } from '../../yaml/location.ts'
import type { Secret, SecretEntry, SecretProblem } from '../manifests.ts'
import { child, scalarIn } from '../../yaml/nodes.ts'
import type { ReadOptions } from '../read-options.ts'
import { substitutionFor } from '../substitution.ts'
import { placeholdersIn, resolvePlaceholders } from '../placeholders/placeholders.ts'
import { nameIn } from '../short-text.ts'
import type { MappingNode } from '../../yaml/yaml-nodes.ts'

export { keyringMatches } from './keyring.ts'

/** The only two types the kubelet takes credentials from (kubernetes pkg/credentialprovider/secrets/secrets.go). */
export const forms: ReadonlyMap<string, DockerConfigForm> = new Map([
  ['kubernetes.io/dockerconfigjson', 'dockerconfigjson'],
  ['kubernetes.io/dockercfg', 'dockercfg']
])

/** Why the kubelet passes over every Secret of a type, as a clause; null where it does not. */
export const typeProblem = (type: string): string | null =>
  forms.has(type)
    ? null
    : `its type is ${type}, and the kubelet reads only kubernetes.io/dockerconfigjson and kubernetes.io/dockercfg`

type Content = { readonly encoding: 'base64' | 'text'; readonly text: string }

/** `stringData` overwrites `data`, whatever their order (kubernetes/api core/v1 types.go, Secret). */
const contentAt = (node: MappingNode, key: string): Content | null => {
  const plain = scalarIn(child(child(node, 'stringData'), key))
  if (plain !== null) return { encoding: 'text', text: plain.text }
  const encoded = scalarIn(child(child(node, 'data'), key))
  return encoded === null ? null : { encoding: 'base64', text: encoded.text }
}

/** A value in capitals that somebody replaces, such as `REPLACE_ME`; base64 has no underscores. */
const standIn = /(?:^|")[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?:"|$)/

/** Whether the file holds not what the cluster gets: SOPS encrypts values, pipelines fill in placeholders. */
const isFilledLater = (node: MappingNode, text: string): boolean =>
  child(node, 'sops') !== null ||
  text.startsWith('ENC[') ||
  placeholdersIn(text).length > 0 ||
  standIn.test(text)

type Fillings = Pick<ReadOptions, 'variables' | 'substitution'>

type Reading =
  | { readonly problem: SecretProblem; readonly entries: readonly [] }
  | { readonly problem: null; readonly entries: readonly SecretEntry[] }

const nothingRead = { problem: null, entries: [] } as const

const passedOver = (text: string): Reading => ({
  problem: { text, endsPull: false },
  entries: []
})

const undecodable = (text: string): Reading => ({ problem: { text, endsPull: true }, entries: [] })

/** Twice what a Secret may hold, in base64 (kubernetes/api core/v1 types.go, MaxSecretSize: 1 MiB). */
const longestContent = 2_800_000

/** Of one Secret; nobody signs in to a tenth of it. */
const mostEntries = 1_000
/** A longer one is made of globs: no image reference is so long. */
const longestKey = 1_024

/** What is not looked through is as good as hidden: an entry of it may cover any image. */
const isTooLong = (entries: readonly SecretEntry[]): boolean =>
  entries.length > mostEntries || entries.some(({ key }) => key.length > longestKey)

/** null: what the cluster gets is not in the file, or more than is looked through. */
const readSecret = (
  node: MappingNode,
  type: string,
  { variables, substitution }: Fillings
): Reading | null => {
  const form = forms.get(type)
  if (form === undefined) return passedOver(typeProblem(type) ?? '')
  const key = `.${form}`
  const content = contentAt(node, key)
  if (content === null)
    return child(node, 'sops') === null ? passedOver(`it has no key ${key}`) : null
  if (content.text.length > longestContent) return null
  const config = readDockerConfig(content, form)
  if (!config.ok) {
    if ([content.text, config.text].some(text => isFilledLater(node, text))) return null
    const trouble = `its ${key} cannot be read: ${config.reason}`
    return config.isObject ? undecodable(trouble) : passedOver(trouble)
  }
  if (config.misplaced) return passedOver(`the hosts in its ${key} do not stand below 'auths'`)
  if (isTooLong(config.entries)) return null
  const entries = config.entries.map(entry => ({
    ...entry,
    key: resolvePlaceholders(entry.key, variables, substitution).text
  }))
  // An empty config is a stub for a controller that copies the real one into it.
  const isPartial =
    entries.length === 0 || entries.some(({ key }) => placeholdersIn(key).length > 0)
  return isPartial ? null : { problem: null, entries }
}

/** A Secret of the manifests as the kubelet would use it for pulls. */
export const pullSecret = (
  object: ManifestObject,
  location: Location,
  { variables, substitution }: Fillings
): Secret => {
  const { workload, node } = object
  const type = nameIn(child(node, 'type')) ?? 'Opaque'
  const reading = readSecret(node, type, {
    variables,
    substitution: substitutionFor(object, substitution)
  })
  return {
    namespace: workload.namespace ?? '',
    name: workload.name,
    type,
    hidden: reading === null,
    ...(reading ?? nothingRead),
    madeBy: null,
    location
  }
}
