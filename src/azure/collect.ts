import type { Cluster, Facts } from '../facts/facts.ts'
import type { FactsRequest, Question } from '../facts/questions.ts'
import { clientsFor, type AzureWorld } from './clients.ts'
import { tokenScope } from './sign-in/clouds.ts'
import type { AssignmentsRequest } from './authorization/assignments.ts'
import { gatheredFacts } from './gathered-facts.ts'
import { readersFor, type Readers } from './readers.ts'
import { loginServerOf } from '../facts/registry-hosts.ts'
import { askImages, imageReader } from './images.ts'

export { cloudFor } from './sign-in/custom-cloud.ts'
export type { AzureCloud, CloudChoice } from './sign-in/clouds.ts'
export type { AzureWorld } from './clients.ts'
export { lookUpImages } from './images.ts'
export { requireUsableProxy } from './proxy.ts'
export { credentialFor, type SignIn, type SignInWorld } from './sign-in/sign-in.ts'

/**
 * Reads from Azure what a run wants to know, then what the first answers leave open. Requests that do not need each
 * other run at the same time; the longest chain is overview, assignments, role definitions.
 *
 * @throws FactsError when nobody can sign in; every other trouble is a reason in the facts.
 */
export async function collect(
  request: FactsRequest,
  followUp: (facts: Facts) => readonly Question[],
  world: AzureWorld
): Promise<Facts> {
  const progress = world.progress ?? (() => undefined)
  const clients = clientsFor(world)
  const readers = readersFor(clients, request, progress)
  const images = imageReader(request, { world, limits: clients.limits, readers, dates: false })
  await world.credential.getToken(tokenScope(world.cloud))
  const [answers] = await Promise.all([
    askImages(images, request, progress),
    askAzure(readers, request, world, followUp)
  ])
  return { ...(await gatheredFacts(readers, world)), images: answers }
}

async function askAzure(
  readers: Readers,
  request: FactsRequest,
  world: AzureWorld,
  followUp: (facts: Facts) => readonly Question[]
): Promise<void> {
  await askRequest(readers, request)
  const questions = followUp(await gatheredFacts(readers, world))
  if (questions.length === 0) return
  world.progress?.(`Asking ${questions.length} more questions`)
  await Promise.all(questions.map(question => askQuestion(readers, question, request)))
}

async function askRequest(readers: Readers, request: FactsRequest): Promise<void> {
  const { clusters, registryHosts, identities } = request
  await Promise.all([
    ...clusters.map(readers.cluster),
    ...registryHosts.map(host => askRegistry(readers, host)),
    ...registryHosts.map(async host => {
      const registryId = await registryIdAt(readers, host)
      if (registryId !== null) await readers.denyAssignments(registryId)
    }),
    ...clusters.map(id => askPuller(readers, registryHosts, () => nodePrincipal(readers, id))),
    ...(request.quick ? [] : glances(readers, request)),
    ...identities.map(reference => askIdentity(readers, registryHosts, reference))
  ])
}

/** Where nobody answers by the name that an image writes, the registry may have a label behind it. */
async function askRegistry(readers: Readers, host: string): Promise<void> {
  const { answer } = await readers.registry(host)
  if (answer.known) return
  const namesakes = await readers.finder.namesakes(loginServerOf(host))
  await Promise.all(namesakes.map(({ loginServer }) => readers.registry(loginServer)))
}

/** What one request more tells of each cluster and each registry, beside the grants, so that nobody waits for it. */
const glances = (
  readers: Readers,
  { clusters, registryHosts }: FactsRequest
): readonly Promise<void>[] => [
  ...clusters.map(async clusterId => {
    const { answer } = await readers.cluster(clusterId)
    if (answer.known && answer.value.nodeIdentity.kind === 'kubelet-identity')
      await readers.relatedResources.glance({ kind: 'scaleSets', clusterId })
  }),
  ...registryHosts.map(async host => {
    const registryId = await registryIdAt(readers, host)
    if (registryId !== null)
      await readers.relatedResources.glance({ kind: 'cacheRules', registryId })
  })
]

/** As soon as principal and registry are known, whatever else is still under way. */
async function askPuller(
  readers: Readers,
  registryHosts: readonly string[],
  principal: () => Promise<string | null>
): Promise<void> {
  await Promise.all(
    registryHosts.map(async host => {
      const [principalId, registryId] = await Promise.all([
        principal(),
        registryIdAt(readers, host)
      ])
      if (principalId === null || registryId === null) return
      await askGrants(readers, { registryId, principalId, withGroups: true })
    })
  )
}

async function askGrants(readers: Readers, asked: AssignmentsRequest): Promise<void> {
  const { answer } = await readers.assignments(asked)
  if (!answer.known) return
  await Promise.all(
    answer.value.map(({ roleDefinitionId }) =>
      readers.roleDefinition({ id: roleDefinitionId, registryId: asked.registryId })
    )
  )
}

/** Whoever names an identity wants to pull with it. */
async function askIdentity(
  readers: Readers,
  registryHosts: readonly string[],
  reference: string
): Promise<void> {
  await Promise.all([
    readers.identity(reference),
    askPuller(readers, registryHosts, () => identityPrincipal(readers, reference))
  ])
}

async function askQuestion(
  readers: Readers,
  question: Question,
  { registryHosts }: FactsRequest
): Promise<void> {
  switch (question.kind) {
    case 'assignments':
      await askHolders(readers, question)
      return
    case 'deny-reach':
      await readers.denyReach(question)
      return
    case 'identity':
      await askIdentity(readers, registryHosts, question.reference)
      return
    case 'bootstrap-registry':
      await askBootstrapRegistry(readers, question)
      return
    default:
      await readers.relatedResources.ask(question)
  }
}

async function askHolders(
  readers: Readers,
  { registryId, principalIds, identities }: Extract<Question, { readonly kind: 'assignments' }>
): Promise<void> {
  const ask = (principalId: string): Promise<void> =>
    askGrants(readers, { registryId, principalId, withGroups: false })
  await Promise.all([
    ...principalIds.map(ask),
    ...identities.map(async reference => {
      const principalId = await identityPrincipal(readers, reference)
      if (principalId !== null) await ask(principalId)
    }),
    readers.holders(registryId).then(holders => Promise.all(holders.map(ask)))
  ])
}

async function askBootstrapRegistry(
  readers: Readers,
  { registryId, principalIds }: Extract<Question, { readonly kind: 'bootstrap-registry' }>
): Promise<void> {
  await Promise.all([
    readers.bootstrapRegistry(registryId),
    readers.denyAssignments(registryId),
    ...principalIds.map(principalId =>
      askGrants(readers, { registryId, principalId, withGroups: true })
    )
  ])
}

async function registryIdAt(readers: Readers, host: string): Promise<string | null> {
  const location = await readers.finder.find(loginServerOf(host))
  return location.known ? location.value.id : null
}

async function identityPrincipal(readers: Readers, reference: string): Promise<string | null> {
  const { answer } = await readers.identity(reference)
  return answer.known ? answer.value.objectId : null
}

async function nodePrincipal(readers: Readers, clusterId: string): Promise<string | null> {
  const { answer } = await readers.cluster(clusterId)
  return answer.known ? objectIdOf(answer.value) : null
}

function objectIdOf({ nodeIdentity }: Cluster): string | null {
  switch (nodeIdentity.kind) {
    case 'kubelet-identity':
      return nodeIdentity.objectId
    case 'service-principal':
      return nodeIdentity.objectId.known ? nodeIdentity.objectId.value : null
    case 'none':
      return null
  }
}
