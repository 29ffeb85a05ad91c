import {
  createDefaultHttpClient,
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
  type PipelinePolicy,
  type PipelineRequestOptions
} from '@azure/core-rest-pipeline'
import { RequestTimeoutError, UntrustedAnswerError } from '../arm-errors.ts'
import type { Limits } from '../limits.ts'
import { boundsOfRequests, gate } from '../request-policies.ts'

/** What a registry said, whole. */
export type RegistryResponse = {
  readonly status: number
  readonly header: (name: string) => string | undefined
  readonly text: string
}

export type RegistryRequests = {
  readonly loginServer: string
  /** `path` begins with `/`. */
  readonly get: (path: string, headers: Headers) => Promise<RegistryResponse>
  readonly post: (path: string, form: Readonly<Record<string, string>>) => Promise<RegistryResponse>
  /** What a redirect of the registry leads to, without any credential. */
  readonly follow: (url: string) => Promise<RegistryResponse>
}

type Headers = Readonly<Record<string, string>>

/** Whose storage a registry may send to. */
export type Storage = (host: string) => boolean

/**
 * Requests to one registry, with the SDKs' pipeline: their proxy, their retries, and our bounds. Whatever the registry
 * answers, a credential goes to its own login server alone.
 */
export function registryRequests(
  loginServer: string,
  isStorage: Storage,
  limits: Limits,
  version: string
): RegistryRequests {
  const pipeline = createPipelineFromOptions({
    retryOptions: { maxRetries: limits.retries },
    redirectOptions: { maxRetries: 0 },
    userAgentOptions: { userAgentPrefix: `acr-pull-check/${version}` }
  })
  pipeline.addPolicy(onlyKnownHosts(loginServer, isStorage))
  for (const { policy, position } of boundsOfRequests(limits))
    pipeline.addPolicy(policy, position === 'perRetry' ? { afterPhase: 'Sign' } : {})
  const client = createDefaultHttpClient()
  const enter = gate(limits.concurrentRequests)
  const lasting = lastingTrouble()

  async function send(options: PipelineRequestOptions): Promise<RegistryResponse> {
    const leave = await enter()
    try {
      return await lasting(new URL(options.url).host, async () => {
        const request = createPipelineRequest(options)
        const { status, headers, bodyAsText } = await pipeline.sendRequest(client, request)
        return { status, header: name => headers.get(name), text: bodyAsText ?? '' }
      })
    } finally {
      leave()
    }
  }
  const at = (path: string): string => {
    const url = `https://${loginServer}${path}`
    // A repository or tag must not lead to another path than the one that is meant.
    if (new URL(url).pathname !== path.split('?', 1)[0])
      throw new UntrustedAnswerError('it would be asked by another path')
    return url
  }
  return {
    loginServer,
    get: (path, headers) => send({ url: at(path), headers: createHttpHeaders(headers) }),
    post: (path, form) =>
      send({
        url: at(path),
        method: 'POST',
        headers: createHttpHeaders({ 'content-type': 'application/x-www-form-urlencoded' }),
        body: new URLSearchParams(form).toString()
      }),
    follow: url => send({ url })
  }
}

const onlyKnownHosts = (loginServer: string, isStorage: Storage): PipelinePolicy => ({
  name: 'onlyKnownHosts',
  sendRequest: (request, next) => {
    const { protocol, host } = new URL(request.url)
    const bare = request.method === 'GET' && !request.headers.has('authorization')
    if (protocol === 'https:' && (host === loginServer || (bare && isStorage(host))))
      return next(request)
    throw new UntrustedAnswerError(`it leads to another host (${host}), which is not asked`)
  }
})

/**
 * Who did not answer in spite of all retries, or throttles for longer than we wait, is not asked again: a run with
 * hundreds of images would wait for each of them.
 */
function lastingTrouble() {
  const troubles = new Map<string, () => Promise<RegistryResponse>>()
  return async (host: string, ask: () => Promise<RegistryResponse>): Promise<RegistryResponse> => {
    const trouble = troubles.get(host)
    if (trouble !== undefined) return trouble()
    try {
      const response = await ask()
      if (response.status === 429) troubles.set(host, () => Promise.resolve(response))
      return response
    } catch (error) {
      if (isSilence(error)) troubles.set(host, () => Promise.reject(error))
      throw error
    }
  }
}

const isSilence = (error: unknown): error is Error =>
  error instanceof RequestTimeoutError || isNetworkTrouble(error)

/** The pipeline's own error without a status: nobody answered. */
export const isNetworkTrouble = (error: unknown): error is Error & { readonly code?: string } =>
  error instanceof Error &&
  error.name === 'RestError' &&
  !('statusCode' in error && error.statusCode !== undefined)
