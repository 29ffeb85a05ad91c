import { groupBy } from '../../base/group-by.ts'
import type { Registry } from '../../facts/facts.ts'
import {
  type CacheRule,
  cacheRulesRead,
  credentialSetsRead
} from '../../facts/related-resources/cache-rules.ts'
import { cacheRuleFinder, sourceHost } from '../../facts/related-resources/cache-rule-finder.ts'
import type { CacheFault, CacheRuleObstacle } from '../../pulls/obstacles/cache-rule.ts'
import { type RegistryPulls, registryPulls } from '../../pulls/pulls-by-registry.ts'
import { answerTo } from '../../facts/related-resources/index.ts'
import { registryPartCommand } from '../wording/azure-commands.ts'
import type { Check, FindingDraft, Remediation } from '../check.ts'
import { evidenceMessage, evidenceText, obstaclesOf } from '../wording/from-obstacles.ts'
import { bringAnswer } from '../wording/missing-answer.ts'
import { registryRead } from '../../facts/arm-actions.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'

/**
 * Sources that the cache supports with credentials only; a host is one of these or a subdomain ("Optimize image pulls with
 * artifact cache", upstream support). Rules from another Azure registry may use an identity, which is no fact.
 */
const sourcesWithSignIn: readonly string[] = [
  'docker.io',
  'dhi.io',
  'pkg.dev',
  'registry.redhat.io'
]

const demandsSignIn = (host: string): boolean =>
  sourcesWithSignIn.some(name => host === name || host.endsWith(`.${name}`))

const makeCredentials = (registry: Registry, rule: CacheRule, name: string): Remediation => ({
  description:
    'Make the credential set from two secrets of a key vault, and let its identity read them (role Key Vault Secrets User).',
  command: registryPartCommand(
    ...([
      registry,
      ['credential-set', 'create'],
      name,
      '--login-server',
      sourceHost(rule)
    ] as const),
    ...['--username-id', 'https://VAULT.vault.azure.net/secrets/USERNAME'],
    ...['--password-id', 'https://VAULT.vault.azure.net/secrets/PASSWORD']
  )
})

const useCredentials = (registry: Registry, rule: CacheRule, description: string): Remediation => ({
  description,
  command: registryPartCommand(
    ...([registry, ['cache', 'update'], rule.name, '--cred-set', 'CREDENTIAL_SET'] as const)
  )
})

const healCredentials = (registry: Registry, name: string): readonly Remediation[] => [
  {
    description:
      'See which credential it is: its key vault secret may be gone or expired, or the identity of the credential set may not read it (role Key Vault Secrets User).',
    command: registryPartCommand(registry, ['credential-set', 'show'], name)
  },
  {
    description: 'Point it to another secret where the old one is gone.',
    command: registryPartCommand(
      ...([registry, ['credential-set', 'update'], name] as const),
      ...['--password-id', 'https://VAULT.vault.azure.net/secrets/PASSWORD']
    )
  }
]

function cure(fault: CacheFault, registry: Registry): readonly Remediation[] {
  switch (fault.kind) {
    case 'unhealthy':
      return healCredentials(registry, fault.credentials)
    case 'no-credentials':
      return [
        makeCredentials(registry, fault.rule, fault.credentials),
        useCredentials(registry, fault.rule, 'Or let the rule use another credential set.')
      ]
    case 'credentials-not-known':
    case 'rules-not-known':
      return [bringAnswer(fault.reason)]
  }
}

const onlyCached = (from: RegistryPulls, { name, source }: CacheRule, why: string): string =>
  `${pullsText(from)} may get only what cache rule ${name} (${source}) has fetched before: ${why}`

const finding = (obstacle: CacheRuleObstacle): FindingDraft => {
  const { from, fault, pulls } = obstacle
  const about = {
    ...subjectOfPulls(from, [...pulls.uses]),
    remediation: cure(fault, from.registry)
  }
  return 'rule' in fault
    ? {
        ...about,
        severity: 'warning',
        message: onlyCached(from, fault.rule, evidenceText(obstacle))
      }
    : { ...about, severity: 'unknown', message: evidenceMessage(obstacle) }
}

/** The rule may be one of those that were possible once, so that it stops no pull. */
function* withoutSignIn(
  from: RegistryPulls,
  rules: readonly CacheRule[]
): Generator<FindingDraft, void, undefined> {
  const ruleOf = cacheRuleFinder(rules)
  for (const [rule, accesses] of groupBy(from.accesses, ({ repository }) => ruleOf(repository))) {
    if (rule?.credentials !== null || !demandsSignIn(sourceHost(rule))) continue
    yield {
      ...subjectOfPulls(from, [...new Set(accesses.flatMap(({ uses }) => uses))]),
      severity: 'note',
      message: onlyCached(
        from,
        rule,
        `the rule has no credentials, and the cache supports ${sourceHost(rule)} with credentials only, because pulls without them are limited (too many requests) or refused`
      ),
      remediation: [
        makeCredentials(from.registry, rule, 'CREDENTIAL_SET'),
        useCredentials(from.registry, rule, 'Then let the rule use it.')
      ]
    }
  }
}

export const cacheRuleBroken: Check = {
  id: 'cache-rule-broken',
  title: 'A cache rule cannot fetch from its source',
  rationale: `A cache rule fills a repository of the registry from another registry at the first pull of each tag. When the registry cannot sign in there, what it has
fetched before goes on working and grows old, and a tag that is new in the manifest ends in \`not found\`, \`401 Unauthorized\` or \`too many requests\`,
although the grant of the node is right.

Decided for images whose repository lies in the target of a rule; a rule for one repository counts before a wildcard. The registry itself says whether the
key vault secrets of a credential set still work: a warning, like a credential set that does not exist. A rule without credentials from a source that the
cache supports with credentials only, such as Docker Hub, is a note, because such rules were once possible.

Not seen: what is cached already, whether the source has the tag, and whether a registry behind a firewall lets trusted services in, without which
nothing is fetched. Cache rules are read in every run but a \`--quick\` one; where they may not be read, only a \`--thorough\` run says so.`,
  references: [
    {
      title: 'Optimize image pulls with artifact cache',
      url: 'https://learn.microsoft.com/azure/container-registry/artifact-cache-overview'
    },
    {
      title: 'Wildcard support for artifact cache',
      url: 'https://learn.microsoft.com/azure/container-registry/wildcards-artifact-cache'
    },
    {
      title: 'Troubleshoot artifact cache issues',
      url: 'https://learn.microsoft.com/azure/container-registry/troubleshoot-artifact-cache'
    }
  ],
  causes: ['N14'],
  permissions: [registryRead, cacheRulesRead, credentialSetsRead],
  words: ['cache-rule'],
  *run({ pulls, facts, obstacles }) {
    yield* obstaclesOf(obstacles, 'cache-rule').map(finding)
    for (const from of registryPulls(pulls)) {
      const rules = answerTo(facts, { kind: 'cacheRules', registryId: from.registry.id })
      if (rules?.known === true) yield* withoutSignIn(from, rules.value)
    }
  }
}
