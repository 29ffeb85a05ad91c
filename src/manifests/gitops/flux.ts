import { dirname, sep } from 'node:path'
import * as z from 'zod/mini'
import {
  directoryNamed,
  namespaceNamed,
  objectsOfShape,
  type Deployment,
  type ReadSource,
  type Repository,
  type Variables
} from './gitops-objects.ts'

const emptyForNull = z.pipe(
  z.nullable(z.string()),
  z.transform(text => text ?? '')
)
const texts = z.catch(z.record(z.string(), emptyForNull), {})
const optionalText = z.nullish(z.string())

/** fluxcd.io, Kustomization, "Target namespace" and "Post build variable substitution". */
const fluxKustomization = z.object({
  apiVersion: z.string().check(z.startsWith('kustomize.toolkit.fluxcd.io/')),
  kind: z.literal('Kustomization'),
  metadata: z.nullish(z.object({ namespace: optionalText })),
  spec: z.object({
    path: optionalText,
    targetNamespace: optionalText,
    sourceRef: z.nullish(z.object({ kind: z.string(), name: z.string() })),
    postBuild: z.nullish(
      z.object({
        substitute: z.optional(texts),
        substituteFrom: z.catch(
          z.nullish(z.array(z.object({ kind: z.string(), name: z.string() }))),
          []
        )
      })
    )
  })
})

const configMap = z.object({
  kind: z.literal('ConfigMap'),
  metadata: z.object({ name: z.string(), namespace: optionalText }),
  data: texts
})

/** fluxcd.io, GitRepository. */
const gitRepository = z.object({
  apiVersion: z.string().check(z.startsWith('source.toolkit.fluxcd.io/')),
  kind: z.literal('GitRepository'),
  metadata: z.object({ name: z.string() }),
  spec: z.object({ url: z.string() })
})

type FluxKustomization = z.infer<typeof fluxKustomization> & { readonly file: string }
type ConfigMap = z.infer<typeof configMap> & { readonly file: string }

/** What Flux Kustomizations deploy of this repository: their namespace replaces that of every object. */
export const fluxDeployments = (
  repository: Repository,
  sources: readonly ReadSource[]
): readonly Deployment[] => {
  const kustomizations = objectsOfShape(sources, 'kustomize.toolkit.fluxcd.io/', fluxKustomization)
  if (kustomizations.length === 0) return []
  const configMaps = objectsOfShape(sources, 'ConfigMap', configMap)
  const urls = new Map(
    objectsOfShape(sources, 'source.toolkit.fluxcd.io/', gitRepository).map(
      ({ metadata, spec }) => [metadata.name, spec.url]
    )
  )
  return kustomizations.flatMap(kustomization => {
    const { path, sourceRef, targetNamespace } = kustomization.spec
    const url = sourceRef?.kind === 'GitRepository' ? (urls.get(sourceRef.name) ?? null) : null
    const directory = directoryNamed(repository, url, path ?? '')
    const variables = variablesOf(kustomization, configMaps)
    const name = namespaceNamed(targetNamespace)
    const namespace = name === null ? null : { name, overrides: true }
    return directory === null ? [] : [{ directory, variables, namespace }]
  })
}

/** Inline values win over those of ConfigMaps, and later ConfigMaps over earlier ones. */
const variablesOf = (
  { file, metadata, spec }: FluxKustomization,
  configMaps: readonly ConfigMap[]
): Variables | null => {
  const { postBuild } = spec
  if (postBuild == null) return null
  const named = (postBuild.substituteFrom ?? []).flatMap(({ kind, name }) => {
    const found =
      kind === 'ConfigMap' ? closestNamed(configMaps, name, metadata?.namespace, file) : null
    return found === null ? [] : [found.data]
  })
  return Object.fromEntries(
    [...named, postBuild.substitute ?? {}].flatMap(variables => Object.entries(variables))
  )
}

/** Each cluster's directory often has a ConfigMap of the same name, so the closest one counts; null where two are. */
const closestNamed = (
  configMaps: readonly ConfigMap[],
  name: string,
  namespace: string | null | undefined,
  file: string
): ConfigMap | null => {
  const ranked = configMaps
    .filter(({ metadata }) => metadata.name === name)
    .filter(
      ({ metadata }) => (metadata.namespace ?? namespace) === (namespace ?? metadata.namespace)
    )
    .map(found => ({ found, shared: sharedSegments(dirname(found.file), dirname(file)) }))
    .sort((one, other) => other.shared - one.shared)
  const [best, second] = ranked
  return best === undefined || best.shared === second?.shared ? null : best.found
}

const sharedSegments = (one: string, other: string): number => {
  const segments = other.split(sep)
  const differing = one.split(sep).findIndex((segment, index) => segment !== segments[index])
  return differing < 0 ? one.split(sep).length : differing
}
