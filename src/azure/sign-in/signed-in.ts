import type { RunTime } from '../../base/run-time.ts'
import { RequestTimeoutError } from '../arm-errors.ts'
import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/identity'

/** A token is renewed this long before it ends, so that no request of a page list meets an expired one. */
const margin = 300_000

/**
 * A credential that signs in once for all clients (each asks on its own, and the Azure CLI takes seconds an answer), and
 * whose failures are told in the words of `explain`.
 */
export function signedInOnce(
  credential: TokenCredential,
  explain: (error: unknown) => Error,
  { now, time }: { readonly now: () => Date; readonly time: RunTime }
): TokenCredential {
  const held = new Map<string, Promise<AccessToken | null>>()

  const ask = async (scopes: string | string[], options?: GetTokenOptions) => {
    try {
      return await within(time.left('facts'), credential.getToken(scopes, options))
    } catch (error) {
      throw explain(error)
    }
  }
  const fresh = async (pending: Promise<AccessToken | null> | undefined) => {
    const token = await pending?.catch(() => null)
    return token != null && token.expiresOnTimestamp - now().getTime() > margin
  }
  const renew = (key: string, scopes: string | string[], options: GetTokenOptions | undefined) => {
    const pending = ask(scopes, sharedOptions(options))
    held.set(key, pending)
    return pending
  }
  return {
    getToken: async (scopes, options) => {
      // Claims come with a challenge: the token at hand was just refused.
      if (options?.claims !== undefined) return ask(scopes, options)
      const key = [scopes].flat().join(' ')
      const pending = held.get(key)
      return pending !== undefined && (await fresh(pending)) ? pending : renew(key, scopes, options)
    }
  }
}

/** Whatever a credential asks, and however it waits. */
async function within<Answer>(milliseconds: number, asked: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const timeUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new RequestTimeoutError(milliseconds))
    }, milliseconds)
  })
  try {
    return await Promise.race([asked, timeUp])
  } finally {
    clearTimeout(timer)
  }
}

/** Without the abort signal of the one request that happened to come first. */
const sharedOptions = (options: GetTokenOptions | undefined): GetTokenOptions =>
  options?.enableCae === undefined ? {} : { enableCae: options.enableCae }
