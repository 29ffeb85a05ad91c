import type { ImageUse } from '../../kubernetes/images/image-use.ts'
import { sep } from 'node:path'
import { nodeAt, type FileContent, type YamlNode } from '../../kubernetes/read.ts'
import { memoize, memoizeForObjects } from '../../base/memoize.ts'
import {
  chainOf,
  coveredBy,
  graphOf,
  stagesOf,
  type FoundKustomizations
} from './kustomization-graph.ts'
import { referencesOf, type Kustomization } from './kustomization.ts'
import { imageEntries, matchesImage, type ImageEntry } from './kustomize-images.ts'
import { parseFile } from '../files/parsed-file.ts'
import { kustomizationIn, type Reference } from './reference.ts'
import type { Workspace } from '../../files/workspace.ts'

/**
 * The kustomization (as reported) that was not built and may deploy something else than what the file at this
 * absolute path says of this image; null where one of those that include the file deploys it as it is, or none does.
 */
export type UnbuiltAt = (path: string, image: ImageUse['image']) => string | null

/**
 * Whether any service account, pull secret or binding is in sight, or may stand in what could not be read: another namespace
 * could part it from its pod.
 */
export const hasAccounts = (contents: readonly FileContent[]): boolean =>
  contents.some(
    ({ serviceAccounts, secrets, pullBindings, problems }) =>
      serviceAccounts.length + secrets.length + pullBindings.length > 0 ||
      problems.some(({ unread }) => unread !== null)
  )

/**
 * The kustomization (as reported) that is there, cannot be read, and may change what a file deploys; null: none may.
 * kustomize takes plain files from below a kustomization only, and other kustomizations from anywhere.
 */
export const unreadKustomizations = (
  workspace: Workspace,
  { graph, unread }: FoundKustomizations
): { readonly overFile: (path: string) => string | null; readonly overAll: string | null } => {
  const [first] = unread.map(directory => workspace.shown(directory))
  if (first === undefined) return { overFile: () => null, overAll: null }
  const included = new Set(coveredBy(workspace, [...graph.values()]))
  return {
    overAll: first,
    overFile: path => {
      const above = unread.find(directory => path.startsWith(directory + sep))
      if (above !== undefined) return workspace.shown(above)
      return included.has(path) ? first : null
    }
  }
}

/** Tells for every file of kustomizations that were not built whether one of them may change its images. */
export const unbuiltKustomizations = (
  workspace: Workspace,
  found: FoundKustomizations,
  isBuilt: (leaf: Kustomization) => boolean,
  accountsInSight: boolean
): UnbuiltAt => {
  const including = leavesByFile(
    workspace,
    found,
    found.leaves.filter(leaf => !isBuilt(leaf))
  )
  const changesOf = memoizeForObjects((stage: Kustomization) => changesIn(workspace, stage))
  const stagesIn = memoizeForObjects((leaf: Kustomization) =>
    memoize((path: string) => stagesOf(graphOf(found, leaf), leaf, path))
  )
  const movesAccounts = memoizeForObjects(
    (leaf: Kustomization) =>
      accountsInSight &&
      chainOf(graphOf(found, leaf), leaf).some(stage => changesOf(stage).accounts)
  )
  const changes = (stage: Kustomization, text: string): boolean => {
    const { anything, renames } = changesOf(stage)
    return anything || renames.some(entry => matchesImage(entry, text) !== 'no')
  }
  // Every file passes the leaf, so the way there is looked for only where that changes nothing.
  const mayChange = (leaf: Kustomization, path: string, text: string): boolean =>
    movesAccounts(leaf) ||
    changes(leaf, text) ||
    stagesIn(leaf)(path).some(stage => changes(stage, text))
  return (path, { text }) => {
    const above = including.get(path) ?? []
    return above.every(leaf => mayChange(leaf, path, text)) ? (above[0]?.shown ?? null) : null
  }
}

/** Whether the images and pods of all kustomizations stand in their plain files, whatever else they change. */
export const deploysAsWritten = (
  workspace: Workspace,
  found: FoundKustomizations,
  accountsInSight: boolean
): boolean => {
  const stages = new Set(found.leaves.flatMap(leaf => chainOf(graphOf(found, leaf), leaf)))
  return [...stages].every(stage => {
    if (stage.charts !== null || stage.plugins.length > 0) return false
    if (referencesOf(stage).some(({ path }) => path === null)) return false
    const { anything, accounts, renames } = changesIn(workspace, stage)
    return !anything && !(accounts && accountsInSight) && renames.length === 0
  })
}

const leavesByFile = (
  workspace: Workspace,
  found: FoundKustomizations,
  leaves: readonly Kustomization[]
): ReadonlyMap<string, readonly Kustomization[]> => {
  const filesOf = memoizeForObjects((stage: Kustomization) => coveredBy(workspace, [stage]))
  const byFile = new Map<string, Kustomization[]>()
  for (const leaf of leaves)
    for (const path of new Set(chainOf(graphOf(found, leaf), leaf).flatMap(filesOf))) {
      const including = byFile.get(path)
      if (including === undefined) byFile.set(path, [leaf])
      else including.push(leaf)
    }
  return byFile
}

/** They put any value into any field; what it is shows only when they are built. */
const rewritingFields = ['replacements', 'transformers']

const patchFields = ['patches', 'patchesStrategicMerge', 'patchesJson6902']

/** They give objects another name or namespace, or a Secret another content, and so decide which of them a pod finds. */
const accountFields = ['namespace', 'namePrefix', 'nameSuffix', 'secretGenerator']

/** What a pull hangs on in a pod, the operations that take away or move what they name without its words, and escapes. */
const concernsPulls =
  /image|serviceAccount|nodeSelector|nodeName|affinity|tolerations|runtimeClassName|\$patch|\b(?:remove|move|copy)\b|\\[xuU]/i

const concernsAccounts = /ServiceAccount|\bSecret\b|AcrPullBinding|namespace/i

/** What one kustomization may change of what it includes. */
type Changes = {
  /** Any image, or any pod. */
  readonly anything: boolean
  /** Service accounts and pull secrets, or which of them a pod finds. */
  readonly accounts: boolean
  readonly renames: readonly ImageEntry[]
}

const changesIn = (workspace: Workspace, stage: Kustomization): Changes => {
  const patches = patchTexts(workspace, stage)
  const patched = (concern: RegExp): boolean =>
    patches.some(text => text === null || concern.test(text))
  return {
    anything:
      stage.unclear !== null ||
      hasAny(stage, rewritingFields) ||
      patched(concernsPulls) ||
      stage.components.some(component => isUnseen(workspace, component)),
    accounts: hasAny(stage, accountFields) || patched(concernsAccounts),
    renames: imageEntries(stage).filter(({ newName }) => newName !== null)
  }
}

/** One that is fetched, or is not there, may do anything. */
const isUnseen = (workspace: Workspace, { path }: Reference): boolean =>
  path === null || kustomizationIn(workspace, path) === null

const hasAny = ({ root }: Kustomization, fields: readonly string[]): boolean =>
  fields.some(field => nodeAt(root, [field]) !== null)

const holdsAlias = (node: YamlNode): boolean => {
  if (node.kind === 'alias') return true
  if (node.kind === 'sequence') return node.items.some(holdsAlias)
  return node.kind === 'mapping' && node.entries.some(({ value }) => holdsAlias(value))
}

/** Patches as they are written, inline or in files; null for one that cannot be read. */
const patchTexts = (workspace: Workspace, stage: Kustomization): readonly (string | null)[] =>
  patchFields.flatMap(field => {
    const list = nodeAt(stage.root, [field])
    if (list === null) return []
    // What an alias stands for is written elsewhere.
    if (holdsAlias(list)) return [null]
    const files = stage.inputs.filter(
      ({ text, range }) =>
        list.start <= range.start && range.end <= list.end && !text.includes('\n')
    )
    const inFiles = files.map(({ path }) => {
      const parsed = path === null ? null : parseFile(workspace, path)
      return parsed === null || parsed.isBroken ? null : parsed.source.text
    })
    return [stage.source.text.slice(list.start, list.end), ...inFiles]
  })
