export type Environment = Readonly<Record<string, string | undefined>>

/** A program and its words; no shell reads them. */
export type Command = {
  /** Absolute path. */
  readonly program: string
  readonly parameters: readonly string[]
}

/** What holds for a program on every machine. */
export type Bounds = {
  readonly directory: string
  /** The complete environment; nothing is inherited. */
  readonly environment: Environment
  readonly milliseconds: number
  /** Standard output and standard error together. */
  readonly outputBytes: number
  /** What it reads from standard input; absent: nothing. */
  readonly input?: string
  /** Each character of what it wrote is a byte, for what is no text. */
  readonly answersInBytes?: boolean
}

export type Execution = Command &
  Bounds & {
    /** Whether it may reach the network; without, it is cut off where the kernel lets us. */
    readonly network: boolean
    /** Of its data: heap and stacks, not the program's own text. */
    readonly memoryBytes: number
    /** Of all its threads together. */
    readonly processorSeconds: number
  }

export type ExecutionResult =
  | { readonly kind: 'success'; readonly stdout: string }
  /** It ended with another exit code than 0, in its own words. */
  | { readonly kind: 'failure'; readonly stderr: string }
  | { readonly kind: 'time-out' }
  | { readonly kind: 'too-much-output' }
  | { readonly kind: 'out-of-memory' }
  /** The kernel ended it: its processor time was used up, or the machine had no memory left. */
  | { readonly kind: 'killed' }
  /** Its runtime gave up, or a signal ended it: what it wrote is of no use to a reader. */
  | { readonly kind: 'crash' }
  /** It could not be started, in the system's words. */
  | { readonly kind: 'not-started'; readonly reason: string }
