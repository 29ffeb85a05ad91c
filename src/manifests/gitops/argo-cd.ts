import * as z from 'zod/mini'
import { nodeAt, type Path, type YamlNode } from '../../kubernetes/read.ts'
import { madeMapping, madeSequence, madeText } from '../../yaml/made-nodes.ts'
import { itemsIn, textIn } from '../../yaml/nodes.ts'
import type { ParsedFile } from '../files/parsed-file.ts'
import {
  directoryNamed,
  isNothing,
  namespaceNamed,
  objectsOfShape,
  type Deployment,
  type ReadSource,
  type Repository
} from './gitops-objects.ts'

const source = z.object({ repoURL: z.nullish(z.string()), path: z.nullish(z.string()) })

const applicationSpec = z.object({
  destination: z.object({ namespace: z.nullish(z.string()) }),
  source: z.nullish(source),
  sources: z.nullish(z.array(source))
})

/** argo-cd.readthedocs.io, "Application specification". */
const application = z.object({
  apiVersion: z.string().check(z.startsWith('argoproj.io/')),
  kind: z.literal('Application'),
  spec: applicationSpec
})

/** It makes an Application of each set of parameters, and all of them of one template ("ApplicationSet"). */
const applicationSet = z.object({
  apiVersion: z.string().check(z.startsWith('argoproj.io/')),
  kind: z.literal('ApplicationSet'),
  spec: z.object({ template: z.object({ spec: applicationSpec }) })
})

/** What Argo CD writes into the kustomization of the path ("Kustomize", argo-cd.readthedocs.io), by its own names. */
const overriding = ['components', 'namePrefix', 'nameSuffix', 'namespace', 'patches'] as const

const afterLast = (text: string, sign: string): number => {
  const at = text.lastIndexOf(sign)
  return at > text.lastIndexOf('/') ? at : -1
}

/** `[NAME=]NEWNAME[:TAG|@DIGEST]`, as `kustomize edit set image` takes it; an entry of `images` as kustomize reads it. */
function imageEntry(item: YamlNode): YamlNode {
  const text = textIn(item) ?? ''
  const equals = text.indexOf('=')
  const image = text.slice(equals + 1)
  const digest = afterLast(image, '@')
  const end = digest >= 0 ? digest : afterLast(image, ':')
  const name = end >= 0 ? image.slice(0, end) : image
  const version = end >= 0 ? image.slice(end + 1) : null
  return madeMapping(
    [
      ['name', madeText(equals >= 0 ? text.slice(0, equals) : name, item)],
      ...(equals >= 0 ? [['newName', madeText(name, item)] as const] : []),
      ...(version === null
        ? []
        : [[digest >= 0 ? 'digest' : 'newTag', madeText(version, item)] as const])
    ],
    item
  )
}

/** null: Argo CD builds what is there. */
function overridesAt(object: ParsedFile, path: Path): ParsedFile | null {
  const kustomize = nodeAt(object.root, [...path, 'kustomize'])
  const images = itemsIn(nodeAt(kustomize, ['images']))
  const fields = overriding.flatMap(key => {
    const value = nodeAt(kustomize, [key])
    return value === null || isNothing(value) ? [] : [[key, value] as const]
  })
  const all =
    kustomize === null || images.length === 0
      ? fields
      : [...fields, ['images', madeSequence(images.map(imageEntry), kustomize)] as const]
  return kustomize === null || all.length === 0
    ? null
    : { ...object, root: madeMapping(all, kustomize) }
}

type Described = {
  readonly spec: z.infer<typeof applicationSpec>
  readonly object: ParsedFile
  /** Where the spec stands in the object. */
  readonly at: Path
}

const described = (sources: readonly ReadSource[]): readonly Described[] => [
  ...objectsOfShape(sources, 'argoproj.io/', application).map(({ spec, object }) => ({
    spec,
    object,
    at: ['spec']
  })),
  ...objectsOfShape(sources, 'argoproj.io/', applicationSet).map(({ spec, object }) => ({
    spec: spec.template.spec,
    object,
    at: ['spec', 'template', 'spec']
  }))
]

/** What Applications deploy of this repository: the namespace is for objects that name none. */
export const argoDeployments = (
  repository: Repository,
  sources: readonly ReadSource[]
): readonly Deployment[] =>
  described(sources).flatMap(({ spec, object, at }) => {
    const name = namespaceNamed(spec.destination.namespace)
    const namespace = name === null ? null : { name, overrides: false }
    const places = [
      { from: spec.source, path: [...at, 'source'] },
      ...(spec.sources ?? []).map((from, index) => ({ from, path: [...at, 'sources', index] }))
    ]
    return places.flatMap(({ from, path }) => {
      const directory =
        from?.path == null ? null : directoryNamed(repository, from.repoURL ?? null, from.path)
      const overrides = overridesAt(object, path)
      const setting = { substitution: null, namespace }
      return directory === null || (namespace === null && overrides === null)
        ? []
        : [{ directory, setting, overrides, by: 'argo-cd' as const, object: null }]
    })
  })
