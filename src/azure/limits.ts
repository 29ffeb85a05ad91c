/** What a run may cost, so that a slow, throttling or hostile server never holds it for long. Times in milliseconds. */
export type Limits = {
  readonly concurrentRequests: number
  /** One try of one request, its body included. */
  readonly request: number
  /** Everything after sign-in. */
  readonly run: number
  readonly retries: number
  /** The longest single wait that a throttling answer may ask for. */
  readonly wait: number
  /** All waits of one request together. */
  readonly waits: number
  /** Of one answer, decompressed. */
  readonly bodyBytes: number
  /** Pages of one list. */
  readonly pages: number
}

/**
 * ARM's token bucket refills 25 reads a second for each principal and subscription ("Understand how Azure Resource
 * Manager throttles requests"), so honest waits are short; the SDKs alone would wait for hours when told to. A
 * subscription has at most 8,000 role assignments ("Azure RBAC limits"), of which a page of a few megabytes holds
 * hundreds, and a page of Resource Graph 1,000 rows.
 */
export const defaultLimits: Limits = {
  concurrentRequests: 32,
  request: 30_000,
  run: 300_000,
  retries: 3,
  wait: 30_000,
  waits: 60_000,
  bodyBytes: 16 * 1024 * 1024,
  pages: 100
}

/**
 * Of what registries are asked about images, beside the facts of ARM. Requests of one identity at one registry are counted
 * ("Registry service tiers and limits": 5,000 data-plane reads a minute), and the Azure SDK takes manifests of at most 4 MiB.
 */
export const contentLimits = (limits: Limits): Limits => ({
  ...limits,
  concurrentRequests: 8,
  request: Math.min(limits.request, 10_000),
  retries: Math.min(limits.retries, 2),
  bodyBytes: 4 * 1024 * 1024
})
