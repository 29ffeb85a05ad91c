import { contentOf, entriesOf, itemsIn, mappingIn, nodeAt, textIn } from '../../yaml/nodes.ts'
import type { YamlNode } from '../../yaml/yaml-nodes.ts'
import { containerLists } from '../pod-spec.ts'
import { pullIdentityAnnotation } from '../service-accounts.ts'
import { anyChange, anyImage, type PodChange } from './pod-changer.ts'

/** What the fields of a PodSpec are to a pull, and those of a service account. */
const fields: Readonly<Record<string, PodChange>> = {
  imagePullSecrets: { what: 'pull secrets' },
  serviceAccountName: { what: 'accounts' },
  serviceAccount: { what: 'accounts' },
  [pullIdentityAnnotation]: { what: 'accounts' }
}

const fieldNamed = (name: string): PodChange | null =>
  Object.hasOwn(fields, name) ? (fields[name] ?? null) : null

/** `(image)` asks, `+(image)` adds where there is none, `X(image)` forbids (kyverno.io, "Anchors"). */
const anchored = /^([+=<^X]?)\((.*)\)$/

type Key = { readonly name: string; readonly anchor: 'none' | 'adds' | 'asks' }

const keyOf = (text: string): Key => {
  const found = anchored.exec(text)
  if (found === null) return { name: text, anchor: 'none' }
  return { name: found[2] ?? '', anchor: found[1] === '+' ? 'adds' : 'asks' }
}

/** One container of a strategic merge: those of this name get the image, if theirs is as it asks for. */
function containerChange(container: YamlNode): readonly PodChange[] {
  const mapping = mappingIn(container)
  if (mapping === null) return []
  const keys = entriesOf(mapping).map(({ key, value }) => ({ ...keyOf(key.text), value }))
  const isSet = keys.some(({ name, anchor }) => name === 'image' && anchor === 'none')
  const textOf = (wanted: string, anchors: readonly Key['anchor'][]): readonly string[] | null => {
    const found = keys.find(({ name, anchor }) => name === wanted && anchors.includes(anchor))
    const text = found === undefined ? null : textIn(found.value)
    return text === null || text.includes('{{') ? null : [text]
  }
  return isSet
    ? [
        {
          what: 'images',
          containers: textOf('name', ['none', 'asks']),
          images: textOf('image', ['asks']),
          host: null
        }
      ]
    : []
}

/** `volumes[].image.reference`, the artifact that a volume holds. */
const volumeChange = (volume: YamlNode): readonly PodChange[] => {
  const name = textIn(nodeAt(volume, ['name']))
  return nodeAt(volume, ['image', 'reference']) === null
    ? []
    : [
        {
          what: 'images',
          containers: name === null || name.includes('{{') ? null : [name],
          images: null,
          host: null
        }
      ]
}

/** A patch that is written like the object (kyverno.io, `patchStrategicMerge`). */
export function mergedChanges(patch: YamlNode | null): readonly PodChange[] {
  const content = patch === null ? null : contentOf(patch)
  if (content?.kind === 'sequence') return content.items.flatMap(mergedChanges)
  if (content?.kind !== 'mapping') return []
  return entriesOf(content).flatMap(({ key, value }) => {
    const { name, anchor } = keyOf(key.text)
    if (containerLists.has(name)) return itemsIn(value).flatMap(containerChange)
    if (name === 'volumes') return itemsIn(value).flatMap(volumeChange)
    const change = fieldNamed(name)
    if (change !== null) return anchor === 'asks' ? [] : [change]
    return mergedChanges(value)
  })
}

const wholePod =
  /^\/?(?:spec(?:\/template(?:\/spec)?|\/jobTemplate(?:\/spec(?:\/template(?:\/spec)?)?)?)?)?$/

/** What one operation of a JSON patch does (RFC 6902); indexes may be variables. */
export function operationChanges(operation: string, path: string): readonly PodChange[] {
  if (operation === 'test') return []
  const segments = path.replaceAll(/\{\{[^{}]*\}\}/g, '{}').split('/')
  if (wholePod.test(path) || segments[0] === '{}') return anyChange
  const list = segments.findIndex(segment => containerLists.has(segment))
  if (list < 0) return segments.flatMap(segment => fieldNamed(segment.replaceAll('~1', '/')) ?? [])
  const [index, field] = segments.slice(list + 1)
  if (index === undefined || (field === undefined && operation !== 'add')) return [anyImage]
  return field === 'image' || field === '{}' ? [anyImage] : []
}

const operationKey = /\bop["']?[ \t]*:[ \t]*["']?([^"'\n,]*)/g
const pathKey = /\bpath["']?[ \t]*:[ \t]*["']?([^"'\n,]*)/g

/** Without the brace that closes an object on one line. */
const valuesOf = (key: RegExp, text: string): readonly string[] =>
  [...text.matchAll(key)].map(([, value = '']) =>
    value
      .trim()
      .replace(/(?<!\})\}$/, '')
      .trim()
  )

/** Operations written as text, in YAML or JSON (kyverno.io, `patchesJson6902`). */
export function textPatchChanges(patch: string): readonly PodChange[] {
  const operations = valuesOf(operationKey, patch)
  const paths = valuesOf(pathKey, patch)
  return paths.flatMap((path, index) =>
    operationChanges(
      operations.length === paths.length ? (operations[index] ?? '') : 'replace',
      path
    )
  )
}
