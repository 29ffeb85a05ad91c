/** What the process says when it stops; the numbers are public (see the README's table of exit codes). */
export const exitCode = {
  ok: 0,
  findings: 1,
  usage: 2,
  factsUnreadable: 3,
  nothingToJudge: 4
} as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

/** Base of every error that is not our own bug: its message names cause, object and cure in one sentence. */
export class ReportedError extends Error {
  readonly exitCode: ExitCode

  constructor(message: string, code: ExitCode, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
    this.exitCode = code
  }
}

/** The user's input is missing or wrong. */
export class InputError extends ReportedError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, exitCode.usage, options)
  }
}

/** Azure could not be asked at all: sign-in, network, or no permission on the cluster itself. */
export class FactsError extends ReportedError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, exitCode.factsUnreadable, options)
  }
}

/** No manifest matched, or no image is in the manifests. */
export class NothingToJudgeError extends ReportedError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, exitCode.nothingToJudge, options)
  }
}

/** The message of anything that was thrown, also by another realm, where instanceof does not hold. */
export const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error)
