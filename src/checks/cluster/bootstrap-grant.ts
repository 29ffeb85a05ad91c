import type { Principal } from '../../access/rbac/access.ts'
import { indexFacts } from '../../access/facts-index.ts'
import { createGrants, type Decision } from '../../access/rbac/grants.ts'
import { nodePrincipalOf } from '../../access/credentials/node-identity.ts'
import type { Reason } from '../../facts/fact.ts'
import type { Facts, Registry } from '../../facts/facts.ts'
import { broken, type Mirror, mirrored, mirrorText, unsaid } from './bootstrap-mirror.ts'
import type { FindingDraft, Remediation } from '../check.ts'
import { bringAnswer, permissionCure } from '../wording/missing-answer.ts'
import { assignmentsRead } from '../../facts/arm-actions.ts'
import type { PulledImage } from '../wording/pulled-images.ts'
import { grantPullTo } from '../wording/remediation.ts'
import { pullerText, rolesText } from '../wording/wording.ts'

/** null: nobody asked for the role assignments. */
export type Decide = (
  principal: Principal,
  registry: Registry,
  repository: string
) => Decision | null

/** Decides as the verdicts do. */
export function decideBy(facts: Facts): Decide {
  const index = indexFacts(facts)
  const grants = createGrants(index)
  return (principal, registry, repository) =>
    index.assignmentsAsked(registry.id, principal.objectId)
      ? grants(principal, registry, repository)
      : null
}

type Refused = Extract<Decision, { readonly result: 'refused' }>
type Undecided = Extract<Decision, { readonly result: 'undecided' }>

/** What stands behind the name of the identity. */
function refusal({ cause }: Refused): string {
  switch (cause.kind) {
    case 'role-ineffective-in-mode':
      return `holds ${rolesText(cause.grants)} there, which has no effect in its role assignment mode`
    case 'condition-excludes-repository':
      return `holds ${rolesText(cause.grants)} there under a condition that leaves the image out`
    case 'role-lacks-pull-action':
      return `holds ${rolesText(cause.grants)} there, which does not include the pull`
    case 'denied':
      return `is kept from it by deny assignment '${cause.deny.name}' (${cause.deny.id})`
    case 'cross-tenant':
      return `cannot sign in there, because it belongs to another tenant`
    case 'no-grant':
      return 'has no role there that lets it pull'
  }
}

const cureOf = (
  { cause: { kind } }: Refused,
  registry: Registry,
  principal: Principal
): Remediation =>
  kind === 'denied' || kind === 'cross-tenant'
    ? {
        description:
          'No role helps against that: remove what forbids it, or let AKS use another registry.',
        command: null
      }
    : grantPullTo(registry, { objectId: principal.objectId, name: principal.puller.name })

const missingAnswer = ({ open }: Undecided): Reason | null =>
  open.kind === 'fact-missing' || open.kind === 'deny-not-decidable' ? open.reason : null

/** Azure resolves groups together with the assignments. */
function decidable(decision: Undecided): readonly Remediation[] {
  const reason = missingAnswer(decision)
  if (reason !== null) return [bringAnswer(reason)]
  return decision.open.kind === 'groups-not-resolved'
    ? [{ description: permissionCure(assignmentsRead.action), command: null }]
    : []
}

/** The evidence of a decision that stays open ends with why. */
const whyOf = ({ because }: Undecided): string => because.at(-1)?.replace(/\.$/, '') ?? ''

/** The decisions of one result, each with its image. */
const ofResult = <Result extends Decision['result']>(
  decided: readonly Decided[],
  result: Result
): readonly (Decided & { readonly decision: Extract<Decision, { result: Result }> })[] =>
  decided.flatMap(({ image, decision }) =>
    hasResult(decision, result) ? [{ image, decision }] : []
  )

const hasResult = <Result extends Decision['result']>(
  decision: Decision,
  result: Result
): decision is Extract<Decision, { result: Result }> => decision.result === result

type Decided = { readonly image: PulledImage; readonly decision: Decision }

/**
 * Nodes sign in with their own identity, whoever else pulls for the pod; where the registry lets everybody pull, they do
 * without (Azure/AgentBaker cse_helpers.sh, oras_login_with_kubelet_identity).
 */
export function* grantFindings(
  mirror: Mirror,
  registry: Registry,
  decide: Decide
): Generator<FindingDraft, void, undefined> {
  const principal = nodePrincipalOf(mirror.cluster)
  if (principal === null || registry.anonymousPull === true) return
  const who = pullerText(principal.puller)
  const decided = mirror.pulled.flatMap((image): Decided[] => {
    const decision = decide(principal, registry, mirrored(image))
    return decision === null ? [] : [{ image, decision }]
  })
  const refused = ofResult(decided, 'refused')
  const open = ofResult(decided, 'undecided')
  for (const { decision } of refused.slice(0, 1))
    yield broken(
      mirror,
      `and ${who} ${refusal(decision)}`,
      [cureOf(decision, registry, principal)],
      refused.map(({ image }) => image)
    )
  for (const { decision } of open.slice(0, 1))
    yield unsaid(
      mirror,
      `${mirrorText(mirror)} lets ${who} pull`,
      missingAnswer(decision)?.message ?? whyOf(decision),
      decidable(decision),
      open.map(({ image }) => image)
    )
}
