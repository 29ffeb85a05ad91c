/** The parts of an ARM id of a resource directly below a resource group. */
export type ResourceId = {
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly name: string
}

const resource =
  /^\/subscriptions\/(?<subscriptionId>[^/?#]+)\/resourceGroups\/(?<resourceGroup>[^/?#]+)\/providers\/[^/?#]+\/[^/?#]+\/(?<name>[^/?#]+)$/i

/** null when the text is no such id. ARM ids come in mixed case: compare them lower-cased. */
export function parseResourceId(id: string): ResourceId | null {
  const { subscriptionId, resourceGroup, name } = resource.exec(id)?.groups ?? {}
  return subscriptionId === undefined || resourceGroup === undefined || name === undefined
    ? null
    : { subscriptionId, resourceGroup, name }
}

/** The last segment, lower case: for a role definition the same in every subscription. */
export const lastSegment = (id: string): string => (id.split('/').at(-1) ?? id).toLowerCase()

export const isGuid = (text: string): boolean =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** A scope as arm-authorization wants it: that SDK puts a slash in front itself. */
export const scopeText = (id: string): string => id.replace(/^\/+/, '')
