import type { Facts, Registry } from '../../facts/facts.ts'
import { microsoftRegistry } from '../../kubernetes/images/registry-host.ts'
import {
  lookAtState,
  makeRegistryAgain,
  makeRuleAgain,
  microsoftRule,
  raiseTier,
  takeArmTokens
} from './bootstrap-cures.ts'
import { type Decide, decideBy, grantFindings } from './bootstrap-grant.ts'
import { broken, type Mirror, mirrored, mirrorsIn, mirrorText, unsaid } from './bootstrap-mirror.ts'
import { nodeFindings } from './bootstrap-nodes.ts'
import { cacheRuleFinder, sourceHost } from '../../facts/related-resources/cache-rule-finder.ts'
import type { Check, FindingDraft, Remediation } from '../check.ts'
import { bringAnswer } from '../wording/missing-answer.ts'
import { grantReads } from '../../facts/arm-actions.ts'
import { cacheRulesRead } from '../../facts/related-resources/cache-rules.ts'
import { answerTo } from '../../facts/related-resources/index.ts'

/** Something wrong with the registry itself, as the end of a sentence that names it. */
type Fault = {
  readonly shows: (registry: Registry) => boolean
  readonly text: (registry: Registry) => string
  readonly cure: (registry: Registry) => Remediation
}

/** What AKS demands of the registry ("Network isolated AKS clusters", "Create a network isolated AKS cluster"). */
const faults: readonly Fault[] = [
  {
    shows: ({ sku }) => sku !== null && sku.toLowerCase() !== 'premium',
    text: ({ sku }) => `which is of tier ${sku ?? ''}, and AKS demands Premium`,
    cure: raiseTier
  },
  {
    shows: ({ provisioningState: state }) =>
      state !== null && !['succeeded', 'updating'].includes(state.toLowerCase()),
    text: ({ provisioningState: state }) =>
      `which is not in order: its provisioning state is ${state ?? ''}`,
    cure: lookAtState
  },
  {
    shows: ({ authenticationAsArm }) => !authenticationAsArm,
    text: () =>
      'which refuses tokens of Azure Resource Manager, and AKS does not support that (authentication-as-arm)',
    cure: takeArmTokens
  }
]

function* ruleFindings(
  mirror: Mirror,
  registry: Registry,
  facts: Facts
): Generator<FindingDraft, void, undefined> {
  const rules = answerTo(facts, { kind: 'cacheRules', registryId: registry.id })
  if (rules === null) return
  if (!rules.known) {
    const what = `${mirrorText(mirror)} has its cache rule`
    yield unsaid(mirror, what, rules.reason.message, [bringAnswer(rules.reason)])
    return
  }
  const ruleOf = cacheRuleFinder(rules.value)
  const without = mirror.pulled.filter(image => {
    const rule = ruleOf(mirrored(image))
    return rule === null || sourceHost(rule) !== microsoftRegistry
  })
  if (without.length > 0)
    yield broken(
      mirror,
      `which has no cache rule from ${microsoftRule.source} to ${microsoftRule.target}, so that it fetches nothing new`,
      [makeRuleAgain(mirror.cluster, registry)],
      without
    )
}

function* findings(
  mirror: Mirror,
  facts: Facts,
  decide: Decide
): Generator<FindingDraft, void, undefined> {
  const { cluster, registryId, answer } = mirror
  if (answer.known) {
    const registry = answer.value
    for (const { shows, text, cure } of faults)
      if (shows(registry)) yield broken(mirror, text(registry), [cure(registry)])
    yield* ruleFindings(mirror, registry, facts)
    yield* grantFindings(mirror, registry, decide)
    yield* nodeFindings(mirror, registry, facts)
  } else if (answer.reason.code === 'not-found')
    yield broken(mirror, 'which does not exist any more', makeRegistryAgain(cluster, registryId))
  else {
    const what = `${mirrorText(mirror)} is in order`
    yield unsaid(mirror, what, answer.reason.message, [bringAnswer(answer.reason)])
  }
}

export const bootstrapRegistry: Check = {
  id: 'bootstrap-registry',
  title: 'The registry that mirrors mcr.microsoft.com for the cluster cannot serve it',
  rationale: `With artifact source \`Cache\` the nodes of a cluster take everything that is on \`mcr.microsoft.com\`, AKS's own images too, from a registry of the
cluster: one that AKS made, or one that you brought. That registry must exist, be of tier Premium, take tokens of Azure Resource Manager, have the cache
rule \`aks-managed-mcr\` from \`mcr.microsoft.com/*\` to \`aks-managed-repository/*\`, and let the kubelet identity pull, unless it lets everybody. Where one of
these is gone, images that it has not fetched before fail, and so does every new node. [Some node images](known-issues.md#behind-a-mirror) make nothing of
a mirror that is in order.

Looked at where a manifest pulls from \`mcr.microsoft.com\`; a warning, because nodes that were not recreated since the cluster was isolated still go to
\`mcr.microsoft.com\` itself, which nothing shows. The verdicts do not speak of these images. Its private endpoint is looked at by
[isolated-cluster-source](#isolated-cluster-source).`,
  references: [
    {
      title: 'Network isolated AKS clusters',
      url: 'https://learn.microsoft.com/azure/aks/concepts-network-isolated'
    },
    {
      title: 'Create a network isolated AKS cluster',
      url: 'https://learn.microsoft.com/azure/aks/network-isolated'
    },
    {
      title: 'Troubleshoot network isolated AKS clusters',
      url: 'https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/extensions/troubleshoot-network-isolated-cluster'
    }
  ],
  causes: ['T11'],
  permissions: [...grantReads, cacheRulesRead],
  words: [],
  *run(context) {
    const mirrors = mirrorsIn(context)
    if (mirrors.length === 0) return
    const decide = decideBy(context.facts)
    for (const mirror of mirrors) yield* findings(mirror, context.facts, decide)
  }
}
