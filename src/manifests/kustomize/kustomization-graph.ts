import { basename, dirname, resolve } from 'node:path'
import {
  kustomizationReader,
  referencesOf,
  type Kustomization,
  type KustomizationReader
} from './kustomization.ts'
import type { Overlay } from './overlay.ts'
import { overlaidBy, overridesOf, type Overlaid } from './overlaid.ts'
import { kustomizationIn } from './reference.ts'
import { isKustomizationName } from '../files/search.ts'
import type { Workspace } from '../../files/workspace.ts'

/** Kustomizations by directory: those that were found, and all that they lead to. */
export type KustomizationGraph = ReadonlyMap<string, Kustomization>

/** The kustomizations of a run, and the outermost ones, which are what is deployed. */
export type FoundKustomizations = {
  readonly graph: KustomizationGraph
  readonly leaves: readonly Kustomization[]
  /** What an object of a controller makes of a leaf; none for one that is built as it stands. */
  readonly overlaid: ReadonlyMap<Kustomization, Overlaid>
  /** Directories of those that are there and cannot be read whole: what they include, and make of it, is not known. */
  readonly unread: readonly string[]
}

/** In which a leaf leads to what it is built from. */
export const graphOf = (
  { graph, overlaid }: Pick<FoundKustomizations, 'graph' | 'overlaid'>,
  leaf: Kustomization
): KustomizationGraph => overlaid.get(leaf)?.graph ?? graph

/** What was found of a run, and the objects that deploy it. */
export type KustomizationSearch = {
  /** Paths of all files, those of kustomizations among them. */
  readonly files: readonly string[]
  readonly kustomizations: ReadonlySet<string>
  /** Files (as reported) that were not opened at all. */
  readonly refused: readonly string[]
  readonly overlays: readonly Overlay[]
}

/** Reads the kustomization files that were found, and those that they lead to. */
export const findKustomizations = (
  workspace: Workspace,
  { files, kustomizations, refused, overlays }: KustomizationSearch
): FoundKustomizations => {
  const outOfReach = refused
    .filter(file => isKustomizationName(basename(file)))
    .map(file => dirname(resolve(workspace.path, file)))
  const read = kustomizationReader(workspace)
  const sets = overlays.map(overlay => overridesOf(workspace, read, overlay))
  const components = sets.flatMap(({ outer }) => outer?.components ?? [])
  const { graph, unread } = readGraph(workspace, read.at, [
    ...kustomizations,
    ...components.flatMap(({ path }) =>
      path === null ? [] : (kustomizationIn(workspace, path) ?? [])
    )
  ])
  const directories = [...kustomizations].map(path => workspace.withoutLinks(dirname(path)))
  const overlaid = overlaidBy(sets, { workspace, read, graph, files, directories })
  const replaced = new Set(
    [...overlaid].flatMap(([{ directory }, { edited }]) => [directory, ...(edited?.listed ?? [])])
  )
  return {
    graph,
    leaves: [
      ...leavesOf(graph, directories).filter(({ directory }) => !replaced.has(directory)),
      ...overlaid.keys()
    ],
    overlaid,
    unread: [...unread, ...outOfReach]
  }
}

const readGraph = (
  workspace: Workspace,
  read: KustomizationReader['at'],
  files: Iterable<string>
): Pick<FoundKustomizations, 'graph' | 'unread'> => {
  const graph = new Map<string, Kustomization>()
  const unread = new Set<string>()
  // A set is walked in the order of its additions, those on the way included: each file is read once.
  const waiting = new Set(files)
  for (const path of waiting) {
    const kustomization = read(path)
    if (kustomization?.isWhole !== true) unread.add(workspace.withoutLinks(dirname(path)))
    if (kustomization === null || graph.has(kustomization.directory)) continue
    graph.set(kustomization.directory, kustomization)
    for (const { path: target } of [...kustomization.resources, ...kustomization.components]) {
      const next = target === null ? null : kustomizationIn(workspace, target)
      if (next !== null) waiting.add(next)
    }
  }
  return { graph, unread: [...unread] }
}

/**
 * The kustomizations to build: those that no other one includes. Components are no deployment of
 * their own. A circle has no such kustomization; its first member then shows kustomize's complaint.
 */
const leavesOf = (
  graph: KustomizationGraph,
  directories: readonly string[]
): readonly Kustomization[] => {
  const candidates = [...new Set(directories.map(directory => graph.get(directory)))]
    .filter(known => known !== undefined)
    .filter(known => !known.isComponent)
  const included = new Set([...graph.values()].flatMap(one => includedBy(graph, one)))
  const leaves = candidates.filter(candidate => !included.has(candidate))
  const reached = new Set(leaves.flatMap(leaf => chainOf(graph, leaf)))
  for (const candidate of candidates) {
    if (reached.has(candidate)) continue
    leaves.push(candidate)
    for (const member of chainOf(graph, candidate)) reached.add(member)
  }
  return leaves
}

/** A kustomization and everything that it includes, the outermost first. */
export const chainOf = (
  graph: KustomizationGraph,
  leaf: Kustomization
): readonly Kustomization[] => {
  const chain = new Set([leaf])
  for (const member of chain) {
    for (const next of includedBy(graph, member)) chain.add(next)
  }
  return [...chain]
}

const includedBy = (graph: KustomizationGraph, from: Kustomization): readonly Kustomization[] =>
  [...from.resources, ...from.components].flatMap(({ path }) => {
    const target = path === null ? undefined : graph.get(path)
    return target === undefined || target === from ? [] : [target]
  })

/** Files that are judged through the built output. */
export const coveredBy = (
  workspace: Workspace,
  chain: readonly Kustomization[]
): readonly string[] =>
  chain.flatMap(member => [
    member.path,
    ...referencesOf(member).flatMap(reference =>
      reference.path !== null && workspace.look(reference.path).kind !== 'refused'
        ? [reference.path]
        : []
    )
  ])

/**
 * The kustomizations that a resource file passes through, the innermost first: each with its
 * components before itself, as kustomize applies them (api/internal/target/kusttarget.go, accumulateTarget).
 */
export const stagesOf = (
  graph: KustomizationGraph,
  leaf: Kustomization,
  file: string
): readonly Kustomization[] => {
  const route = routeTo(graph, leaf, file, new Set()) ?? [leaf]
  return route.flatMap(stage => [...componentsOf(graph, stage, new Set()), stage])
}

const routeTo = (
  graph: KustomizationGraph,
  from: Kustomization,
  file: string,
  seen: Set<Kustomization>
): readonly Kustomization[] | null => {
  if (seen.has(from)) return null
  seen.add(from)
  if (from.path === file || from.resources.some(({ path }) => path === file)) return [from]
  for (const next of includedBy(graph, from)) {
    const route = routeTo(graph, next, file, seen)
    if (route !== null) return [...route, from]
  }
  return null
}

const componentsOf = (
  graph: KustomizationGraph,
  { components }: Kustomization,
  seen: Set<Kustomization>
): readonly Kustomization[] =>
  components.flatMap(({ path }) => {
    const component = path === null ? undefined : graph.get(path)
    if (component === undefined || seen.has(component)) return []
    seen.add(component)
    return [...componentsOf(graph, component, seen), component]
  })
