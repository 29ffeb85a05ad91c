import type { Facts } from '../facts/facts.ts'
import type { Question } from '../facts/questions.ts'
import { isRegistryId } from '../facts/registry-hosts.ts'
import { relatedQuestions } from '../facts/related-resources/index.ts'
import type { RegistryInUse } from '../facts/related-resources/optional-fact.ts'
import { isSurelyPulled } from '../kubernetes/images/image-class.ts'
import { microsoftRegistry, registryHost } from '../kubernetes/images/registry-host.ts'
import type { Manifests } from '../kubernetes/manifests.ts'
import { groupBy } from '../base/group-by.ts'
import { nodePrincipalOf } from './credentials/node-identity.ts'
import { tokenUsers } from './credentials/registry-tokens.ts'
import type { Judgement, PreparedImage } from './judge-access.ts'

/** A question, and whether the first answers call for it. */
type Candidate = { readonly question: Question; readonly calledFor: boolean }

/** Azure refuses to list the grants of a principal that it does not know; direct ones outlive it. */
function kubeletIdentity(
  { cluster: { nodeIdentity }, registry }: RegistryInUse,
  { index }: Judgement
): readonly Candidate[] {
  if (nodeIdentity.kind !== 'kubelet-identity' || nodeIdentity.resourceId === null) return []
  if (index.identityResource(nodeIdentity.resourceId) !== null) return []
  const { groupsResolved, answer } = index.assignments(registry.id, nodeIdentity.objectId)
  return [
    {
      question: { kind: 'identity', reference: nodeIdentity.resourceId },
      calledFor: answer.known && !groupsResolved
    }
  ]
}

const tokenNamesIn = (
  images: readonly PreparedImage[],
  registry: RegistryInUse['registry']
): readonly string[] =>
  images
    .flatMap(({ requests }) => requests)
    .flatMap(({ request }) => request.podCredentials.credentials)
    .flatMap(credential =>
      credential.kind === 'pull-secret' ? tokenUsers(credential.entries, registry) : []
    )

/** Every known registry with every known cluster: a collection knows no manifests, and is for all that may come. */
function registriesInUse({ images, clusters }: Judgement, facts: Facts): readonly RegistryInUse[] {
  const byHost = groupBy(images, ({ host }) => host.host)
  const registries = facts.registries.flatMap(({ host, answer }) =>
    answer.known
      ? [
          {
            host,
            registry: answer.value,
            tokenNames: tokenNamesIn(byHost.get(host) ?? [], answer.value)
          }
        ]
      : []
  )
  return clusters.flatMap(({ id: clusterId, answer }) =>
    answer.known
      ? registries.map(each => ({ clusterId, cluster: answer.value.cluster, ...each }))
      : []
  )
}

const pullsFromMicrosoft = ({ uses }: Manifests): boolean =>
  uses.some(
    use =>
      isSurelyPulled(use) &&
      use.image.kind === 'reference' &&
      registryHost(use.image.reference) === microsoftRegistry
  )

/** Clusters with artifact source Cache take mcr.microsoft.com from a registry of their own. */
function bootstrapQuestions(
  manifests: Manifests,
  { clusters }: Judgement,
  thorough: boolean
): readonly Question[] {
  if (!thorough && !pullsFromMicrosoft(manifests)) return []
  return clusters.flatMap(({ answer }): readonly Question[] => {
    if (!answer.known) return []
    const { cluster } = answer.value
    const { artifactSource, bootstrapRegistryId: registryId } = cluster
    if (registryId === null || !isRegistryId(registryId)) return []
    if (artifactSource?.toLowerCase() !== 'cache') return []
    const principal = nodePrincipalOf(cluster)
    const principalIds = principal === null ? [] : [principal.objectId]
    return [
      { kind: 'bootstrap-registry', registryId, principalIds },
      { kind: 'cacheRules', registryId }
    ]
  })
}

/** Everything that one question is about. */
const keyOf = (question: Question): string => JSON.stringify(question).toLowerCase()

/** A pull request writes the user names of its pull secrets: beyond this many they stay not proven. */
const mostTokens = 50

function bounded(questions: readonly Question[]): readonly Question[] {
  const isToken = ({ kind }: Question): boolean => kind === 'tokens'
  const tokenQuestions = questions.filter(isToken)
  return [
    ...tokenQuestions.slice(0, mostTokens),
    ...questions.filter(question => !isToken(question))
  ]
}

/**
 * Questions about the related resources of clusters and registries, each once: in a thorough run all, else those that the first
 * answers call for.
 */
export function relatedResourceQuestions(
  manifests: Manifests,
  facts: Facts,
  judgement: Judgement,
  thorough: boolean
): readonly Question[] {
  const candidates = registriesInUse(judgement, facts).flatMap((pulls): readonly Candidate[] => [
    ...relatedQuestions(pulls),
    ...kubeletIdentity(pulls, judgement)
  ])
  const found = candidates
    .filter(({ calledFor }) => calledFor || thorough)
    .map(({ question }) => question)
  const questions = [...found, ...bootstrapQuestions(manifests, judgement, thorough)]
  return bounded([...new Map(questions.map(question => [keyOf(question), question])).values()])
}
