import { listText } from '../base/sentences.ts'
import type { Registry } from '../facts/facts.ts'
import type { PodContext } from '../kubernetes/images/image-use.ts'
import type { Fact } from '../facts/fact.ts'
import type { Credential } from './credentials/credentials.ts'
import type { FactsIndex } from './facts-index.ts'
import type { Grants } from './rbac/grants.ts'
import {
  nodeCredential,
  notServed,
  type PullingCluster,
  type SettledNode
} from './credentials/node-credentials.ts'
import { nodePullerOf } from './credentials/node-identity.ts'
import { nodeKindsOf, type NodeKind } from './credentials/node-kinds.ts'
import { outcomeOf, type Outcome } from './outcome.ts'
import type { PodCredentials } from './credentials/pod-credentials.ts'
import type { RegistryHost } from './credentials/registry-hosts.ts'
import { outcomeWithoutRegistry } from './unseen-registry.ts'

/** A pull as one pod asks for it: what, from where, and with which credentials of its own. */
export type PullRequest = {
  readonly host: RegistryHost
  readonly repository: string
  readonly pod: PodContext | null
  readonly podCredentials: PodCredentials
}

/** All credentials that one kind of node tries for a pull, in order. */
export type CredentialChain = {
  readonly nodes: readonly string[]
  readonly credentials: readonly Credential[]
}

/** Keys that name a login server, which the provider's empty credential `*.azurecr.*` matches too. */
const anonymousKey = /^[^.]+\.azurecr\.[^.]+$/

/** Whether the attempt without credentials is reached (kubernetes credentialprovider/keyring.go: no others, or an empty one). */
function reachesAnonymous(
  own: readonly Credential[],
  node: Credential,
  { host, notServed }: RegistryHost
): boolean {
  const providerAnswers = node.kind === 'identity' || node.kind === 'unknown-identity'
  if (providerAnswers && notServed === null) return anonymousKey.test(host)
  return own.every(({ kind }) => kind === 'broken-secret')
}

/** A kind of node for which something is not known stands for both answers. */
function casesOf(
  kind: NodeKind,
  host: RegistryHost,
  { cluster }: PullingCluster
): readonly SettledNode[] {
  const { names, knowsRegionalEndpoints } = kind
  const serving = (servesRegionalEndpoints: boolean, suffix = ''): SettledNode => ({
    ...kind,
    servesRegionalEndpoints,
    names: names.map(name => `${name}${suffix}`)
  })
  if (host.form !== 'regional-endpoint') return [serving(true)]
  // Service principals get credentials for `*.azurecr.io` only, until a provider that no node image is known to have.
  const certain =
    knowsRegionalEndpoints === 'no' ||
    (knowsRegionalEndpoints === 'yes' && cluster.nodeIdentity.kind !== 'service-principal')
  return certain
    ? [serving(knowsRegionalEndpoints === 'yes')]
    : [
        serving(true, ' (if it serves regional endpoints)'),
        serving(false, ' (if it does not serve regional endpoints)')
      ]
}

/** What each kind of node, on which the pod can land, tries. */
export function credentialChains(
  pulling: PullingCluster,
  { host, pod, podCredentials }: PullRequest,
  facts: FactsIndex
): readonly CredentialChain[] {
  const { cluster, accountPulls } = pulling
  const own = podCredentials.credentials
  // Who connects by a name without a certificate never gets to show a credential.
  const ending =
    host.notServed === 'private-link'
      ? notServed(host.host, host.notServed)
      : own.find(({ kind }) => kind === 'undecodable-secret')
  return nodeKindsOf(cluster, pod, {
    accountPulls: accountPulls !== 'no',
    regionalEndpoints: host.form === 'regional-endpoint'
  })
    .flatMap(kind => casesOf(kind, host, pulling))
    .map(nodeCase => {
      const node = nodeCredential(pulling, nodeCase, host, podCredentials, facts)
      const reached = reachesAnonymous(own, node, host)
      const all: readonly Credential[] = [...own, node, { kind: 'anonymous', reached }]
      return { nodes: nodeCase.names, credentials: ending === undefined ? all : [ending] }
    })
}

/** Judges every attempt and says what they have in common. */
export function judgeChains(
  { cluster }: PullingCluster,
  { host, repository, podCredentials }: PullRequest,
  chains: readonly CredentialChain[],
  registry: Fact<Registry>,
  { grants, index }: { readonly grants: Grants; readonly index: FactsIndex }
): Outcome {
  const outcomes = chains.map(({ nodes, credentials }) => ({
    nodes,
    outcome: registry.known
      ? outcomeOf(credentials, {
          cluster,
          host: host.host,
          repository,
          registry: registry.value,
          grants,
          tokens: index.tokens,
          account: podCredentials.account?.found ?? null,
          index
        })
      : outcomeWithoutRegistry(
          host.host,
          registry.reason,
          host.nameIsProof,
          credentials,
          nodePullerOf(cluster)
        )
  }))
  return inCommon(outcomes)
}

type NodeOutcome = { readonly nodes: readonly string[]; readonly outcome: Outcome }

function inCommon(outcomes: readonly NodeOutcome[]): Outcome {
  const undecided = outcomes.find(({ outcome }) => outcome.result === 'undecided')
  const pulling = outcomes.find(({ outcome }) => outcome.result === 'granted')
  const failing = outcomes.find(({ outcome }) => outcome.result === 'refused')
  if (undecided !== undefined) return undecided.outcome
  if (pulling === undefined || failing === undefined) return sameResult(outcomes)
  return {
    result: 'undecided',
    puller: pulling.outcome.puller,
    open: { kind: 'nodes-differ', pulling: pulling.nodes, failing: failing.nodes },
    because: [
      `On ${listText(pulling.nodes)}:`,
      ...pulling.outcome.because,
      `On ${listText(failing.nodes)}:`,
      ...failing.outcome.because
    ]
  }
}

function sameResult([first]: readonly NodeOutcome[]): Outcome {
  if (first === undefined) throw new Error('a pod has no node to land on, not even a virtual one')
  return first.outcome
}
