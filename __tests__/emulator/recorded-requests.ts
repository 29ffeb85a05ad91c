/** One request that reached the loopback cloud. */
export type RecordedRequest = {
  readonly method: string
  readonly host: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly body: string
  /** Object id of the principal whose token came along, or null. */
  readonly principal: string | null
  readonly userAgent: string
  /** Milliseconds of the test process's clock. */
  readonly startedAt: number
  /** null while it is not answered. */
  readonly finishedAt: number | null
  readonly status: number | null
}

/** Requests that read facts: neither sign-in nor GitHub. */
export const azureRequests = (requests: readonly RecordedRequest[]): readonly RecordedRequest[] =>
  requests.filter(({ host }) => host.startsWith('management.') || host.startsWith('graph.'))

/** Requests about the content of registries: to them, and to the storage that they send to. */
export const registryRequests = (
  requests: readonly RecordedRequest[]
): readonly RecordedRequest[] =>
  requests.filter(({ host }) => /\.azurecr\.|\.blob\.core\./.test(host))

/**
 * The number of requests on the longest chain of which each began after the one before it was answered: what a user
 * waits for, when every request takes the same time.
 */
export function longestChain(requests: readonly RecordedRequest[]): number {
  const byStart = requests.toSorted((one, other) => one.startedAt - other.startedAt)
  const lengths: number[] = []
  for (const [index, request] of byStart.entries()) {
    const before = byStart
      .slice(0, index)
      .map((earlier, position) =>
        earlier.finishedAt !== null && earlier.finishedAt <= request.startedAt
          ? (lengths[position] ?? 0)
          : 0
      )
    lengths.push(1 + Math.max(0, ...before))
  }
  return Math.max(0, ...lengths)
}
