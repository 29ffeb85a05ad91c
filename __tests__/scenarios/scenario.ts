import type { Puller } from '../../src/access/pull-access.ts'
import type { PullResult } from '../../src/pulls/verdict.ts'
import type { Severity } from '../../src/checks/check.ts'
import type { AzureWorldData } from '../emulator/world.ts'
import type { CauseId } from './causes.ts'

/**
 * One situation, as data: an Azure, some manifests, and what must be said about them. A `fault` must be found, by the
 * right check and with the right identity; a `trap` looks like one and must not be reported as one.
 */
export type Scenario = {
  /** A sentence about the situation. */
  readonly title: string
  readonly kind: 'fault' | 'trap'
  /** The cause of failure that it seeds or, for a trap, resembles; null: Azure itself does not answer as it should. */
  readonly cause: CauseId | null
  readonly world: AzureWorldData
  /** Text by path in the workspace; the workspace is what is checked. */
  readonly manifests: Readonly<Record<string, string>>
  /** Clusters to check, as on the command line; default: every cluster of the world. */
  readonly clusters?: readonly string[]
  /** Further arguments of `check`. */
  readonly arguments?: readonly string[]
  readonly expect: Expectation
}

export type Expectation = {
  readonly exitCode: number
  /** All verdicts, in any order. */
  readonly verdicts: readonly ExpectedVerdict[]
  /**
   * Checks that must report, with their severity. Of severity error and unknown there must be no others; further warnings
   * and notes are allowed.
   */
  readonly findings: Readonly<Record<string, Severity>>
  /** Node pools that the findings of a check must name. */
  readonly nodePools?: Readonly<Record<string, readonly string[]>>
  /** Checks that must not report at all. */
  readonly absent?: readonly string[]
  /** Where there is no report: text in the error message, and the check stops there. */
  readonly error?: string
}

/** Left out: not compared. `image` and `cluster` (by name) need to be given only where there are several. */
export type ExpectedVerdict = {
  readonly image?: string
  readonly cluster?: string
  readonly result?: PullResult
  readonly puller?: Puller['kind']
  readonly objectId?: string | null
  /** A text that some sentence of the evidence must hold. */
  readonly because?: string
}
