import type { ImageUse } from '../kubernetes/manifests.ts'
import { nodeAt } from '../kubernetes/read.ts'
import { remembered, rememberedForObjects } from '../remembered.ts'
import {
  chainOf,
  coveredBy,
  stagesOf,
  type FoundKustomizations,
  type KustomizationGraph
} from './kustomization-graph.ts'
import { referencesOf, type Kustomization } from './kustomization.ts'
import { applyEntry, imageEntries, type ImageEntry } from './kustomize-images.ts'
import { readSource } from './read-file.ts'
import type { Workspace } from './workspace.ts'

/**
 * The kustomization (as reported) that was not built and may deploy something else than what the file at this
 * absolute path says of this image; null where one of those that include the file deploys it as it is, or none does.
 */
export type UnbuiltAt = (path: string, image: ImageUse['image']) => string | null

/** Tells for every file of kustomizations that were not built whether one of them may change its images. */
export const unbuiltKustomizations = (
  workspace: Workspace,
  { graph, leaves }: FoundKustomizations,
  isBuilt: (leaf: Kustomization) => boolean
): UnbuiltAt => {
  const including = leavesByFile(
    graph,
    leaves.filter(leaf => !isBuilt(leaf))
  )
  const changeOf = rememberedForObjects((stage: Kustomization) => changesIn(workspace, stage))
  const stagesIn = rememberedForObjects((leaf: Kustomization) =>
    remembered((path: string) => stagesOf(graph, leaf, path))
  )
  return (path, image) => {
    const above = including.get(path) ?? []
    const mayChange = above.every(leaf =>
      stagesIn(leaf)(path).some(stage => changeOf(stage)(image.text))
    )
    return mayChange ? (above[0]?.shown ?? null) : null
  }
}

/** Whether the images and pods of all kustomizations stand in their plain files, whatever else they change. */
export const deploysAsWritten = (
  workspace: Workspace,
  { graph, leaves }: FoundKustomizations
): boolean =>
  leaves
    .flatMap(leaf => chainOf(graph, leaf))
    .every(
      stage =>
        stage.charts === null &&
        !stage.hasPlugins &&
        referencesOf(stage).every(({ path }) => path !== null) &&
        !changesAnything(workspace, stage) &&
        renamesOf(stage).length === 0
    )

const leavesByFile = (
  graph: KustomizationGraph,
  leaves: readonly Kustomization[]
): ReadonlyMap<string, readonly Kustomization[]> => {
  const byFile = new Map<string, Kustomization[]>()
  for (const leaf of leaves)
    for (const path of new Set(coveredBy(chainOf(graph, leaf))))
      byFile.set(path, [...(byFile.get(path) ?? []), leaf])
  return byFile
}

/** They put any value into any field; what it is shows only when they are built. */
const rewritingFields = ['replacements', 'transformers']

const patchFields = ['patches', 'patchesStrategicMerge', 'patchesJson6902']

/** What a pull hangs on in a pod, and the operations that take away or move what they name without its words. */
const concernsPulls =
  /image|serviceAccount|nodeSelector|nodeName|affinity|tolerations|runtimeClassName|\$patch|\b(?:remove|move|copy)\b/i

/** Whether one kustomization may change an image (as written) of what it includes, or who pulls it. */
const changesIn = (workspace: Workspace, stage: Kustomization): ((image: string) => boolean) => {
  if (changesAnything(workspace, stage)) return () => true
  const renames = renamesOf(stage)
  return image => renames.some(entry => applyEntry(entry, image) !== null)
}

/** Whether it may change any image, or any pod, of what it includes. */
const changesAnything = (workspace: Workspace, stage: Kustomization): boolean =>
  stage.unclear !== null || hasAny(stage, rewritingFields) || patchesPulls(workspace, stage)

const renamesOf = (stage: Kustomization): readonly ImageEntry[] =>
  imageEntries(stage).filter(({ newName }) => newName !== null)

const hasAny = ({ root }: Kustomization, fields: readonly string[]): boolean =>
  fields.some(field => nodeAt(root, [field]) !== null)

const patchesPulls = (workspace: Workspace, stage: Kustomization): boolean =>
  patchTexts(workspace, stage).some(text => concernsPulls.test(text))

/** Patches as they are written, inline or in files. */
const patchTexts = (workspace: Workspace, stage: Kustomization): readonly string[] =>
  patchFields.flatMap(field => {
    const list = nodeAt(stage.root, [field])
    if (list === null) return []
    const files = stage.inputs.filter(
      ({ range }) => list.start <= range.start && range.end <= list.end
    )
    const sources = files.flatMap(({ path }) =>
      path === null ? [] : (readSource(workspace, path) ?? [])
    )
    return [stage.source.text.slice(list.start, list.end), ...sources.map(({ text }) => text)]
  })
