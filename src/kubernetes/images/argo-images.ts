import { child, itemsIn, mappingIn, scalarIn, textIn } from '../../yaml/nodes.ts'
import { isImageKey, type FieldImage } from './image-fields.ts'
import type { MappingNode, ScalarNode } from '../../yaml/yaml-nodes.ts'

/** An image that Argo CD puts in place of another, with the scalar as it is written. */
export type ArgoImage = FieldImage & { readonly written: ScalarNode }

/** Where the text behind the `=` of `old=new:tag` is written; the whole scalar where escapes hide it. */
const behindEqualSign = (scalar: ScalarNode, source: string): ScalarNode => {
  const text = scalar.text.slice(scalar.text.indexOf('=') + 1)
  const start = source.slice(scalar.start, scalar.end).lastIndexOf(text)
  return start < 0
    ? { ...scalar, text }
    : { ...scalar, text, start: scalar.start + start, end: scalar.start + start + text.length }
}

/** argo-cd.readthedocs.io, user-guide/kustomize: `images` are `[old=]new[:tag][@digest]`. */
const kustomizeImages = (kustomize: MappingNode, source: string): readonly ArgoImage[] =>
  itemsIn(child(kustomize, 'images')).flatMap(item => {
    const written = scalarIn(item)
    if (written === null) return []
    const scalar = behindEqualSign(written, source)
    const via = item.kind === 'alias' ? item : null
    return [{ text: scalar.text, scalar, via, keys: [], written }]
  })

type Parameter = { readonly key: string; readonly scalar: ScalarNode }

const parametersIn = (helm: MappingNode): readonly Parameter[] =>
  itemsIn(child(helm, 'parameters')).flatMap(item => {
    const parameter = mappingIn(item)
    const key = textIn(child(parameter, 'name'))
    const scalar = scalarIn(child(parameter, 'value'))
    return key === null || scalar === null || scalar.text === '' ? [] : [{ key, scalar }]
  })

/** argo-cd.readthedocs.io, user-guide/helm: parameters are those of `helm --set`, one a key. */
const helmImages = (helm: MappingNode): readonly ArgoImage[] => {
  const parameters = parametersIn(helm)
  const valueAt = (key: string): string | null =>
    parameters.findLast(parameter => parameter.key === key)?.scalar.text ?? null
  return parameters.flatMap(({ key, scalar }) => {
    const parent = key.slice(0, key.lastIndexOf('.') + 1)
    const last = key.slice(parent.length)
    const isName = last === 'repository'
    if (!isName && !isImageKey(last)) return []
    const beside = (name: string): string | null => (isName ? valueAt(parent + name) : null)
    const [registry, tag, digest] = [beside('registry'), beside('tag'), beside('digest')]
    const text = `${registry === null ? '' : `${registry}/`}${scalar.text}${tag === null ? '' : `:${tag}`}${digest === null ? '' : `@${digest}`}`
    return [{ text, scalar, via: null, keys: [], written: scalar }]
  })
}

/** The images in a source of an Argo CD Application: what it sets of a kustomization or a chart. */
export const argoImages = (
  key: string,
  value: MappingNode,
  source: string
): readonly ArgoImage[] => {
  if (key === 'kustomize') return kustomizeImages(value, source)
  return key === 'helm' ? helmImages(value) : []
}
