import { performance } from 'node:perf_hooks'
import type { Registry } from '../../facts/facts.ts'
import type { ImageAnswer, ImageQuestion, LookupMode } from '../../facts/images.ts'
import { loginServerOf } from '../../facts/registry-hosts.ts'
import { byKey, once } from '../by-key.ts'
import type { AzureWorld } from '../clients.ts'
import { contentLimits, type Limits } from '../limits.ts'
import { entraToken } from './entra-token.ts'
import { openSession, type RegistrySources } from './registry-session.ts'

export type ContentReader = (question: ImageQuestion) => Promise<ImageAnswer | null>

/** `dates`: ask also when an image was pushed. */
export type ContentOptions = { readonly mode: LookupMode; readonly dates: boolean }

/**
 * Asks registries whether tags and digests are there, and what they are built for. Nobody is asked, and the answer is
 * null, where ARM does not show the registry: a credential never goes to a host of a manifest's choosing.
 */
export function registryContent(
  world: AzureWorld,
  limits: Limits,
  sources: RegistrySources,
  { mode, dates }: ContentOptions
): ContentReader {
  const endsAt = performance.now() + limits.run
  const token = once(() => entraToken(world.credential))
  // Beside the sign-in to Azure Resource Manager, so that nobody waits for it later.
  void token()
  const sessionAt = byKey(
    ({ loginServer }: Registry) => loginServer,
    registry => {
      const run = Math.max(1, Math.floor(endsAt - performance.now()))
      const common = { world, sources, entraToken: token, dates }
      return Promise.resolve(openSession(common, contentLimits({ ...limits, run }), registry))
    }
  )
  return async question => {
    const loginServer = loginServerOf(question.registry)
    // Resource Graph keeps a deleted registry for a while, whose name may be somebody else's by now.
    const registry = await sources.registry(question.registry)
    if (!registry.known || registry.value.loginServer !== loginServer) return null
    if (!isOfCloud(world, loginServer)) return null
    const session = await sessionAt(registry.value)
    const answer = await session.lookUp(question)
    const askedAt = world.now().toISOString()
    return { ...question, answer, askedAt, inPassing: mode === 'auto' && !answer.known }
  }
}

const isOfCloud = ({ cloud }: AzureWorld, loginServer: string): boolean =>
  cloud.registrySuffixes.some(suffix => loginServer.endsWith(`.${suffix}`))
