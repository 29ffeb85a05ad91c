import type { ContainerServiceClientOptionalParams } from '@azure/arm-containerservice/api'
import { RequestTimeoutError, UntrustedAnswerError } from './arm-errors.ts'
import { readBody } from './bounded-body.ts'
import type { Limits } from './limits.ts'

/** The SDKs share one pipeline; its types are reached through a client's options to need no further package. */
export type AdditionalPolicy = NonNullable<
  ContainerServiceClientOptionalParams['additionalPolicies']
>[number]
type Policy = AdditionalPolicy['policy']
type Response = Awaited<ReturnType<Policy['sendRequest']>>
type Request = Response['request']

/** Our rules for every request, in front of the SDK's own retries (`perCall`) and behind them (`perRetry`). */
export const requestPolicies = (origin: string, limits: Limits): AdditionalPolicy[] => [
  { policy: oneOrigin(origin), position: 'perCall' },
  ...boundsOfRequests(limits)
]

/** What holds for requests to other hosts too, such as those of a sign-in. */
export const boundsOfRequests = (limits: Limits): AdditionalPolicy[] => [
  { policy: runDeadline(limits), position: 'perCall' },
  { policy: boundedWaits(limits), position: 'perRetry' },
  { policy: boundedRequest(limits), position: 'perRetry' }
]

/** Hands each error on, and to whoever hears: a caller may put words of its own in its place. */
export const heardErrors = (hear: (error: unknown) => void): AdditionalPolicy => ({
  policy: {
    name: 'heardErrors',
    sendRequest: (request, next) =>
      next(request).catch((error: unknown) => {
        hear(error)
        throw error
      })
  },
  position: 'perCall'
})

/** The SDKs follow a `nextLink` to any host, with the access token. */
const oneOrigin = (origin: string): Policy => ({
  name: 'oneOrigin',
  sendRequest: (request, next) => {
    const asked = new URL(request.url).origin
    if (asked !== new URL(origin).origin)
      throw new UntrustedAnswerError(`it points to another host (${asked}), which was not asked`)
    return next(request)
  }
})

function runDeadline(limits: Limits): Policy {
  const deadline = AbortSignal.timeout(limits.run)
  return {
    name: 'runDeadline',
    sendRequest: async (request, next) => {
      request.abortSignal ??= deadline
      try {
        return await next(request)
      } catch (error) {
        throw deadline.aborted ? new RequestTimeoutError(limits.run, { cause: error }) : error
      }
    }
  }
}

const waitHeaders = ['retry-after-ms', 'x-ms-retry-after-ms', 'retry-after'] as const

/**
 * The SDKs wait as long as a throttling answer says, without cap and also for less than no time. A longer wait than ours,
 * and one that is over before it begins, is not waited for at all.
 */
function boundedWaits(limits: Limits): Policy {
  const waited = new WeakMap<Request, number>()
  return {
    name: 'boundedWaits',
    sendRequest: async (request, next) => {
      const response = await next(request)
      const wait = askedWait(response)
      const total = (waited.get(request) ?? 0) + wait
      if (wait < 0 || wait > limits.wait || total > limits.waits)
        for (const header of waitHeaders) response.headers.delete(header)
      waited.set(request, total)
      return response
    }
  }
}

function askedWait({ status, headers }: Response): number {
  if (status !== 429 && status !== 503) return 0
  const header = waitHeaders.find(name => headers.has(name))
  if (header === undefined) return 0
  const value = headers.get(header) ?? ''
  const number = Number(value)
  if (Number.isFinite(number)) return header === 'retry-after' ? number * 1000 : number
  const moment = Date.parse(value)
  return Number.isNaN(moment) ? 0 : Math.max(0, moment - Date.now())
}

/** Any status: every body is read by us. */
const everyStatus = new Set([Number.POSITIVE_INFINITY])

/** The SDK's own time-out ends with the headers; this one lasts until the body is read, and the body has a bound too. */
function boundedRequest(limits: Limits): Policy {
  const enter = gate(limits.concurrentRequests)
  return {
    name: 'boundedRequest',
    sendRequest: async (request, next) => {
      const leave = await enter()
      const outer = request.abortSignal
      const timeout = AbortSignal.timeout(limits.request)
      const ended = new AbortController()
      const signal = AbortSignal.any([
        ...(outer instanceof AbortSignal ? [outer] : []),
        timeout,
        ended.signal
      ])
      request.abortSignal = signal
      request.streamResponseStatusCodes = everyStatus
      try {
        const response = await next(request)
        await readBody(response, signal, limits.bodyBytes)
        return response
      } catch (error) {
        // What is left of a body must not hold the connection.
        ended.abort()
        throw timeout.aborted ? new RequestTimeoutError(limits.request, { cause: error }) : error
      } finally {
        if (outer === undefined) delete request.abortSignal
        else request.abortSignal = outer
        leave()
      }
    }
  }
}

/** Lets `places` callers in at a time, the others in the order of their arrival. */
export function gate(places: number): () => Promise<() => void> {
  const waiting: (() => void)[] = []
  let free = places
  const leave = () => {
    const first = waiting.shift()
    if (first === undefined) free += 1
    else first()
  }
  return async () => {
    if (free > 0) free -= 1
    else await new Promise<void>(resolve => waiting.push(resolve))
    return leave
  }
}
