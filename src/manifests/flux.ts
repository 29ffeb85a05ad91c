import { existsSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import * as z from 'zod/mini'
import { parseDocuments, plainValue, type SourceText } from '../kubernetes/read.ts'
import { isWithin, type Workspace } from './workspace.ts'

export type Variables = Readonly<Record<string, string>>

/** A file that was read, with its absolute path. */
export type ReadSource = { readonly path: string; readonly source: SourceText }

/** The variables that Flux fills in below a directory of this repository. */
export type FluxSubstitution = { readonly directory: string; readonly variables: Variables }

const emptyForNull = z.pipe(
  z.nullable(z.string()),
  z.transform(text => text ?? '')
)
const texts = z.catch(z.record(z.string(), emptyForNull), {})
const optionalText = z.nullish(z.string())

/** fluxcd.io, Kustomization, "Post build variable substitution". */
const fluxKustomization = z.object({
  apiVersion: z.string().check(z.startsWith('kustomize.toolkit.fluxcd.io/')),
  kind: z.literal('Kustomization'),
  metadata: z.nullish(z.object({ namespace: optionalText })),
  spec: z.object({
    path: optionalText,
    postBuild: z.object({
      substitute: z.optional(texts),
      substituteFrom: z.catch(
        z.nullish(z.array(z.object({ kind: z.string(), name: z.string() }))),
        []
      )
    })
  })
})

const configMap = z.object({
  kind: z.literal('ConfigMap'),
  metadata: z.object({ name: z.string(), namespace: optionalText }),
  data: texts
})

type FluxKustomization = z.infer<typeof fluxKustomization> & { readonly file: string }
type ConfigMap = z.infer<typeof configMap> & { readonly file: string }

/** Reads the substitutions that Flux Kustomizations of this repository declare for its own directories. */
export const fluxSubstitutions = (
  workspace: Workspace,
  sources: readonly ReadSource[]
): readonly FluxSubstitution[] => {
  const kustomizations = objectsIn(sources, 'postBuild:', fluxKustomization)
  if (kustomizations.length === 0) return []
  const configMaps = objectsIn(sources, 'ConfigMap', configMap)
  return kustomizations.flatMap(kustomization => {
    // join, not resolve: ncc would take resolve for the name of a folder to bundle.
    const directory = join(workspace.path, kustomization.spec.path ?? '')
    return existsSync(directory)
      ? [{ directory, variables: variablesOf(kustomization, configMaps) }]
      : []
  })
}

/** The variable sets that hold for a path: those of the closest directory, one for each Kustomization of it. */
export const variablesAt = (
  substitutions: readonly FluxSubstitution[],
  path: string
): readonly Variables[] => {
  const around = substitutions.filter(({ directory }) => isWithin(directory, path))
  const closest = Math.max(...around.map(({ directory }) => directory.length))
  return around
    .filter(({ directory }) => directory.length === closest)
    .map(({ variables }) => variables)
}

const objectsIn = <Shape>(
  sources: readonly ReadSource[],
  marker: string,
  schema: z.ZodMiniType<Shape>
): readonly (Shape & { readonly file: string })[] =>
  sources
    .filter(({ source }) => source.text.includes(marker))
    .flatMap(({ path, source }) =>
      parseDocuments(source).documents.flatMap(({ root }) => {
        const { data } = schema.safeParse(plainValue(root))
        return data === undefined ? [] : [{ ...data, file: path }]
      })
    )

/** Inline values win over those of ConfigMaps, and later ConfigMaps over earlier ones. */
const variablesOf = (
  { file, metadata, spec }: FluxKustomization,
  configMaps: readonly ConfigMap[]
): Variables => {
  const named = (spec.postBuild.substituteFrom ?? []).flatMap(({ kind, name }) => {
    const found =
      kind === 'ConfigMap' ? closestNamed(configMaps, name, metadata?.namespace, file) : null
    return found === null ? [] : [found.data]
  })
  return Object.fromEntries(
    [...named, spec.postBuild.substitute ?? {}].flatMap(variables => Object.entries(variables))
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
