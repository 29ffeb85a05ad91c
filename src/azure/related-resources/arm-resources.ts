import type { Clients } from '../clients.ts'
import { getPath, listPath } from '../raw-answers.ts'

/** The newest stable api-version with everything that is read below registries. */
export const registryApiVersion = '2025-11-01'

/** Any TypeSpec client of the run can send any path; a further SDK would only be loaded for nothing. */
const anyClient = (clients: Clients) => clients.containerService('', null)

export const resourceAt = (clients: Clients, path: string, apiVersion: string): Promise<unknown> =>
  getPath(anyClient(clients), path, apiVersion)

export const listAt = (clients: Clients, path: string, apiVersion: string): Promise<unknown[]> =>
  listPath(anyClient(clients), path, apiVersion, clients.limits.pages)

/** `name` may come from outside. */
export const child = (
  clients: Clients,
  parentId: string,
  type: string,
  name: string,
  apiVersion: string
): Promise<unknown> =>
  resourceAt(clients, `${parentId}/${type}/${encodeURIComponent(name)}`, apiVersion)
