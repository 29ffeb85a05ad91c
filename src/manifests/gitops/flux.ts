import * as z from 'zod/mini'
import { nodeAt, type Substitution } from '../../kubernetes/read.ts'
import { madeMapping } from '../../yaml/made-nodes.ts'
import type { ParsedFile } from '../files/parsed-file.ts'
import {
  directoryNamed,
  isNothing,
  namespaceNamed,
  objectsOfShape,
  type Deployment,
  type Found,
  type ReadSource,
  type Repository
} from './gitops-objects.ts'
import type { DeployingObject } from './gitops-objects.ts'
import { closestNamed } from './named-objects.ts'

const emptyForNull = z.pipe(
  z.nullable(z.string()),
  z.transform(text => text ?? '')
)
const texts = z.catch(z.record(z.string(), emptyForNull), {})
const optionalText = z.nullish(z.string())

/** A list of sources that is none: whatever it says is not to be seen. */
const unreadableSource = { kind: '', name: '' }

/** fluxcd.io, Kustomization, "Target namespace" and "Post build variable substitution". */
const fluxKustomization = z.object({
  apiVersion: z.string().check(z.startsWith('kustomize.toolkit.fluxcd.io/')),
  kind: z.literal('Kustomization'),
  metadata: z.nullish(z.object({ name: optionalText, namespace: optionalText })),
  spec: z.object({
    path: optionalText,
    targetNamespace: optionalText,
    sourceRef: z.nullish(z.object({ kind: z.string(), name: z.string() })),
    postBuild: z.nullish(
      z.object({
        substitute: z.optional(texts),
        substituteFrom: z.catch(
          z.nullish(z.array(z.object({ kind: z.string(), name: z.string() }))),
          [unreadableSource]
        )
      })
    )
  })
})

/** A ConfigMap or Secret; of a Secret only the names are used, as its values may be encrypted, and are not to be shown. */
const variableSource = z.object({
  kind: z.enum(['ConfigMap', 'Secret']),
  metadata: z.object({ name: z.string(), namespace: optionalText }),
  data: z.catch(texts, {}),
  stringData: z.catch(texts, {})
})

/** fluxcd.io, GitRepository. */
const gitRepository = z.object({
  apiVersion: z.string().check(z.startsWith('source.toolkit.fluxcd.io/')),
  kind: z.literal('GitRepository'),
  metadata: z.object({ name: z.string() }),
  spec: z.object({ url: z.string() })
})

type FluxKustomization = Found<z.infer<typeof fluxKustomization>>
type VariableSource = Found<z.infer<typeof variableSource>>

/** The URLs of the Git repositories that Flux knows, by name. */
export const repositoryUrls = (sources: readonly ReadSource[]): ReadonlyMap<string, string> =>
  new Map(
    objectsOfShape(sources, 'source.toolkit.fluxcd.io/', gitRepository).map(
      ({ metadata, spec }) => [metadata.name, spec.url]
    )
  )

/** What Flux Kustomizations deploy of this repository: their namespace replaces that of every object. */
export const fluxDeployments = (
  repository: Repository,
  sources: readonly ReadSource[]
): readonly Deployment[] => {
  const kustomizations = objectsOfShape(sources, 'kustomize.toolkit.fluxcd.io/', fluxKustomization)
  if (kustomizations.length === 0) return []
  const variableSources = ['ConfigMap', 'Secret'].flatMap(kind =>
    objectsOfShape(sources, kind, variableSource).filter(found => found.kind === kind)
  )
  const urls = repositoryUrls(sources)
  return kustomizations.flatMap(kustomization => {
    const { path, sourceRef, targetNamespace } = kustomization.spec
    const url = sourceRef?.kind === 'GitRepository' ? (urls.get(sourceRef.name) ?? null) : null
    const directory = directoryNamed(repository, url, path ?? '')
    const substitution = substitutionOf(kustomization, variableSources)
    const name = namespaceNamed(targetNamespace)
    const namespace = name === null ? null : { name, overrides: true }
    if (directory === null) return []
    const overrides = overridesIn(kustomization.object)
    return [
      {
        directory,
        setting: { substitution, namespace },
        overrides,
        by: 'flux' as const,
        object: overrides === null ? null : deployingObject(kustomization)
      }
    ]
  })
}

const deployingObject = ({ kind, metadata, from }: FluxKustomization): DeployingObject => ({
  kind,
  name: metadata?.name ?? '',
  at: from.source.file
})

/**
 * What Flux writes into the kustomization of the path (fluxcd.io, Kustomization, "Patches", "Images", "Components",
 * "Name prefix and suffix"; the older forms of patches are no text, and so are not understood).
 */
const overriding = [
  'components',
  'images',
  'namePrefix',
  'nameSuffix',
  'patches',
  'patchesJson6902',
  'patchesStrategicMerge'
]

/** null: Flux builds what is there. */
const overridesIn = (object: ParsedFile): ParsedFile | null => {
  const spec = nodeAt(object.root, ['spec'])
  const fields = overriding.flatMap(key => {
    const value = nodeAt(spec, [key])
    return value === null || isNothing(value) ? [] : [[key, value] as const]
  })
  return spec === null || fields.length === 0
    ? null
    : { ...object, root: madeMapping(fields, spec) }
}

/**
 * Inline values win over those of ConfigMaps and Secrets, and later ones of these over earlier ones: what one that is not
 * to be seen may say hides what was said before it.
 */
const substitutionOf = (
  { file, metadata, spec }: FluxKustomization,
  variableSources: readonly VariableSource[]
): Substitution | null => {
  const { postBuild } = spec
  if (postBuild == null) return null
  const variables = new Map<string, string>()
  const hidden = new Set<string>()
  let allHidden = false
  for (const { kind, name } of postBuild.substituteFrom ?? []) {
    const candidates = variableSources.filter(source => source.kind === kind)
    const found = closestNamed(candidates, name, {
      file,
      namespace: metadata?.namespace
    })
    if (found === null) {
      variables.clear()
      allHidden = true
    } else if (found.kind === 'Secret')
      for (const key of Object.keys({ ...found.data, ...found.stringData })) {
        variables.delete(key)
        hidden.add(key)
      }
    else for (const [key, value] of Object.entries(found.data)) variables.set(key, oneLine(value))
  }
  for (const [key, value] of Object.entries(postBuild.substitute ?? {}))
    variables.set(key, oneLine(value))
  return {
    variables: Object.fromEntries(variables),
    hidden: allHidden ? 'all' : [...hidden]
  }
}

/** Flux takes the newlines out of each value (github.com/fluxcd/pkg, kustomize/kustomize_varsub.go). */
const oneLine = (value: string): string => value.replaceAll('\n', '')
