import * as z from 'zod/mini'
import { known, type Fact } from '../../facts/fact.ts'
import { byKey, once } from '../by-key.ts'
import { readFrom, refusal } from './refusals.ts'
import type { RegistryRequests } from './registry-requests.ts'

/** What lets its bearer do something with one repository. */
export type RepositoryToken = {
  readonly value: string
  /** Such as `pull`; null: it does not say. */
  readonly actions: readonly string[] | null
}

export type RegistrySignIn = {
  readonly tokenFor: (repository: string) => Promise<Fact<RepositoryToken>>
}

/** Whoever signs in: nobody, where a registry lets everybody pull. */
export type Bearer =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'identity'; readonly token: () => Promise<Fact<string>> }

const refreshToken = z.object({ refresh_token: z.string() })
const accessToken = z.object({ access_token: z.string() })

/** One exchange for a registry, one token for a repository (Azure/acr docs/AAD-OAuth.md). */
export function registrySignIn(
  requests: RegistryRequests,
  bearer: Bearer,
  right: string | null
): RegistrySignIn {
  const { loginServer } = requests
  const what = `the content of registry ${loginServer}`
  const exchanged = once(async (): Promise<Fact<string>> => {
    if (bearer.kind === 'anonymous') return known('')
    const entra = await bearer.token()
    if (!entra.known) return entra
    return readFrom({ loginServer, what, right: null }, async () => {
      const response = await requests.post('/oauth2/exchange', {
        grant_type: 'access_token',
        service: loginServer,
        access_token: entra.value
      })
      if (response.status !== 200) return refusal({ loginServer, what, right }, response)
      return known(refreshToken.parse(JSON.parse(response.text)).refresh_token)
    })
  })
  // At once, while the cache rules of the registry are still under way.
  void exchanged()
  return {
    tokenFor: byKey(
      repository => repository,
      async repository => {
        const refresh = await exchanged()
        if (!refresh.known) return refresh
        return readFrom({ loginServer, what, right: null }, async () => {
          const response = await requests.post('/oauth2/token', {
            ...(bearer.kind === 'anonymous'
              ? { grant_type: 'password' }
              : { grant_type: 'refresh_token', refresh_token: refresh.value }),
            service: loginServer,
            // As the Azure CLI asks (acr/_docker_utils.py, PULL_META_READ): what is not granted is left out of the token.
            scope: `repository:${repository}:pull,metadata_read`
          })
          if (response.status !== 200) return refusal({ loginServer, what, right }, response)
          const value = accessToken.parse(JSON.parse(response.text)).access_token
          return known({ value, actions: actionsOf(value, repository) })
        })
      }
    )
  }
}

const claims = z.object({
  access: z.nullish(
    z.array(z.object({ type: z.string(), name: z.string(), actions: z.array(z.string()) }))
  )
})

/**
 * The registry answers 200 also where nothing is granted, with a token that lets its bearer do nothing. It comes from the
 * registry itself, which alone must believe it: the signature is not ours to verify.
 */
function actionsOf(token: string, repository: string): readonly string[] | null {
  try {
    const [, part = ''] = token.split('.')
    const { access } = claims.parse(JSON.parse(Buffer.from(part, 'base64url').toString('utf8')))
    return (access ?? [])
      .filter(({ type, name }) => type === 'repository' && name === repository)
      .flatMap(({ actions }) => actions)
  } catch {
    return null
  }
}
