import { readDockerConfig, type DockerConfigForm } from '../kubernetes/secrets/docker-config.ts'
import type { SecretEntry } from '../kubernetes/manifests.ts'
import { placeholdersIn } from '../kubernetes/placeholders/placeholders.ts'
import type { Pseudonyms } from './pseudonyms.ts'
import { withoutNames } from './words.ts'

export type Encoding = 'base64' | 'text'

/** Stands for whatever was secret. */
export const removed = 'removed'

const utf8 = new TextEncoder()

const base64 = (text: string): string =>
  btoa(Array.from(utf8.encode(text), byte => String.fromCharCode(byte)).join(''))

const encoded = (text: string, encoding: Encoding): string =>
  encoding === 'base64' ? base64(text) : text

/** The value of a Secret that no kubelet pulls with. */
export const removedValue = (encoding: Encoding): string => encoded(removed, encoding)

function usernameOf({ user }: SecretEntry, names: Pseudonyms): string {
  switch (user.kind) {
    case 'none':
      return ''
    case 'service-principal':
      return names.guid(user.clientId)
    case 'name':
      return withoutNames(user.name, names)
  }
}

/** Who signs in where, and whether with anything. */
const loginOf = (entry: SecretEntry, names: Pseudonyms) => ({
  username: usernameOf(entry, names),
  password: entry.complete ? removed : ''
})

function configOf(
  entries: readonly SecretEntry[],
  form: DockerConfigForm,
  names: Pseudonyms
): string {
  const hosts = Object.fromEntries(
    entries.map(entry => [withoutNames(entry.key, names), loginOf(entry, names)])
  )
  return JSON.stringify(form === 'dockerconfigjson' ? { auths: hosts } : hosts)
}

/** Read as `the API server takes it, the kubelet does not`. */
const refusedByKubelet: Readonly<Record<DockerConfigForm, string>> = {
  dockerconfigjson: '{"auths":[]}',
  dockercfg: '{"removed":1}'
}

/** A value in capitals that somebody replaces. */
const standIn = /(?:^|")[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?:"|$)/

/** What a pipeline fills in later, or a tool has encrypted; null: nothing of that kind. */
function filledLater(text: string, names: Pseudonyms): string | null {
  const [placeholder] = placeholdersIn(text)
  if (placeholder !== undefined) return withoutNames(placeholder, names)
  if (text.startsWith('ENC[')) return `ENC[${removed}]`
  return standIn.test(text) ? 'REPLACE_ME' : null
}

/** A docker config with the same hosts and users and no credentials; one that cannot be read stays one. */
export function dockerConfigWithoutSecrets(
  content: { readonly encoding: Encoding; readonly text: string },
  form: DockerConfigForm,
  names: Pseudonyms
): string {
  const config = readDockerConfig(content, form)
  const { encoding } = content
  if (config.ok) return encoded(configOf(config.entries, form, names), encoding)
  const asWritten = filledLater(content.text, names)
  if (asWritten !== null) return asWritten
  const within = filledLater(config.text, names)
  if (within !== null) return encoded(within, encoding)
  if (config.isObject) return encoded(refusedByKubelet[form], encoding)
  return encoding === 'base64' && config.text === content.text
    ? `${removed}!`
    : encoded(removed, encoding)
}

/** The hosts of a docker config, as it writes them. */
export function hostsOf(
  content: { readonly encoding: Encoding; readonly text: string },
  form: DockerConfigForm
): readonly string[] {
  const config = readDockerConfig(content, form)
  return config.ok ? config.entries.map(({ key }) => key) : []
}
