import type { Fix } from '../../src/checks/check.ts'
import { resourceName } from '../../src/base/resource-id.ts'
import { shellWords } from './shell-words.ts'

/** A role assignment as a printed fix makes it. */
export type PrintedGrant = {
  readonly kind: 'grant'
  readonly scope: string
  readonly principalId: string
  /** Name or GUID. */
  readonly role: string
  readonly condition: string | null
  /** Of the assignment that gets another condition. */
  readonly existing: string | null
}

/** What a printed fix does to what is judged. */
export type Printed =
  | PrintedGrant
  | { readonly kind: 'attach'; readonly cluster: string; readonly registryId: string }
  | {
      readonly kind: 'registry'
      readonly name: string
      readonly option: string
      readonly value: string
    }
  | { readonly kind: 'arm-tokens'; readonly name: string; readonly status: string }
  | { readonly kind: 'node-image'; readonly cluster: string; readonly pool: string | null }
  | {
      readonly kind: 'version'
      readonly cluster: string
      readonly pool: string | null
      readonly version: string
    }
  | { readonly kind: 'start'; readonly cluster: string; readonly pool: string | null }
  | { readonly kind: 'pod-identity-off'; readonly cluster: string }
  | { readonly kind: 'streaming-off'; readonly cluster: string; readonly pool: string }
  | { readonly kind: 'pull-secret'; readonly name: string }
  | { readonly kind: 'node-pools'; readonly names: readonly string[] }

type Options = ReadonlyMap<string, string>

function optionsOf(words: readonly string[]): Options {
  const options = new Map<string, string>()
  words.forEach((word, at) => {
    if (word.startsWith('--')) {
      const next = words[at + 1] ?? ''
      options.set(word, next.startsWith('--') ? '' : next)
    }
  })
  return options
}

type Reader = (options: Options) => Printed | null

const of = (options: Options, name: string): string => options.get(name) ?? ''

const poolOf = (options: Options): { readonly cluster: string; readonly pool: string } => ({
  cluster: of(options, '--cluster-name'),
  pool: of(options, '--name')
})

const registryOptions = ['--public-network-enabled', '--admin-enabled', '--data-endpoint-enabled']

/** By the words before the first option. */
const readers: Readonly<Record<string, Reader>> = {
  'az role assignment create': options => ({
    kind: 'grant',
    scope: of(options, '--scope'),
    principalId: of(options, '--assignee-object-id'),
    role: of(options, '--role'),
    condition: options.get('--condition') ?? null,
    existing: null
  }),
  'az role assignment update': options => {
    const changed = JSON.parse(of(options, '--role-assignment')) as Record<string, string>
    return {
      kind: 'grant',
      scope: changed['scope'] ?? '',
      principalId: changed['principalId'] ?? '',
      role: resourceName(changed['roleDefinitionId'] ?? ''),
      condition: changed['condition'] ?? null,
      existing: changed['id'] ?? null
    }
  },
  'az aks update': options => {
    const cluster = of(options, '--name')
    if (options.has('--attach-acr'))
      return { kind: 'attach', cluster, registryId: of(options, '--attach-acr') }
    return options.has('--disable-pod-identity') ? { kind: 'pod-identity-off', cluster } : null
  },
  'az acr update': options => {
    const option = registryOptions.find(name => options.has(name))
    return option === undefined
      ? null
      : { kind: 'registry', name: of(options, '--name'), option, value: of(options, option) }
  },
  'az acr config authentication-as-arm update': options => ({
    kind: 'arm-tokens',
    name: of(options, '--registry'),
    status: of(options, '--status')
  }),
  'az aks nodepool upgrade': options =>
    options.has('--node-image-only')
      ? { kind: 'node-image', ...poolOf(options) }
      : { kind: 'version', ...poolOf(options), version: of(options, '--kubernetes-version') },
  'az aks upgrade': options =>
    options.has('--node-image-only')
      ? { kind: 'node-image', cluster: of(options, '--name'), pool: null }
      : {
          kind: 'version',
          cluster: of(options, '--name'),
          pool: null,
          version: of(options, '--kubernetes-version')
        },
  'az aks nodepool start': options => ({ kind: 'start', ...poolOf(options) }),
  'az aks start': options => ({ kind: 'start', cluster: of(options, '--name'), pool: null }),
  'az aks nodepool update': options =>
    options.has('--disable-artifact-streaming')
      ? { kind: 'streaming-off', ...poolOf(options) }
      : null
}

function ofCommand(command: string): Printed | null {
  const words = shellWords(command)
  if (words === null) return null
  const options = words.findIndex(word => word.startsWith('--'))
  const head = words.slice(0, options < 0 ? words.length : options).join(' ')
  return readers[head]?.(optionsOf(words)) ?? null
}

/** HCL strings of ours are strings of JSON, but for the long form of a character. */
function ofTerraform(text: string): PrintedGrant {
  const attribute = (name: string): string | null => {
    const value = new RegExp(`^  ${name} += (".*")$`, 'm').exec(text)?.[1]
    return value === undefined ? null : (JSON.parse(value) as string)
  }
  return {
    kind: 'grant',
    scope: attribute('scope') ?? '',
    principalId: attribute('principal_id') ?? '',
    role: attribute('role_definition_name') ?? resourceName(attribute('role_definition_id') ?? ''),
    condition: attribute('condition'),
    existing: attribute('id')
  }
}

const bicepEscapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

const unescaped = (text: string): string =>
  text
    .replace(/\\u\{([0-9a-f]+)\}/g, (_match, code: string) =>
      String.fromCodePoint(parseInt(code, 16))
    )
    .replace(/\\(.)/gs, (_match, one: string) => bicepEscapes[one] ?? one)

function ofBicep(text: string): PrintedGrant {
  const property = (name: string): string | null => {
    const value = new RegExp(`^ +${name}: '(.*)'$`, 'm').exec(text)?.[1]
    return value === undefined ? null : unescaped(value)
  }
  const options = optionsOf(shellWords(/^\/\/ (az .*)$/m.exec(text)?.[1] ?? '') ?? [])
  const group = `/subscriptions/${of(options, '--subscription')}/resourceGroups/${of(options, '--resource-group')}`
  const registry = /existing = \{\n {2}name: '(.*)'\n/.exec(text)?.[1]
  const scope =
    registry === undefined
      ? group
      : `${group}/providers/Microsoft.ContainerRegistry/registries/${unescaped(registry)}`
  const name = property('name')
  const roleId =
    property('roleDefinitionId') ?? /roleDefinitions', '([0-9a-f-]+)'\)/.exec(text)?.[1] ?? ''
  return {
    kind: 'grant',
    scope,
    principalId: property('principalId') ?? '',
    role: resourceName(roleId),
    condition: property('condition'),
    existing:
      name === null ? null : `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`
  }
}

function ofYaml(text: string): Printed | null {
  const secret = /^ {2}- name: (.*)$/m.exec(text)?.[1]
  if (secret !== undefined) return { kind: 'pull-secret', name: secret }
  const one = /^ {2}kubernetes\.azure\.com\/agentpool: (.*)$/m.exec(text)?.[1]
  const several = /values: \[(.*)\]$/m.exec(text)?.[1]
  const names = one === undefined ? (several?.split(', ') ?? []) : [one]
  return names.length === 0 ? null : { kind: 'node-pools', names }
}

/** Every form in which a fix is printed, by the language; null where it changes nothing that is judged. */
export function printedForms({
  command,
  code
}: Fix): readonly (readonly [form: string, printed: Printed])[] {
  const forms: (readonly [string, Printed | null])[] = []
  if (command !== null) forms.push(['az', ofCommand(command)])
  if (code?.language === 'terraform') forms.push(['terraform', ofTerraform(code.text)])
  if (code?.language === 'bicep') forms.push(['bicep', ofBicep(code.text)])
  if (code?.language === 'yaml') forms.push(['yaml', ofYaml(code.text)])
  return forms.flatMap(([form, printed]) => (printed === null ? [] : [[form, printed] as const]))
}
