import { nodeAt, type YamlNode } from '../../kubernetes/read.ts'
import { isNothing } from './gitops-objects.ts'
import { madeMapping, madeSequence, madeText } from '../../yaml/made-nodes.ts'
import { itemsIn, scalarIn } from '../../yaml/nodes.ts'
import type { ScalarNode } from '../../yaml/yaml-nodes.ts'
import type { ParsedFile } from '../files/parsed-file.ts'

/** argo-cd.readthedocs.io, "Kustomize": what Argo CD edits into the kustomization, under the same names. */
const taken = ['components', 'namePrefix', 'nameSuffix', 'namespace', 'patches']

/** What Argo CD writes into a kustomization; null: nothing. */
export const kustomizeOverrides = (
  object: ParsedFile,
  path: readonly (string | number)[]
): ParsedFile | null => {
  const kustomize = nodeAt(object.root, [...path, 'kustomize'])
  if (kustomize === null) return null
  const fields = taken.flatMap(key => {
    const value = nodeAt(kustomize, [key])
    return value === null || isNothing(value) ? [] : [[key, value] as const]
  })
  const images = nodeAt(kustomize, ['images'])
  const entries = itemsIn(images).flatMap(item => {
    const scalar = scalarIn(item)
    return scalar === null ? [] : [imageEntry(scalar, object.source.text)]
  })
  const all =
    images === null || entries.length === 0
      ? fields
      : [...fields, ['images', madeSequence(entries, images)] as const]
  return all.length === 0 ? null : { ...object, root: madeMapping(all, kustomize) }
}

type Version = { readonly name: string; readonly newTag?: string; readonly digest?: string }

/** kustomize, edit/set/setimage.go, parseOverwrite: a digest before a tag. */
const versionIn = (text: string): Version => {
  const at = text.indexOf('@')
  if (at >= 0) return { name: text.slice(0, at), digest: text.slice(at + 1) }
  const [, name = text, newTag] = /^(.*):([a-zA-Z0-9._-]*|\*)$/.exec(text) ?? []
  return newTag === undefined ? { name: text } : { name, newTag }
}

/** `[old=]new[:tag][@digest]` as an entry of `images`. A `*` keeps what is there, which is not followed. */
const imageEntry = (scalar: ScalarNode, source: string): YamlNode => {
  const [before, ...behind] = scalar.text.split('=')
  const { name, ...version } = versionIn(behind.length === 0 ? scalar.text : behind.join('='))
  const fields =
    behind.length === 0 ? { name, ...version } : { name: before ?? '', newName: name, ...version }
  return madeMapping(
    Object.entries(fields).map(([key, text]) => [
      key,
      text === '*' ? { ...madeText(text, scalar), tagged: true } : partOf(scalar, text, source)
    ]),
    scalar
  )
}

/** The last place of a text in a scalar, which is behind its `=`. */
const partOf = (scalar: ScalarNode, text: string, source: string): ScalarNode => {
  const at = source.slice(scalar.start, scalar.end).lastIndexOf(text)
  return at < 0
    ? madeText(text, scalar)
    : madeText(text, { start: scalar.start + at, end: scalar.start + at + text.length })
}
