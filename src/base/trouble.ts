import { exitCode, messageOf, ReportedError, type ExitCode } from './errors.ts'
import { project } from './project.ts'

/** How a thrown error is told to a person, and with which exit code the process ends. */
export type Trouble = { readonly message: string; readonly exitCode: ExitCode }

/** Anything that is not a ReportedError is our own bug, and says so. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof ReportedError) return { message: error.message, exitCode: error.exitCode }
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  return {
    message: `internal error: ${messageOf(error)}. This is a bug of acr-pull-check: please report it at ${project.url}/issues with what acr-pull-check anonymize writes.\n${stack}`,
    exitCode: exitCode.usage
  }
}
