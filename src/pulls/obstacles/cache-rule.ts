import { groupBy } from '../../base/group-by.ts'
import type { Reason } from '../../facts/fact.ts'
import type { CacheRule, CredentialHealth } from '../../facts/related-resources/cache-rules.ts'
import type { ImageUse } from '../../kubernetes/images/image-use.ts'
import { cacheRuleFinder, sourceHost } from '../../facts/related-resources/cache-rule-finder.ts'
import type { ObstacleBase, ObstacleSource } from '../obstacle.ts'
import { type RegistryPulls, registryPulls, stoppedOf } from '../pulls-by-registry.ts'
import { answerTo } from '../../facts/related-resources/index.ts'

/** What keeps the registry from the source of its images, or may; `credentials` is the name of a credential set. */
export type CacheFault =
  | { readonly kind: 'unhealthy'; readonly rule: CacheRule; readonly credentials: string }
  | { readonly kind: 'no-credentials'; readonly rule: CacheRule; readonly credentials: string }
  | { readonly kind: 'credentials-not-known'; readonly reason: Reason }
  | { readonly kind: 'rules-not-known'; readonly reason: Reason }

/** The registry may have to fetch the images first, and perhaps cannot. */
export type CacheRuleObstacle = ObstacleBase<'cache-rule'> & {
  readonly from: RegistryPulls
  readonly fault: CacheFault
}

const obstacle = (
  from: RegistryPulls,
  uses: Iterable<ImageUse>,
  fault: CacheFault,
  evidence: string
): CacheRuleObstacle => ({
  kind: 'cache-rule',
  pulls: stoppedOf(from, uses),
  nodePools: [],
  certainty: 'perhaps',
  evidence: [evidence],
  from,
  fault
})

/** One line, without final stop: the text comes from Azure, and from the source behind it. */
function quoted(problem: string): string {
  const line = problem.replace(/\s+/g, ' ').trim().replace(/\.$/, '')
  return line.length > 200 ? `${line.slice(0, 197)}...` : line
}

const isUnhealthy = ({ healthy }: CredentialHealth): boolean => healthy === false
const isNotTold = ({ healthy }: CredentialHealth): boolean => healthy === null

const healthNotTold: Reason = {
  code: 'unexpected-answer',
  message: 'the registry does not say whether it is healthy',
  permission: null
}

function problemsText(sick: readonly CredentialHealth[]): string {
  const problems = new Set(sick.flatMap(({ problem }) => (problem === null ? [] : quoted(problem))))
  return problems.size === 0 ? '' : ` (${[...problems].join('; ')})`
}

type Found = { readonly fault: CacheFault; readonly evidence: string }

function faultOf(rule: CacheRule): Found | null {
  if (rule.credentials === null) return null
  const { name, answer } = rule.credentials
  if (answer.known) return faultOfHealth(rule, name, answer.value)
  return answer.reason.code === 'not-found'
    ? {
        fault: { kind: 'no-credentials', rule, credentials: name },
        evidence: `credential set ${name}, with which the rule is to sign in at ${sourceHost(rule)}, does not exist`
      }
    : credentialsNotKnown(rule, name, answer.reason)
}

const credentialsNotKnown = (rule: CacheRule, name: string, reason: Reason): Found => ({
  fault: { kind: 'credentials-not-known', reason },
  evidence: `whether credential set ${name} of cache rule ${rule.name} works cannot be determined: ${reason.message}`
})

function faultOfHealth(
  rule: CacheRule,
  name: string,
  health: readonly CredentialHealth[]
): Found | null {
  const sick = health.filter(isUnhealthy)
  if (sick.length > 0)
    return {
      fault: { kind: 'unhealthy', rule, credentials: name },
      evidence: `the registry reports that credential set ${name}, with which it signs in at ${sourceHost(rule)}, is not healthy${problemsText(sick)}`
    }
  return health.some(isNotTold) ? credentialsNotKnown(rule, name, healthNotTold) : null
}

const rulesNotKnown = (from: RegistryPulls, reason: Reason): CacheRuleObstacle =>
  obstacle(
    from,
    from.uses,
    { kind: 'rules-not-known', reason },
    `whether registry ${from.registry.name} must fetch these images from another registry first cannot be determined: ${reason.message}`
  )

function* behindRules(
  from: RegistryPulls,
  rules: readonly CacheRule[]
): Generator<CacheRuleObstacle, void, undefined> {
  const ruleOf = cacheRuleFinder(rules)
  for (const [rule, accesses] of groupBy(from.accesses, ({ repository }) => ruleOf(repository))) {
    const found = rule === null ? null : faultOf(rule)
    if (found === null) continue
    const uses = new Set(accesses.flatMap(access => access.uses))
    yield obstacle(from, uses, found.fault, found.evidence)
  }
}

export const cacheRule: ObstacleSource<CacheRuleObstacle> = {
  kind: 'cache-rule',
  *find(context) {
    for (const from of registryPulls(context)) {
      const answer = answerTo(context.facts, { kind: 'cacheRules', registryId: from.registry.id })
      if (answer === null) continue
      if (answer.known) yield* behindRules(from, answer.value)
      else yield rulesNotKnown(from, answer.reason)
    }
  }
}
