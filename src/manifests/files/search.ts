import { basename } from 'node:path'
import { endlessTime, isOver, type RunTime } from '../../base/run-time.ts'
import type { ManifestProblem } from '../../kubernetes/manifests.ts'
import type { Workspace } from '../../files/workspace.ts'
import { notSearched, searchCut } from '../problem.ts'

const manifestName = /\.(?:ya?ml|json)$/

/** In the order of kustomize's own `RecognizedKustomizationFileNames`. */
export const kustomizationNames: readonly string[] = [
  'kustomization.yaml',
  'kustomization.yml',
  'Kustomization'
]

export const chartFileName = 'Chart.yaml'

/** Parts of a chart that reach us through its rendering only; a template is not YAML. */
const renderedChartParts = new Set(['templates', 'charts', 'crds'])

/** Below a package of npm: packages of others, often very many, and no manifests of this repository. */
const packagesDirectory = 'node_modules'
const packageFile = 'package.json'

/** Whether a name in a directory with these entries is that of packages which npm installed there. */
export const isInstalled = (name: string, beside: readonly { readonly name: string }[]): boolean =>
  name === packagesDirectory && beside.some(entry => entry.name === packageFile)

export const isKustomizationName = (name: string): boolean => kustomizationNames.includes(name)

export const isManifestName = (name: string): boolean =>
  manifestName.test(name) || isKustomizationName(name)

export const isRenderedChartPart = (name: string): boolean => renderedChartParts.has(name)

/** What of the found files is rendered. */
export type RenderedFiles = {
  /** Chart directories. */
  readonly charts: ReadonlySet<string>
  /** Paths of kustomization files. */
  readonly kustomizations: ReadonlySet<string>
}

/** What a search for manifests has found so far; paths are absolute, as they were reached. */
export class Search {
  readonly workspace: Workspace
  readonly problems: ManifestProblem[] = []
  /** Chart directories. */
  readonly charts = new Set<string>()
  /** Paths of kustomization files. */
  readonly kustomizations = new Set<string>()
  /** Paths of files in other languages, which are not read. */
  readonly others = new Set<string>()
  /** Paths of files that the user named. */
  readonly named = new Set<string>()
  /** By the path without symbolic links, so that a link does not repeat a file. */
  readonly #files = new Map<string, string>()
  readonly #seenDirectories = new Set<string>()
  readonly #time: RunTime
  #hits = 0
  #isCut = false

  constructor(workspace: Workspace, time: RunTime = endlessTime) {
    this.workspace = workspace
    this.#time = time
  }

  /** A directory that is left out; unlike a hit, for nobody named it. */
  leaveOut(directory: string): void {
    this.problems.push(notSearched(this.workspace.shown(directory)))
  }

  /** Whether the time of the run is up before a directory; said once, for all that is not searched any more. */
  isOverBefore(directory: string): boolean {
    if (!isOver(this.#time, 'rendering')) return false
    this.#hits += 1
    if (!this.#isCut) this.problems.push(searchCut(this.workspace.shown(directory)))
    this.#isCut = true
    return true
  }

  get files(): readonly string[] {
    return [...this.#files.values()]
  }

  /** Grows with everything that a path leads to, were it found before or only a problem. */
  get hits(): number {
    return this.#hits
  }

  addFile(path: string, realPath: string): void {
    this.#hits += 1
    if (this.#files.has(realPath)) return
    this.#files.set(realPath, path)
    if (isKustomizationName(basename(path))) this.kustomizations.add(path)
  }

  addChart(directory: string): void {
    this.#hits += 1
    this.charts.add(directory)
  }

  addProblem(problem: ManifestProblem): void {
    this.#hits += 1
    this.problems.push(problem)
  }

  /** Whether a directory, given without symbolic links, is entered for the first time. */
  enter(realPath: string): boolean {
    if (this.#seenDirectories.has(realPath)) {
      this.#hits += 1
      return false
    }
    this.#seenDirectories.add(realPath)
    return true
  }
}
