import { child, itemsIn, nodeAt, textIn } from '../../yaml/nodes.ts'
import type { YamlNode } from '../../yaml/yaml-nodes.ts'
import type { ManifestObject } from '../kubernetes-objects.ts'
import { has, selectionByRules } from './filters.ts'
import type { Mutation } from './mutation.ts'
import { anyChange, type ObjectFilter, type PodChange } from './pod-changer.ts'

/** A program whose webhook changes pods in ways that its documents tell. */
type KnownWebhook = {
  /** The end of the webhook's name, which is a domain, or the beginning of the service behind it. */
  readonly named: { readonly domain: string } | { readonly service: string }
  readonly changes: readonly PodChange[]
  readonly source: string
}

/**
 * They add containers, volumes, variables and labels, and leave the images and accounts of a pod as they are. What policy
 * engines change stands in their own objects.
 */
const known: readonly KnownWebhook[] = [
  {
    named: { domain: 'istio.io' },
    changes: [{ what: 'pull secrets' }],
    source: 'istio.io, "Installing the Sidecar"; its template adds global.imagePullSecrets'
  },
  {
    named: { domain: 'linkerd.io' },
    changes: [],
    source: 'linkerd.io, "Automatic Proxy Injection"'
  },
  {
    named: { domain: 'hashicorp.com' },
    changes: [],
    source:
      'developer.hashicorp.com, "Vault Agent Injector", "Consul on Kubernetes": connect-inject'
  },
  {
    named: { domain: 'azure-workload-identity.io' },
    changes: [],
    source: 'azure.github.io/azure-workload-identity, "Mutating Admission Webhook"'
  },
  {
    named: { domain: 'dapr.io' },
    changes: [],
    source: 'docs.dapr.io, "Sidecar Injector control plane service"'
  },
  {
    named: { service: 'opentelemetry-operator' },
    changes: [],
    source: 'opentelemetry.io, "Injecting Auto-instrumentation"'
  },
  {
    named: { domain: 'datadoghq.com' },
    changes: [],
    source: 'docs.datadoghq.com, "Datadog Admission Controller"'
  },
  {
    named: { domain: 'vpa.k8s.io' },
    changes: [],
    source: 'github.com/kubernetes/autoscaler, vertical-pod-autoscaler: requests alone'
  },
  {
    named: { domain: 'kueue.x-k8s.io' },
    changes: [],
    source: 'kueue.sigs.k8s.io: scheduling gates and labels'
  },
  { named: { service: 'kyverno' }, changes: [], source: 'kyverno.io: changes by its policies' },
  {
    named: { domain: 'gatekeeper.sh' },
    changes: [],
    source: 'open-policy-agent.github.io/gatekeeper: changes by its mutators'
  }
]

function changesOf(webhook: YamlNode): readonly PodChange[] {
  const name = textIn(child(webhook, 'name')) ?? ''
  const service = textIn(nodeAt(webhook, ['clientConfig', 'service', 'name'])) ?? ''
  const row = known.find(({ named }) =>
    'domain' in named
      ? name === named.domain || name.endsWith(`.${named.domain}`)
      : service.startsWith(named.service)
  )
  return row?.changes ?? anyChange
}

/** Operators ask to fill in their own resources, and leave what stands there. */
const workloadGroups: readonly string[] = ['', 'apps', 'batch']

const isAboutWorkloads = (filters: readonly ObjectFilter[]): boolean =>
  filters.every(({ groups }) => groups?.some(group => workloadGroups.includes(group)) ?? true)

/** Each webhook of the configuration that is asked about pods, or what makes them; what it does with them is its own affair. */
export const webhookMutations = ({ node }: ManifestObject): readonly Mutation[] =>
  itemsIn(child(node, 'webhooks')).flatMap(webhook => {
    const changes = changesOf(webhook)
    const { any, except } = selectionByRules(
      webhook,
      child(webhook, 'rules'),
      has(webhook, 'matchConditions')
    )
    return changes.length === 0
      ? []
      : [{ changes, selection: { any: any.filter(isAboutWorkloads), except } }]
  })
