import type { IncomingHttpHeaders } from 'node:http'

/** A request as services see it. */
export type Call = {
  readonly method: string
  readonly host: string
  /** Decoded; doubled slashes are one, because the SDK writes `//subscriptions` for a scope that starts with a slash. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** `body` is sent as JSON, bytes as they are. */
export type Answer = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: unknown
}

export const ok = (body: unknown): Answer => ({ status: 200, body })

/** An error as Azure Resource Manager words it. */
export const armError = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } }
})

export const notFound = (call: Call): Answer =>
  armError(
    404,
    'InvalidResourceType',
    `The loopback cloud has nothing at ${call.method} ${call.host}${call.path}.`
  )
