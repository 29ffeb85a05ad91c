import { existsSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import * as z from 'zod/mini'
import {
  objectsOfShape,
  type Deployment,
  type ReadSource,
  type Variables
} from './gitops-objects.ts'
import type { Workspace } from './workspace.ts'

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

type FluxKustomization = z.infer<typeof fluxKustomization> & { readonly file: string }
type ConfigMap = z.infer<typeof configMap> & { readonly file: string }

/** What Flux Kustomizations of this repository deploy of it: their namespace replaces that of every object. */
export const fluxDeployments = (
  workspace: Workspace,
  sources: readonly ReadSource[]
): readonly Deployment[] => {
  const kustomizations = objectsOfShape(sources, 'kustomize.toolkit.fluxcd.io/', fluxKustomization)
  if (kustomizations.length === 0) return []
  const configMaps = objectsOfShape(sources, 'ConfigMap', configMap)
  return kustomizations.flatMap(kustomization => {
    const { path, targetNamespace } = kustomization.spec
    // join, not resolve: ncc would take resolve for the name of a folder to bundle.
    const directory = join(workspace.path, path ?? '')
    const variables = variablesOf(kustomization, configMaps)
    const namespace = targetNamespace == null ? null : { name: targetNamespace, overrides: true }
    return existsSync(directory) ? [{ directory, variables, namespace }] : []
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
