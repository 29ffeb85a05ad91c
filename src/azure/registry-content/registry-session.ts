import { known, unknown, type Fact } from '../../facts/fact.ts'
import type { Registry } from '../../facts/facts.ts'
import type { ImageQuestion, ImageState, PresentImage } from '../../facts/images.ts'
import { cacheRuleFinder } from '../../facts/related-resources/cache-rule-finder.ts'
import type { CacheRule } from '../../facts/related-resources/cache-rules.ts'
import { byKey } from '../by-key.ts'
import type { AzureWorld } from '../clients.ts'
import type { Limits } from '../limits.ts'
import { isDigest } from './digests.ts'
import { readAttributes } from './image-attributes.ts'
import { readContent, type AskedImage } from './image-content.ts'
import { nearest, readTags } from './nearest-tags.ts'
import { lacking } from './refusals.ts'
import { missingRight } from './registry-rights.ts'
import { registryRequests, type RegistryRequests } from './registry-requests.ts'
import { registrySignIn, type RepositoryToken } from './registry-sign-in.ts'

/** What ARM tells about registries, as it becomes known. */
export type RegistrySources = {
  readonly registry: (host: string) => Promise<Fact<Registry>>
  readonly cacheRules: (registryId: string) => Promise<Fact<readonly CacheRule[]>>
}

/** All questions to one registry: one sign-in, one list of tags a repository. */
export type Session = {
  readonly lookUp: (question: ImageQuestion) => Promise<Fact<ImageState>>
}

/** What all registries of a run have in common. */
export type Surroundings = {
  readonly world: AzureWorld
  readonly sources: RegistrySources
  readonly entraToken: () => Promise<Fact<string>>
  readonly dates: boolean
}

export function openSession(
  { world, sources, entraToken, dates }: Surroundings,
  limits: Limits,
  registry: Registry
): Session {
  const { id, loginServer } = registry
  const dataEndpoints = registry.dataEndpointHosts.map(host => host.toLowerCase())
  const right = missingRight(registry)
  const requests = registryRequests(
    loginServer,
    host => dataEndpoints.includes(host) || isBlobStorage(world, host),
    limits,
    world.version
  )
  const signIn = registrySignIn(
    requests,
    registry.anonymousPull === true
      ? { kind: 'anonymous' }
      : { kind: 'identity', token: entraToken },
    right
  )
  const tagsOf = byKey(
    ({ repository }: AskedImage) => repository,
    ({ repository, token }) => readTags(requests, repository, token)
  )

  async function ask(
    question: ImageQuestion,
    { value, actions }: RepositoryToken
  ): Promise<Fact<ImageState>> {
    const { repository, reference } = question
    const asked = { repository, reference, token: value, right }
    const state = await read(requests, asked, actions)
    if (!state.known) return state
    if (state.value.state === 'present')
      return dates && mayList(actions) && state.value.seen === 'content'
        ? dated(state.value, await readAttributes(requests, asked))
        : state
    if (registry.quarantine) return hidden(loginServer)
    return isDigest(reference) || state.value.code === 'NAME_UNKNOWN' || !mayList(actions)
      ? state
      : known({ ...state.value, nearestTags: await nearestTags(asked) })
  }
  async function nearestTags(asked: AskedImage): Promise<string[]> {
    const tags = await tagsOf(asked)
    return tags.known ? [...nearest(asked.reference, tags.value)] : []
  }
  return {
    lookUp: async question => {
      const rules = await sources.cacheRules(id)
      const rule = rules.known ? cacheRuleFinder(rules.value)(question.repository) : null
      if (rule !== null) return cached(`${loginServer}/${question.repository}`, rule)
      const token = await signIn.tokenFor(question.repository)
      if (!token.known) return token
      const state = await ask(question, token.value)
      const isAbsent = state.known && state.value.state === 'absent'
      // A rule that nobody may see may fetch it as soon as it is pulled.
      return isAbsent && !rules.known ? rules : state
    }
  }
}

const isBlobStorage = ({ cloud: { blobSuffix } }: AzureWorld, host: string): boolean =>
  blobSuffix !== null && host.endsWith(`.${blobSuffix}`)

const mayList = (actions: RepositoryToken['actions']): boolean =>
  actions?.includes('metadata_read') ?? false

/** As a node asks, where the token allows it; else what the registry says about its content. */
async function read(
  requests: RegistryRequests,
  asked: AskedImage,
  actions: RepositoryToken['actions']
): Promise<Fact<ImageState>> {
  if (actions === null || actions.includes('pull')) {
    const content = await readContent(requests, asked)
    return mayBeLocked(content) && mayList(actions)
      ? lockedOr(content, await readAttributes(requests, asked))
      : content
  }
  if (mayList(actions)) return readAttributes(requests, asked)
  const what = `${requests.loginServer}/${asked.repository}`
  return unknown('forbidden', lacking(what, asked.right), asked.right)
}

/** The content tells neither when it was pushed nor whether it is locked. */
const dated = (content: PresentImage, attributes: Fact<ImageState>): Fact<PresentImage> =>
  known(
    attributes.known &&
      attributes.value.state === 'present' &&
      attributes.value.digest === content.digest
      ? {
          ...content,
          createdAt: attributes.value.createdAt,
          lastUpdatedAt: attributes.value.lastUpdatedAt
        }
      : content
  )

const mayBeLocked = (content: Fact<ImageState>): boolean =>
  !content.known && content.reason.code === 'forbidden'

/** Why a pull is refused, where reading is switched off and the registry tells it. */
const lockedOr = (refused: Fact<ImageState>, attributes: Fact<ImageState>): Fact<ImageState> =>
  attributes.known && attributes.value.state === 'present' && attributes.value.readEnabled === false
    ? attributes
    : refused

/** Asking is pulling there: the registry would fetch the image ("Artifact cache overview"). */
const cached = (repository: string, { name, source }: CacheRule): Fact<never> =>
  unknown(
    'not-collected',
    `${repository} is filled by cache rule ${name}, and to ask for an image would fetch it from ${source}`
  )

/** By tag it is not found (Azure/acr docs/preview/quarantine). */
const hidden = (loginServer: string): Fact<never> =>
  unknown(
    'not-visible',
    `registry ${loginServer} hides images in quarantine, so that one which it does not show may be there`
  )
