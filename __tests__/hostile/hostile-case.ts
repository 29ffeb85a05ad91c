import type { AzureWorldData } from '../emulator/world.ts'
import type { Canary } from './harness/canary.ts'
import type { FreshText } from './harness/fresh-text.ts'
import type { RunningProgram } from './harness/run-program.ts'

/** What the author of a pull request may put at a path. */
export type Entry =
  | string
  | Uint8Array
  | { readonly link: string }
  /** A file that may be executed. */
  | { readonly program: string }
  | { readonly fifo: true }
  | { readonly folder: true }

/** By path relative to the folder that they are put into. */
export type Files = Readonly<Record<string, Entry>>

/** What an attack may build on; everything in it is made anew for each run. */
export type Scene = {
  /** Absolute, as is `outside`. */
  readonly workspace: string
  /** A folder beside the workspace that holds secret.txt, secret.yaml, values.yaml, a chart and a kustomization. */
  readonly outside: string
  /** `http://127.0.0.1:PORT`, where nothing of the run may connect. */
  readonly url: string
  readonly canary: Canary
  readonly fresh: FreshText
}

/** One attack as data. `deploy/` always holds one good Deployment besides `files`. */
export type Attack = {
  /** Of the workspace. */
  readonly files: Files
  readonly outside?: Files
  /** What is checked; default `deploy`. */
  readonly paths?: readonly string[]
  /** Words for the command line, behind those of the harness. */
  readonly arguments?: readonly string[]
  /** Default `check`. */
  readonly command?: 'check' | 'images' | 'collect'
  /** Inputs for the action, over those of the harness. */
  readonly inputs?: Readonly<Record<string, string>>
  readonly environment?: Readonly<Record<string, string | undefined>>
  readonly standardInput?: string | Uint8Array
  /** Given: the loopback Azure with this content, and the clusters of it are checked. Not given: a facts file. */
  readonly world?: AzureWorldData
  /** Git history of the workspace; not given: no repository. */
  readonly history?: History
  /** For a shell that becomes the program: `$$` is the program's process id. Inputs with a dash get lost on the way. */
  readonly prelude?: string
  /** Files of the workspace that the attack itself changes while the program runs. */
  readonly touches?: readonly string[]
  /** What happens while the program runs. */
  readonly during?: (program: RunningProgram) => Promise<void>
  /** Given: the program is run once more with these further words or inputs, and that run is judged. */
  readonly again?: {
    readonly arguments?: readonly string[]
    readonly inputs?: Readonly<Record<string, string>>
    /** How the first run must have ended. */
    readonly firstCode: number
  }
  readonly expect: Expectation
}

/** The files of the attack are the head; a pull request's merge commit is checked out on top of them. */
export type History = {
  readonly base: Files
  /** As `actions/checkout` leaves it by default: the parent's id is known, its tree is not. */
  readonly shallow?: boolean
  /** The contents API of the loopback GitHub serves the base. */
  readonly served?: boolean
  /** The CI system whose variables tell of the commits; default GitHub. */
  readonly system?: 'GitHub' | 'GitLab' | 'Azure Pipelines'
  /** Further lines of `.git/config`. */
  readonly config?: string
}

export type Expectation = {
  /** Of the process; a signal counts as 128 and its number. */
  readonly code: number | readonly number[]
  /** Not given: there is no report to take it from. */
  readonly conclusion?: 'pass' | 'fail' | 'inconclusive'
  /** Paths that the report must name among what was not read. */
  readonly unread?: readonly string[]
  /** Images that must have been judged or listed. */
  readonly images?: readonly string[]
  /** What a person must be told: on standard output, standard error, in the summary or the text report. */
  readonly says?: readonly (string | RegExp)[]
  /** What nobody may be told. */
  readonly silent?: readonly (string | RegExp)[]
  /** Files of the workspace that are written besides the reports. */
  readonly writes?: readonly string[]
  /** Requests that must have been sent to the loopback Azure: host and path. */
  readonly asks?: readonly RegExp[]
}

export type HostileCase = {
  /** A sentence about what the author of the pull request tries. */
  readonly title: string
  readonly door?: 'command line' | 'action'
  /** The renderer without which the case says nothing. */
  readonly needs?: 'helm' | 'kustomize'
  readonly attack: (scene: Scene) => Attack
}
