import type { ContainerServiceContext } from '@azure/arm-containerservice/api'
import { RestError } from '@azure/arm-resourcegraph'
import * as z from 'zod/mini'
import { UntrustedAnswerError } from './arm-errors.ts'

/**
 * The SDKs' typed models drop properties that they do not know, turn a page without `value` into an empty list and
 * fail on bodies that lack a key nobody reads. So the SDKs send the requests, and their bodies are read here as they came.
 */
type SeeResponse = (response: {
  readonly status: number
  readonly bodyAsText?: string | null
}) => void

/** Body of an operation that answers with one resource. */
export async function rawBody(
  ask: (onResponse: SeeResponse) => Promise<unknown>
): Promise<unknown> {
  const bodies: unknown[] = []
  try {
    await ask(keepBodies(bodies))
  } catch (error) {
    // With a body at hand only the typed model, which nobody reads, can have failed.
    if (bodies.length === 0) throw error
  }
  return bodies[0]
}

const listPage = z.object({ value: z.array(z.unknown()) })

/** All items of a paged operation. */
export async function rawItems(
  list: (onResponse: SeeResponse) => { byPage: () => AsyncIterator<unknown> },
  maximumPages: number
): Promise<unknown[]> {
  const bodies: unknown[] = []
  const links = new Set<string>()
  const pages = list(keepBodies(bodies)).byPage()
  while ((await pages.next()).done !== true) {
    boundPages(bodies.length, maximumPages)
    refuseCircle(bodies.at(-1), links)
  }
  return bodies.flatMap(body => listPage.parse(body).value)
}

/** A page that leads back to one that was read would be read again until the bound, for nothing. */
function refuseCircle(body: unknown, links: Set<string>): void {
  const link = armList.safeParse(body).data?.nextLink ?? ''
  if (link !== '' && links.has(link))
    throw new UntrustedAnswerError('its list leads back to a page that was already read')
  links.add(link)
}

const keepBodies =
  (bodies: unknown[]): SeeResponse =>
  response => {
    if (response.status === 200) bodies.push(JSON.parse(response.bodyAsText ?? ''))
  }

const armList = z.object({
  value: z.array(z.unknown()),
  nextLink: z.nullish(z.string())
})

/** All items of an ARM list for which there is no SDK client; any TypeSpec client can send any path. */
export async function listPath(
  client: Pick<ContainerServiceContext, 'pathUnchecked'>,
  path: string,
  apiVersion: string,
  maximumPages: number
): Promise<unknown[]> {
  const items: unknown[] = []
  const links = new Set<string>()
  let page = armList.parse(await getPath(client, path, apiVersion))
  items.push(...page.value)
  for (
    let count = 1;
    page.nextLink !== undefined && page.nextLink !== null && page.nextLink !== '';
    count += 1
  ) {
    boundPages(count, maximumPages)
    refuseCircle(page, links)
    page = armList.parse(await getPath(client, page.nextLink, null))
    items.push(...page.value)
  }
  return items
}

/** `apiVersion` null: the path is a link from Azure, which carries its own. */
export async function getPath(
  client: Pick<ContainerServiceContext, 'pathUnchecked'>,
  path: string,
  apiVersion: string | null
): Promise<unknown> {
  const response = await client
    .pathUnchecked(path)
    .get(apiVersion === null ? {} : { queryParameters: { 'api-version': apiVersion } })
  const body: unknown = response.body
  if (response.status === '200') return body
  const error = armError.safeParse(body).data?.error
  throw new RestError(error?.message ?? `status ${response.status}`, {
    statusCode: Number(response.status),
    ...(error === undefined ? {} : { code: error.code })
  })
}

const armError = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

function boundPages(count: number, maximum: number): void {
  if (count >= maximum)
    throw new UntrustedAnswerError(`its list does not end after ${maximum} pages`)
}
