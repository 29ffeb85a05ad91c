import { grouped } from '../../base/grouping.ts'
import type { Reason } from '../../facts/fact.ts'
import type { Registry } from '../../facts/facts.ts'
import type { CacheRule, CredentialHealth } from '../../facts/surroundings.ts'
import { registryPartCommand } from '../wording/azure-commands.ts'
import { cacheRuleFinder, sourceHost } from '../../pulls/cache-rules.ts'
import type { Check, FindingDraft, Remediation } from '../check.ts'
import { bringAnswer } from '../wording/missing-answer.ts'
import { readCacheRules, readCredentialSets, readRegistry } from '../wording/permissions.ts'
import { predicted } from '../wording/prediction.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'
import { type RegistryPulls, registryPulls } from '../../pulls/pulls-by-registry.ts'
import { cacheRulesOf } from '../../pulls/surroundings-of.ts'

/** `text` ends a sentence about what may not be fetched; for severity unknown it says what cannot be said. */
type Trouble = Pick<FindingDraft, 'severity' | 'remediation'> & { readonly text: string }

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

/** One line, without final stop: the text comes from Azure, and from the source behind it. */
function quoted(problem: string): string {
  const line = problem.replace(/\s+/g, ' ').trim().replace(/\.$/, '')
  return line.length > 200 ? `${line.slice(0, 197)}...` : line
}

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

const unhealthy = (
  registry: Registry,
  rule: CacheRule,
  name: string,
  problems: readonly string[]
): Trouble => ({
  severity: 'warning',
  text: `the registry reports that credential set ${name}, with which it signs in at ${sourceHost(rule)}, is not healthy${problems.length === 0 ? '' : ` (${problems.join('; ')})`}`,
  remediation: [
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
})

const missing = (registry: Registry, rule: CacheRule, name: string): Trouble => ({
  severity: 'warning',
  text: `credential set ${name}, with which the rule is to sign in at ${sourceHost(rule)}, does not exist`,
  remediation: [
    makeCredentials(registry, rule, name),
    useCredentials(registry, rule, 'Or let the rule use another credential set.')
  ]
})

const anonymous = (registry: Registry, rule: CacheRule): Trouble => ({
  severity: 'note',
  text: `the rule has no credentials, and the cache supports ${sourceHost(rule)} with credentials only, because pulls without them are limited (too many requests) or refused`,
  remediation: [
    makeCredentials(registry, rule, 'CREDENTIAL_SET'),
    useCredentials(registry, rule, 'Then let the rule use it.')
  ]
})

const notTold = (rule: CacheRule, name: string, reason: Reason): Trouble => ({
  severity: 'unknown',
  text: `Whether credential set ${name} of cache rule ${rule.name} works cannot be said: ${reason.message}`,
  remediation: [bringAnswer(reason)]
})

const isUnhealthy = ({ healthy }: CredentialHealth): boolean => healthy === false

function troubleOf(rule: CacheRule, registry: Registry): Trouble | null {
  const { credentials } = rule
  if (credentials === null)
    return demandsSignIn(sourceHost(rule)) ? anonymous(registry, rule) : null
  const { name, answer } = credentials
  if (!answer.known)
    return answer.reason.code === 'not-found'
      ? missing(registry, rule, name)
      : notTold(rule, name, answer.reason)
  const sick = answer.value.filter(isUnhealthy)
  const problems = new Set(sick.flatMap(({ problem }) => (problem === null ? [] : quoted(problem))))
  return sick.length === 0 ? null : unhealthy(registry, rule, name, [...problems])
}

const finding = (
  pulls: RegistryPulls,
  rule: CacheRule,
  uses: FindingDraft['uses'],
  { severity, text, remediation }: Trouble
): FindingDraft => ({
  ...subjectOfPulls(pulls, uses),
  ...predicted(severity),
  message:
    severity === 'unknown'
      ? text
      : `${pullsText(pulls)} may get only what cache rule ${rule.name} (${rule.source}) has fetched before: ${text}`,
  remediation
})

const rulesNotTold = (pulls: RegistryPulls, reason: Reason): FindingDraft => ({
  ...subjectOfPulls(pulls, pulls.uses),
  severity: 'unknown',
  message: `Whether registry ${pulls.registry.name} must fetch these images from another registry first cannot be said: ${reason.message}`,
  remediation: [bringAnswer(reason)]
})

function* troublesOf(
  pulls: RegistryPulls,
  rules: readonly CacheRule[]
): Generator<FindingDraft, void, undefined> {
  const ruleOf = cacheRuleFinder(rules)
  for (const [rule, verdicts] of grouped(pulls.verdicts, ({ repository }) => ruleOf(repository))) {
    const trouble = rule === null ? null : troubleOf(rule, pulls.registry)
    if (rule === null || trouble === null) continue
    const uses = [...new Set(verdicts.flatMap(verdict => verdict.uses))]
    yield finding(pulls, rule, uses, trouble)
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
nothing is fetched. Cache rules are read in a \`--thorough\` run.`,
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
  permissions: [readRegistry, readCacheRules, readCredentialSets],
  *run(context) {
    for (const pulls of registryPulls(context)) {
      const answer = cacheRulesOf(context.facts, pulls.registry.id)
      if (answer === null) continue
      if (answer.known) yield* troublesOf(pulls, answer.value)
      else yield rulesNotTold(pulls, answer.reason)
    }
  }
}
