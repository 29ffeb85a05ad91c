import type { SecretEntry, SecretUser } from '../manifests.ts'
import { shortText } from '../short-text.ts'

/** What a docker config offers the kubelet, or a clause why the kubelet cannot read it. */
export type DockerConfig =
  | {
      readonly ok: true
      readonly entries: readonly SecretEntry[]
      /** Hosts stand at the top, as in the older form, where the kubelet looks for none and says nothing. */
      readonly misplaced: boolean
    }
  | {
      readonly ok: false
      readonly reason: string
      /** As far as it could be decoded; it never leaves the reader of secrets. */
      readonly text: string
      /** Whether the API server takes it all the same: it wants a JSON object, and does not look inside. */
      readonly isObject: boolean
    }

/** Only who signs in leaves this file, never with what. */
type Login = { readonly username: string; readonly password: string }

class DockerConfigError extends Error {}

/** `data` of a Secret must be padded (Go's StdEncoding, encoding/json); `auth` need not be (config.go). */
type Padding = 'demanded' | 'as-you-like'

/** The bytes behind base64, one character for each; Go's decoder leaves out line breaks too. */
const bytesOf = (base64: string, what: string, padding: Padding): string => {
  const compact = base64.replace(/[\r\n]/g, '')
  if (padding === 'demanded' && compact.length % 4 !== 0)
    throw new DockerConfigError(`${what} is not base64 with its padding`)
  try {
    if (/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return atob(compact)
  } catch {
    // The length is wrong: said below like a wrong character.
  }
  throw new DockerConfigError(`${what} is not base64`)
}

/** A byte order mark is kept, because Go's JSON refuses it. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** The text behind base64; throws where it is none. */
const decodeBase64 = (base64: string, what: string, padding: Padding): string =>
  utf8.decode(Uint8Array.from(bytesOf(base64, what, padding), byte => byte.charCodeAt(0)))

type JsonObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Go's decoder finds struct fields without regard to case, and the last of several wins (encoding/json). */
const field = (object: JsonObject, name: string): unknown =>
  Object.entries(object).findLast(([key]) => key.toLowerCase() === name)?.[1]

const textField = (object: JsonObject, name: string, host: string): string => {
  const value = field(object, name) ?? ''
  if (typeof value === 'string') return value
  throw new DockerConfigError(`'${name}' of '${host}' is not text`)
}

/** Kubernetes pkg/credentialprovider/config.go, decodeDockerConfigFieldAuth: padded or not, split at the first colon. */
const loginFromAuth = (auth: string, host: string): Login => {
  const decoded = decodeBase64(auth, `'auth' of '${host}'`, 'as-you-like')
  const colon = decoded.indexOf(':')
  if (colon < 0) throw new DockerConfigError(`'auth' of '${host}' is not base64 of USER:PASSWORD`)
  return { username: decoded.slice(0, colon), password: decoded.slice(colon + 1) }
}

/** `auth` wins over username and password; `identitytoken` and credential helpers mean nothing to the kubelet. */
const loginOf = (entry: unknown, host: string): Login => {
  if (entry === null) return { username: '', password: '' }
  if (!isObject(entry)) throw new DockerConfigError(`the entry '${host}' is no object`)
  const username = textField(entry, 'username', host)
  const password = textField(entry, 'password', host)
  // Of no use to the kubelet, and decoded with the rest.
  textField(entry, 'email', host)
  const auth = textField(entry, 'auth', host)
  return auth === '' ? { username, password } : loginFromAuth(auth, host)
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** The user name of a registry's refresh token; learn.microsoft.com, az acr login --expose-token. */
export const refreshTokenUser = '00000000-0000-0000-0000-000000000000'

const userOf = ({ username }: Login): SecretUser => {
  if (username === '') return { kind: 'none' }
  return guid.test(username) && username !== refreshTokenUser
    ? { kind: 'service-principal', clientId: username.toLowerCase() }
    : { kind: 'name', name: shortText(username) }
}

const secretEntry = (key: string, value: unknown): SecretEntry => {
  const login = loginOf(value, key)
  return { key, user: userOf(login), complete: login.username !== '' && login.password !== '' }
}

const parseJson = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    // JSON.parse quotes the text, which is secret.
    throw new DockerConfigError('it is no JSON')
  }
}

/** Go reads `null` into an empty object. */
const objectIn = (json: string): JsonObject => {
  const config = parseJson(json) ?? {}
  if (!isObject(config)) throw new DockerConfigError('it is no JSON object')
  return config
}

/** Text by name, or null (config.go, DockerConfigJSON); the kubelet does not use them, and decodes them. */
const requireHeaders = (headers: unknown): void => {
  const values = isObject(headers) ? Object.values(headers) : [headers]
  if (!values.every(value => value === null || (typeof value === 'string' && isObject(headers))))
    throw new DockerConfigError(`'HttpHeaders' is not text by name`)
}

const entriesOf = (config: JsonObject, form: DockerConfigForm): readonly SecretEntry[] => {
  if (form === 'dockerconfigjson') requireHeaders(field(config, 'httpheaders') ?? null)
  const hosts = form === 'dockerconfigjson' ? (field(config, 'auths') ?? {}) : config
  if (!isObject(hosts)) throw new DockerConfigError(`'auths' is no object`)
  return Object.entries(hosts).map(([key, value]) => secretEntry(key, value))
}

const holdsHosts = (config: JsonObject): boolean =>
  Object.values(config).some(
    entry => isObject(entry) && ['auth', 'username'].some(name => field(entry, name) !== undefined)
  )

/** With `auths` around the hosts, or the older form without. */
export type DockerConfigForm = 'dockerconfigjson' | 'dockercfg'

/** Kubernetes pkg/credentialprovider/config.go; one wrong entry makes the kubelet refuse the whole config. */
export const readDockerConfig = (
  content: { readonly encoding: 'base64' | 'text'; readonly text: string },
  form: DockerConfigForm
): DockerConfig => {
  let { text } = content
  let isObject = false
  try {
    if (content.encoding === 'base64') text = decodeBase64(text, `'data'`, 'demanded')
    const config = objectIn(text)
    isObject = true
    const entries = entriesOf(config, form)
    return { ok: true, entries, misplaced: entries.length === 0 && holdsHosts(config) }
  } catch (error) {
    if (error instanceof DockerConfigError)
      return { ok: false, reason: error.message, text, isObject }
    throw error
  }
}
