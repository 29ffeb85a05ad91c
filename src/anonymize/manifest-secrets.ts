import type { DockerConfigForm } from '../kubernetes/secrets/docker-config.ts'
import {
  objectByFileName,
  objectsIn,
  type ManifestObject
} from '../kubernetes/kubernetes-objects.ts'
import { documentsInTurn, nothingReported } from '../kubernetes/objects.ts'
import { child, contentOf, entriesOf, isNull, itemsIn, mappingIn, scalarIn } from '../yaml/nodes.ts'
import type { SourceText } from '../yaml/source.ts'
import type { ScalarNode, YamlNode } from '../yaml/yaml-nodes.ts'
import type { Encoding } from './secret-text.ts'

/** A text of a manifest that is secret, or may be. */
export type SecretScalar = {
  readonly scalar: ScalarNode
  readonly encoding: Encoding
  /** null: nothing that a kubelet reads. */
  readonly form: DockerConfigForm | null
  /** What stands before the secret in the same text, such as `password=`. */
  readonly before: string
}

const forms: ReadonlyMap<string, DockerConfigForm> = new Map([
  ['.dockerconfigjson', 'dockerconfigjson'],
  ['.dockercfg', 'dockercfg']
])

/** Every scalar below a node, whatever its shape. */
function* scalarsBelow(node: YamlNode | null): Generator<ScalarNode> {
  const content = node === null ? null : contentOf(node)
  if (content?.kind === 'scalar') yield content
  if (content?.kind === 'sequence') for (const item of content.items) yield* scalarsBelow(item)
  if (content?.kind === 'mapping')
    for (const { value } of content.entries) yield* scalarsBelow(value)
}

/** Of the entries as they are written, and of what merge keys bring. */
function* valuesOf(node: YamlNode | null, encoding: Encoding): Generator<SecretScalar> {
  const mapping = mappingIn(node)
  if (mapping === null) return
  for (const { key, value } of [...mapping.entries, ...entriesOf(mapping)])
    for (const scalar of scalarsBelow(value))
      if (!isNull(scalar)) yield { scalar, encoding, form: forms.get(key.text) ?? null, before: '' }
}

function* secretsInKustomization(node: YamlNode): Generator<SecretScalar> {
  for (const generator of itemsIn(child(node, 'secretGenerator')))
    for (const literal of itemsIn(child(generator, 'literals'))) {
      const scalar = scalarIn(literal)
      if (scalar === null) continue
      const before = scalar.text.slice(0, scalar.text.indexOf('=') + 1)
      yield { scalar, encoding: 'text', form: forms.get(before.slice(0, -1)) ?? null, before }
    }
}

function* secretsInObject({ workload, node }: ManifestObject): Generator<SecretScalar> {
  if (workload.kind === 'Kustomization') yield* secretsInKustomization(node)
  if (workload.kind !== 'Secret') return
  yield* valuesOf(child(node, 'data'), 'base64')
  yield* valuesOf(child(node, 'stringData'), 'text')
}

/** Escapes may spell the words. */
const maySpeakOfSecrets = /secret|\\[xu]/i

const anywhere = { namespace: 'default', namespaceOverrides: false }

/** The secret texts of a file, in the order in which they stand there; what is no YAML has none that can be told apart. */
export function secretsIn(source: SourceText): readonly SecretScalar[] {
  const { documents } = documentsInTurn(
    source,
    text => maySpeakOfSecrets.test(text),
    nothingReported
  )
  const found = [...documents].flatMap(document => {
    const named = objectByFileName(document, source.file, false)
    const objects = named === null ? objectsIn(document, anywhere).objects : [named]
    return objects.flatMap(object => [...secretsInObject(object)])
  })
  // Behind an alias, one text can stand in several places; what a kubelet reads there counts.
  const ordered = found.toSorted(
    (one, other) => Number(one.form !== null) - Number(other.form !== null)
  )
  const byStart = new Map(ordered.map(secret => [secret.scalar.start, secret]))
  return [...byStart.values()].toSorted((one, other) => one.scalar.start - other.scalar.start)
}
