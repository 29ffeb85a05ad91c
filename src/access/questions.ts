import type { ImageQuestion, LookupMode } from '../facts/images.ts'
import type { Cloud, Cluster, Facts, Registry } from '../facts/facts.ts'
import type { FactsRequest, Question } from '../facts/questions.ts'
import type { Manifests, ServiceAccount } from '../kubernetes/manifests.ts'
import type { Principal } from './rbac/access.ts'
import { blocksPulls, needsGroups } from './rbac/denials.ts'
import { groupBy } from '../base/group-by.ts'
import { indexManifests, pullIdentityOf } from './manifests-index.ts'
import { mistakenHolders, workloadIdentityOf } from './mistaken-holders.ts'
import { mayBeMixedUp } from './mixed-up-identity.ts'
import { credentialChains } from './credential-chains.ts'
import { imageQuestions } from './image-questions.ts'
import { requestedImages } from './pull-requests.ts'
import { relatedResourceQuestions } from './related-resource-questions.ts'
import { manifestsByTarget } from './targeted-manifests.ts'
import { prepareJudgement, type Judgement } from './judge-access.ts'

/** What a run knows before Azure is asked, besides manifests and clusters. */
export type RequestOptions = {
  /** The cloud that is asked; registries of other clouds cannot be found there. */
  readonly cloud: Cloud
  /** Registry hosts to read whether or not an image names them. */
  readonly registryHosts: readonly string[]
  readonly kubeletObjectId: string | null
  readonly thorough: boolean
  readonly quick: boolean
  /** Images to look up whether or not a manifest names them. */
  readonly images: readonly ImageQuestion[]
  readonly registryLookup: LookupMode
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)]

/**
 * What Azure is asked first: the clusters (ARM ids), the registries of all images to judge, and the identities that
 * manifests name.
 */
export function requestFor(
  manifests: Manifests,
  clusters: readonly string[],
  options: RequestOptions
): FactsRequest {
  const { cloud, registryLookup, kubeletObjectId, thorough, quick } = options
  const named = options.images.map(({ registry }) => registry)
  const chosen = [...options.registryHosts, ...named].map(host => host.toLowerCase())
  const isChosen = (host: string) => chosen.includes(host)
  const images = requestedImages(
    manifests,
    cloud.registrySuffixes,
    isChosen,
    indexManifests(manifests)
  )
  const hosts = images.filter(({ host }) => host.ownCloud).map(({ host }) => host.host)
  return {
    clusters,
    registryHosts: distinct([...chosen, ...hosts]),
    identities: identitiesNamed(manifests, hosts),
    kubeletObjectId,
    thorough,
    quick,
    images: registryLookup === 'off' ? [] : imageQuestions(options.images, images),
    registryLookup
  }
}

/** Identities that could pull some image: of the service accounts, and of bindings to the images' registries. */
function identitiesNamed(manifests: Manifests, hosts: readonly string[]): readonly string[] {
  if (hosts.length === 0) return []
  const ofAccounts = manifests.serviceAccounts.map(pullIdentityOf)
  const ofBindings = manifests.pullBindings
    .filter(({ server }) => hosts.includes(server.toLowerCase()))
    .map(({ managedIdentity }) => managedIdentity)
  return distinct(
    [...ofAccounts, ...ofBindings].flatMap(reference =>
      reference === null || reference.trim() === '' ? [] : [reference]
    )
  )
}

/** One principal that a pull rests on, at one registry. */
type Reliance = {
  readonly cluster: Cluster
  readonly registry: Registry
  readonly repository: string
  readonly account: ServiceAccount | null
  readonly principal: Principal
}

/**
 * What the first answers leave open, each question once. Empty where every puller is granted, no deny assignment could
 * reach it through a group, and nothing else calls for a closer look; a thorough run looks at everything.
 */
export function questionsLeft(
  manifests: Manifests,
  facts: Facts,
  thorough: boolean
): readonly Question[] {
  const questions = manifestsByTarget(manifests, facts).flatMap(part =>
    questionsOn(part.manifests, part.facts, thorough)
  )
  return [...new Map(questions.map(each => [JSON.stringify(each), each])).values()]
}

function questionsOn(manifests: Manifests, facts: Facts, thorough: boolean): readonly Question[] {
  const judgement = prepareJudgement(manifests, facts)
  const reliances = [...reliancesIn(judgement)]
  return [
    ...identityQuestions(judgement),
    ...assignmentQuestions(judgement, reliances),
    ...denyReachQuestions(judgement, reliances),
    ...relatedResourceQuestions(manifests, facts, judgement, thorough)
  ]
}

function* reliancesIn({
  index,
  images,
  clusters
}: Judgement): Generator<Reliance, void, undefined> {
  for (const { answer } of clusters) {
    if (!answer.known) continue
    for (const { host, requests } of images) {
      const registry = index.registry(host.host)
      if (!registry.known) continue
      for (const { request } of requests)
        for (const { credentials } of credentialChains(answer.value, request, index))
          for (const credential of credentials)
            if (credential.kind === 'identity')
              yield {
                cluster: answer.value.cluster,
                account: request.podCredentials.account?.found ?? null,
                registry: registry.value,
                repository: request.repository,
                principal: credential.principal
              }
    }
  }
}

/** The identity with which service accounts pull that name none. */
function identityQuestions({ index, images, clusters }: Judgement): readonly Question[] {
  if (images.length === 0) return []
  const references = clusters.flatMap(({ answer }) => {
    const profile = answer.known ? answer.value.cluster.serviceAccountPull : null
    if (profile?.known !== true || !profile.value.enabled) return []
    const reference = profile.value.defaultManagedIdentityId
    return reference === null || index.identityAsked(reference) ? [] : [reference]
  })
  return distinct(references).map(reference => ({ kind: 'identity', reference }))
}

/** Where the puller has no grant: does somebody hold it who is easily taken for it, or at least somebody else? */
function assignmentQuestions(
  { index, grants }: Judgement,
  reliances: readonly Reliance[]
): readonly Question[] {
  const open = reliances.flatMap(({ cluster, account, registry, repository, principal }) => {
    if (!mayBeMixedUp(principal, grants(principal, registry, repository))) return []
    const holders = mistakenHolders(cluster, account, index).map(({ objectId }) => objectId)
    const asked = holders.filter(objectId => !index.assignmentsAsked(registry.id, objectId))
    const workload = workloadIdentityOf(account)
    return holders.length > 0 && asked.length === 0
      ? []
      : [{ registryId: registry.id, asked, identities: workload === null ? [] : [workload] }]
  })
  return [...groupBy(open, ({ registryId }) => registryId)].map(([registryId, alike]) => ({
    kind: 'assignments',
    registryId,
    principalIds: distinct(alike.flatMap(({ asked }) => asked)),
    identities: distinct(alike.flatMap(({ identities }) => identities))
  }))
}

/** Where a deny assignment names groups, only Azure knows whether the principal is in one of them. */
function denyReachQuestions(
  { index }: Judgement,
  reliances: readonly Reliance[]
): readonly Question[] {
  const open = reliances.filter(({ registry, principal: { objectId } }) => {
    const denials = index.denials(registry.id)
    return (
      denials.known &&
      !index.reachAsked(registry.id, objectId) &&
      denials.value.some(deny => blocksPulls(deny, registry.id) && needsGroups(deny, objectId))
    )
  })
  const pairs = groupBy(open, ({ registry, principal }) => `${registry.id} ${principal.objectId}`)
  return [...pairs.values()].map(([{ registry, principal }]) => ({
    kind: 'deny-reach',
    registryId: registry.id,
    principalId: principal.objectId
  }))
}
