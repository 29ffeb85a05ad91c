import type { TokenCredential } from '@azure/identity'
import { messageOf } from '../../base/errors.ts'
import { known, unknown, type Fact } from '../../facts/fact.ts'

/**
 * A token for Azure Resource Manager works only while a registry takes it; this audience always does
 * (Azure/acr docs/AAD-OAuth.md; "Disable authentication as ARM").
 */
export const registryScope = 'https://containerregistry.azure.net/.default'

/** What every registry exchanges for a token of its own. Some clouds and tenants know no such audience, which fails no run. */
export async function entraToken(credential: TokenCredential): Promise<Fact<string>> {
  const nobody = (why: string): Fact<never> =>
    unknown('forbidden', `nobody is signed in to container registries: ${why}`)
  try {
    const token = await credential.getToken(registryScope)
    return token === null ? nobody('there is no token for them') : known(token.token)
  } catch (error) {
    return nobody(messageOf(error).replace(/\.$/, ''))
  }
}
