import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { createGzip } from 'node:zlib'

import { cloudState, type CloudState } from './cloud-state.ts'
import { notFound, type Answer, type Call } from './exchange.ts'
import { faultBook, type FaultBook } from './faults.ts'
import type { RecordedRequest } from './recorded-requests.ts'
import { arm } from './services/arm.ts'
import { entra } from './services/entra.ts'
import { gitHubApi, gitHubIdTokens } from './services/github.ts'
import { microsoftGraph } from './services/microsoft-graph.ts'
import { registryBlobs, registryDataPlane } from './services/registry-data-plane.ts'
import { startRegistries, type Registries } from './registry/registries.ts'
import { bearerOf } from './tokens.ts'
import { certificateFile, startTransport } from './transport.ts'
import type { AzureWorldData, FaultAnswer } from './world.ts'

export type CloudOptions = {
  /** Milliseconds that every request takes at least. */
  readonly latency?: number
  /** Told of each request that was answered. */
  readonly answered?: (request: RecordedRequest) => void
}

export type Cloud = {
  /** What a child process needs in its environment to meet this cloud and no other. */
  readonly env: { readonly HTTPS_PROXY: string; readonly NODE_EXTRA_CA_CERTS: string }
  readonly requests: readonly RecordedRequest[]
  /** `host:port` of every attempt to connect. */
  readonly connections: readonly string[]
  close(): Promise<void>
}

type Service = (
  state: CloudState,
  call: Call,
  registries: Registries
) => Answer | null | Promise<Answer | null>

const services: readonly (readonly [host: RegExp, service: Service])[] = [
  [/^login\./, entra],
  [/^management\./, arm],
  [/^graph\./, microsoftGraph],
  [/\.data\.azurecr\.|\.blob\.core\./, registryBlobs],
  [/\.azurecr\./, registryDataPlane],
  [/^api\.github\.com$/, gitHubApi],
  [/\.actions\.githubusercontent\.com$/, gitHubIdTokens]
]

/** What nobody waits for any more does not hold the process. */
const pause = (milliseconds: number): Promise<void> => wait(milliseconds, undefined, { ref: false })

/** Azure Resource Manager, Entra, Resource Graph and GitHub on the loopback interface, with this content. */
export async function startCloud(
  world: AzureWorldData,
  options: CloudOptions = {}
): Promise<Cloud> {
  const state = cloudState(world, new Date())
  const faults = faultBook(world.faults ?? [])
  const registries = await startRegistries(world)
  const requests: RecordedRequest[] = []
  const transport = await startTransport((request, response) => {
    const startedAt = performance.now()
    const answered = async () => {
      const call = await callOf(request)
      const index = requests.push(recorded(call, startedAt)) - 1
      await pause(options.latency ?? 0)
      await serve({ state, faults, registries }, call, response)
      // Before the event loop turns: a client in this process must not see an answer that is not on record yet.
      if (response.writableEnded) {
        const request = {
          ...recorded(call, startedAt),
          status: response.statusCode,
          finishedAt: performance.now()
        }
        requests[index] = request
        options.answered?.(request)
      }
    }
    answered().catch((error: unknown) => {
      send(
        { status: 500, body: { error: { code: 'LoopbackCloudBug', message: String(error) } } },
        response
      )
    })
  })
  return {
    env: { HTTPS_PROXY: transport.proxyUrl, NODE_EXTRA_CA_CERTS: certificateFile },
    requests,
    connections: transport.connections,
    close: async () => {
      await transport.close()
      await registries.stop()
    }
  }
}

async function callOf(request: IncomingMessage): Promise<Call> {
  const host = request.headers.host ?? ''
  // The URL parser would take the first segment of `//subscriptions/…` for a host.
  const url = new URL(`https://${host}${(request.url ?? '/').replace(/^\/+/, '/')}`)
  return {
    method: request.method ?? 'GET',
    host: url.hostname,
    path: decodeURIComponent(url.pathname).replace(/\/{2,}/g, '/'),
    query: url.searchParams,
    headers: request.headers,
    text: await text(request)
  }
}

type Inside = {
  readonly state: CloudState
  readonly faults: FaultBook
  readonly registries: Registries
}

async function serve(
  { state, faults, registries }: Inside,
  call: Call,
  response: ServerResponse
): Promise<void> {
  const fault = faults(call)
  if (fault !== null && fault.kind !== 'delay') {
    sendFault(fault, call, response)
    return
  }
  if (fault !== null) await pause(fault.milliseconds)
  const service = services.find(([host]) => host.test(call.host))?.[1]
  send((await service?.(state, call, registries)) ?? notFound(call), response)
}

function sendFault(
  fault: Exclude<FaultAnswer, { kind: 'delay' }>,
  call: Call,
  response: ServerResponse
): void {
  switch (fault.kind) {
    case 'answer':
      send({ ...fault, body: fault.body ?? {} }, response)
      return
    case 'text':
      response.writeHead(fault.status, fault.headers).end(fault.text)
      return
    case 'hang':
      return
    case 'reset':
      response.socket?.destroy()
      return
    case 'broken-json':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"value": [')
      return
    case 'oversized':
      sendOversized(fault, response)
      return
    case 'endless-pages':
      send({ status: 200, body: { value: [], nextLink: nextPage(call) } }, response)
  }
}

const megabyte = ' '.repeat(1024 * 1024)

function* blanks(bytes: number): Generator<string> {
  yield '{"value": ['
  for (let left = bytes; left > 0; left -= megabyte.length) yield megabyte
  yield ']}'
}

function sendOversized(
  { bytes, packed = false, headers = {} }: Extract<FaultAnswer, { kind: 'oversized' }>,
  response: ServerResponse
): void {
  response.writeHead(200, {
    'content-type': 'application/json',
    ...(packed ? { 'content-encoding': 'gzip' } : {}),
    ...headers
  })
  // The client cuts the connection: that is what it should do, and no fault of this side.
  const streams = [Readable.from(blanks(bytes)), ...(packed ? [createGzip()] : []), response]
  pipeline(streams, () => undefined)
}

function nextPage({ host, path, query }: Call): string {
  const next = new URLSearchParams(query)
  next.set('$skiptoken', String(Number(query.get('$skiptoken') ?? 0) + 1))
  return `https://${host}${path}?${next.toString()}`
}

function send(answer: Answer, response: ServerResponse): void {
  response
    .writeHead(answer.status, {
      'content-type': 'application/json; charset=utf-8',
      ...answer.headers
    })
    .end(Buffer.isBuffer(answer.body) ? answer.body : JSON.stringify(answer.body))
}

/** The forms of a registry's sign-in without the tokens in them. */
function withoutTokens({ path, text }: Call): string {
  if (!path.startsWith('/oauth2/')) return text
  const form = new URLSearchParams(text)
  for (const name of ['access_token', 'refresh_token']) form.delete(name)
  return form.toString()
}

/** Request bodies are kept, except for credentials. */
function recorded(call: Call, startedAt: number): RecordedRequest {
  const principal = bearerOf(call.headers.authorization)?.['oid']
  return {
    method: call.method,
    host: call.host,
    path: call.path,
    query: Object.fromEntries(call.query),
    body: call.host.startsWith('login.') ? '' : withoutTokens(call),
    principal: typeof principal === 'string' ? principal : null,
    userAgent: call.headers['user-agent'] ?? '',
    startedAt,
    finishedAt: null,
    status: null
  }
}
