import type { ImageAnswer, ImageQuestion } from '../facts/images.ts'
import type { FactsRequest } from '../facts/questions.ts'
import { clientsFor, type AzureWorld } from './clients.ts'
import type { Limits } from './limits.ts'
import { readersFor, type Readers } from './readers.ts'
import type { ContentReader } from './registry-content/registry-content.ts'
import { tokenScope } from './sign-in/clouds.ts'

/** What a look-up takes of the run that it is part of. */
type Run = {
  readonly world: AzureWorld
  readonly limits: Limits
  readonly readers: Readers
  /** Ask also when each image was pushed, which is one or two requests more for each. */
  readonly dates: boolean
}

/** Loaded only where somebody asks about images: most of what it takes serves nothing else. */
export async function imageReader(
  { images, registryLookup }: Pick<FactsRequest, 'images' | 'registryLookup'>,
  { world, limits, readers, dates }: Run
): Promise<ContentReader> {
  if (images.length === 0) return () => Promise.resolve(null)
  const { registryContent } = await import('./registry-content/registry-content.ts')
  const sources = {
    registry: async (host: string) => (await readers.registry(host)).answer,
    cacheRules: readers.relatedResources.cacheRules
  }
  return registryContent(world, limits, sources, { mode: registryLookup, dates })
}

/** Beside everything else: nobody waits for the content of registries but the report. */
export async function askImages(
  reader: Promise<ContentReader>,
  { images }: Pick<FactsRequest, 'images'>,
  progress: (text: string) => void
): Promise<ImageAnswer[]> {
  if (images.length > 0) progress(`Looking up ${images.length} images`)
  const read = await reader
  const answers = await Promise.all(images.map(read))
  return answers.filter(answer => answer !== null)
}

/**
 * What registries say about images, where nothing is judged: of Azure Resource Manager only the registries are asked for.
 *
 * @throws FactsError when nobody can sign in.
 */
export async function lookUpImages(
  images: readonly ImageQuestion[],
  world: AzureWorld
): Promise<readonly ImageAnswer[]> {
  const request: FactsRequest = {
    clusters: [],
    registryHosts: [...new Set(images.map(({ registry }) => registry))],
    identities: [],
    kubeletObjectId: null,
    thorough: false,
    quick: true,
    images,
    registryLookup: 'require'
  }
  const progress = world.progress ?? (() => undefined)
  const clients = clientsFor(world)
  const readers = readersFor(clients, request, progress)
  const reader = imageReader(request, { world, limits: clients.limits, readers, dates: true })
  await world.credential.getToken(tokenScope(world.cloud))
  return askImages(reader, request, progress)
}
