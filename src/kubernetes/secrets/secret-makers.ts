import type { ManifestObject } from '../kubernetes-objects.ts'
import type { Location } from '../../yaml/location.ts'
import type { Secret, SecretEntry } from '../manifests.ts'
import { isObject } from './docker-config.ts'
import { forms, typeProblem } from './pull-secrets.ts'
import { child, entriesOf, itemsIn, mappingIn, nodeAt, scalarIn, textIn } from '../../yaml/nodes.ts'
import type { YamlNode } from '../../yaml/yaml-nodes.ts'

/** The namespace of a Secret that is made in several, which the manifests do not tell. */
export const anyNamespace = '*'

type SecretPath = readonly string[]

/** Where objects of a kind say which Secret a controller makes of them. */
type Maker = {
  readonly group: string
  readonly kinds: readonly string[]
  /** Where the name stands, the first that is written; the name of the object itself where none is. */
  readonly name: readonly SecretPath[]
  /** Where its type stands, which is Opaque where none is written; null: it is not told, or may be another. */
  readonly type: readonly SecretPath[] | null
  /** Texts of the Secret by key, as the controller fills them in. */
  readonly data: SecretPath | null
  /** Keys that the controller fills with what nobody sees; null: any. */
  readonly sealed: SecretPath | null
  /** Where something stands in whose light neither type nor data say anything. */
  readonly unclear: readonly SecretPath[]
  /** Where a text other than `Owner` says that the Secret is not its own. */
  readonly owner?: SecretPath
  readonly everywhere?: true
  readonly source: string
}

const externalSecret = (spec: SecretPath) =>
  ({
    group: 'external-secrets.io',
    type: [[...spec, 'target', 'template', 'type']],
    data: [...spec, 'target', 'template', 'data'],
    sealed: null,
    unclear: [
      [...spec, 'target', 'template', 'templateFrom'],
      [...spec, 'target', 'manifest']
    ],
    // With another policy than Owner it adds to a Secret that something else makes.
    owner: [...spec, 'target', 'creationPolicy']
  }) as const

const makers: readonly Maker[] = [
  {
    ...externalSecret(['spec']),
    kinds: ['ExternalSecret'],
    name: [['spec', 'target', 'name']],
    source: 'external-secrets.io, API: ExternalSecretTarget, ExternalSecretTemplate'
  },
  {
    ...externalSecret(['spec', 'externalSecretSpec']),
    kinds: ['ClusterExternalSecret'],
    name: [
      ['spec', 'externalSecretSpec', 'target', 'name'],
      ['spec', 'externalSecretName']
    ],
    everywhere: true,
    source: 'external-secrets.io, API: ClusterExternalSecret'
  },
  {
    group: 'bitnami.com',
    kinds: ['SealedSecret'],
    name: [['spec', 'template', 'metadata', 'name']],
    type: [['spec', 'template', 'type']],
    data: ['spec', 'template', 'data'],
    sealed: ['spec', 'encryptedData'],
    unclear: [['spec', 'data']],
    source: 'github.com/bitnami-labs/sealed-secrets, SecretTemplateSpec'
  },
  {
    group: 'spv.no',
    kinds: ['AzureKeyVaultSecret'],
    name: [['spec', 'output', 'secret', 'name']],
    type: [['spec', 'output', 'secret', 'type']],
    data: null,
    sealed: null,
    unclear: [],
    source: 'akv2k8s.io, reference: AzureKeyVaultSecret'
  },
  {
    group: 'secrets.hashicorp.com',
    kinds: ['VaultStaticSecret', 'VaultDynamicSecret', 'VaultPKISecret', 'HCPVaultSecretsApp'],
    name: [['spec', 'destination', 'name']],
    type: null,
    data: null,
    sealed: null,
    unclear: [],
    source: 'developer.hashicorp.com, Vault Secrets Operator: Destination'
  },
  {
    group: 'onepassword.com',
    kinds: ['OnePasswordItem'],
    name: [],
    type: null,
    data: null,
    sealed: null,
    unclear: [],
    source: 'github.com/1Password/onepassword-operator'
  },
  {
    group: 'secrets.infisical.com',
    kinds: ['InfisicalSecret'],
    name: [
      ['spec', 'managedSecretReference', 'secretName'],
      ['spec', 'managedKubeSecretReferences', 'secretName']
    ],
    type: null,
    data: null,
    sealed: null,
    unclear: [],
    source: 'infisical.com/docs, Kubernetes operator'
  }
]

const makerOf = ({ apiVersion, kind }: ManifestObject['workload']): Maker | undefined => {
  const group = apiVersion.slice(0, Math.max(apiVersion.indexOf('/'), 0))
  return makers.find(each => each.group === group && each.kinds.includes(kind))
}

const firstText = (node: YamlNode, paths: readonly SecretPath[]): string | null =>
  paths.map(path => textIn(nodeAt(node, path))).find(text => text !== null) ?? null

const isWritten = (node: YamlNode | null): boolean =>
  itemsIn(node).length > 0 || (mappingIn(node)?.entries.length ?? 0) > 0

/** The keys of a docker config whose values a controller fills in; null where a host is filled in too, or it is no JSON. */
function hostsIn(config: string): readonly string[] | null {
  try {
    const parsed: unknown = JSON.parse(config)
    const auths = isObject(parsed) ? parsed['auths'] : null
    const hosts = isObject(auths) ? Object.keys(auths) : []
    return hosts.length === 0 || hosts.some(host => /[{$]/.test(host)) ? null : hosts
  } catch {
    return null
  }
}

const madeEntry = (key: string): SecretEntry => ({ key, user: { kind: 'none' }, complete: true })

type Content = Pick<Secret, 'type' | 'hidden' | 'problem' | 'entries'>

const hidden = (type: string): Content => ({ type, hidden: true, problem: null, entries: [] })

const isUnclear = (node: YamlNode, { unclear, owner }: Maker): boolean =>
  unclear.some(path => isWritten(nodeAt(node, path))) ||
  (owner !== undefined && (textIn(nodeAt(node, owner)) ?? 'Owner') !== 'Owner')

/** What can be told of a Secret before it is made: one that the kubelet will pass over, or the hosts that it is for. */
function contentOf(node: YamlNode, maker: Maker): Content {
  const { type: typePaths, data, sealed } = maker
  const written = typePaths === null ? null : firstText(node, typePaths)
  const type = written ?? 'Opaque'
  if (typePaths === null || /[{$]/.test(type) || isUnclear(node, maker)) return hidden(type)
  const problem = typeProblem(type)
  const faulty = (text: string): Content => ({
    type,
    hidden: false,
    problem: { text, endsPull: false },
    entries: []
  })
  if (problem !== null) return faulty(problem)
  const key = `.${forms.get(type) ?? ''}`
  const config = data === null ? null : scalarIn(child(nodeAt(node, data), key))
  const sealedKeys = sealed === null ? null : mappingIn(nodeAt(node, sealed))
  if (config !== null) {
    const hosts = type.endsWith('json') ? hostsIn(config.text) : null
    return hosts === null
      ? hidden(type)
      : { type, hidden: false, problem: null, entries: hosts.map(madeEntry) }
  }
  if (sealedKeys === null) return hidden(type)
  return entriesOf(sealedKeys).some(entry => entry.key.text === key)
    ? hidden(type)
    : faulty(`it has no key ${key}`)
}

/** The Secret that a controller in the cluster makes of an object; null where the object makes none that is known. */
export function madeSecret({ workload, node }: ManifestObject, location: Location): Secret | null {
  const maker = makerOf(workload)
  if (maker === undefined) return null
  return {
    namespace: maker.everywhere === true ? anyNamespace : (workload.namespace ?? ''),
    name: firstText(node, maker.name) ?? workload.name,
    ...contentOf(node, maker),
    madeBy: `${workload.kind} ${workload.name}`,
    location
  }
}

/** Controllers that copy a Secret which asks for it by an annotation into other namespaces. */
const copying =
  /^(?:reflector\.v1\.k8s\.emberstack\.com\/reflection-auto-enabled|replicator\.v1\.mittwald\.de\/replicate-to(?:-matching)?|kubed\.appscode\.com\/sync|config\.syncer\/sync|secretgen\.carvel\.dev\/.*)$/

/** The copies of a Secret that a controller makes in namespaces which the manifests do not tell. */
export function copiesOf(secret: Secret, { node }: ManifestObject): readonly Secret[] {
  const annotations = mappingIn(nodeAt(node, ['metadata', 'annotations']))
  const asked = annotations === null ? [] : entriesOf(annotations)
  return asked.some(({ key }) => copying.test(key.text))
    ? [
        {
          ...secret,
          ...hidden(secret.type),
          namespace: anyNamespace,
          madeBy: `a controller, as a copy of Secret ${secret.name} of namespace ${secret.namespace}`
        }
      ]
    : []
}

/** Kyverno clones and generates objects in other namespaces ("Generate resources"). */
export function generatedSecrets(
  { workload, node }: ManifestObject,
  location: Location
): readonly Secret[] {
  if (!workload.apiVersion.startsWith('kyverno.io/')) return []
  return itemsIn(nodeAt(node, ['spec', 'rules'])).flatMap(rule => {
    const generate = child(rule, 'generate')
    const name = textIn(child(generate, 'name'))
    return textIn(child(generate, 'kind')) === 'Secret' && name !== null
      ? [
          {
            namespace: anyNamespace,
            name,
            ...hidden('Opaque'),
            madeBy: `${workload.kind} ${workload.name}`,
            location
          }
        ]
      : []
  })
}
