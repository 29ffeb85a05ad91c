import type { Cause, Verdict } from '../access/verdict.ts'
import type { Check, FindingDraft } from './check.ts'
import { subjectOf, verdictsBecause } from './from-verdicts.ts'
import { answerCure, permissionCure } from './missing-answer.ts'
import { grantReads, readAssignments, readDenials } from './permissions.ts'
import { clusterText, pullerText } from './wording.ts'

type Gap = { readonly what: string; readonly cure: string }

type GapOf<Kind extends Cause['kind']> = (
  cause: Extract<Cause, { kind: Kind }>,
  verdict: Verdict
) => Gap

const factMissing: GapOf<'fact-missing'> = cause => ({
  what: `${cause.subject}: ${cause.reason.message}`,
  cure: answerCure(cause.reason)
})

const modeUnknown: GapOf<'mode-unknown'> = (_cause, verdict) => ({
  what: `Azure did not say which role assignment mode registry ${verdict.registry} has, and the modes lead to different answers`,
  cure: `Look at az acr show --query roleAssignmentMode for registry ${verdict.registry}.`
})

const groupsNotResolved: GapOf<'groups-not-resolved'> = (_cause, verdict) => ({
  what: `the groups of ${pullerText(verdict.puller)} could not be resolved, and a grant may come through one`,
  cure: permissionCure(readAssignments)
})

const principalUnknown: GapOf<'principal-unknown'> = cause => ({
  what: `the object id of service principal ${cause.clientId} is not known to Azure Resource Manager`,
  cure: `Pass --kubelet-object-id (action: kubelet-object-id) with the answer of: az ad sp show --id ${cause.clientId} --query id`
})

const conditionNotDecidable: GapOf<'condition-not-decidable'> = (cause, verdict) => ({
  what: `${cause.grant.role} is assigned with a condition that cannot be decided from here for repository ${verdict.repository}`,
  cure: `Read the condition of ${cause.grant.assignment.id}.`
})

const denyNotDecidable: GapOf<'deny-not-decidable'> = (cause, verdict) =>
  cause.deny === null
    ? {
        what: `the deny assignments at registry ${verdict.registry} could not be read, and one of them would beat the grant`,
        cure: permissionCure(readDenials)
      }
    : {
        what: `deny assignment '${cause.deny.name}' may apply to ${pullerText(verdict.puller)}, which cannot be decided from here`,
        cure: `Read ${cause.deny.id} and its excluded groups.`
      }

function* gaps(verdicts: readonly Verdict[]): Generator<{ verdict: Verdict; gap: Gap }> {
  for (const { verdict, cause } of verdictsBecause(verdicts, 'fact-missing'))
    yield { verdict, gap: factMissing(cause, verdict) }
  for (const { verdict, cause } of verdictsBecause(verdicts, 'mode-unknown'))
    yield { verdict, gap: modeUnknown(cause, verdict) }
  for (const { verdict, cause } of verdictsBecause(verdicts, 'groups-not-resolved'))
    yield { verdict, gap: groupsNotResolved(cause, verdict) }
  for (const { verdict, cause } of verdictsBecause(verdicts, 'principal-unknown'))
    yield { verdict, gap: principalUnknown(cause, verdict) }
  for (const { verdict, cause } of verdictsBecause(verdicts, 'condition-not-decidable'))
    yield { verdict, gap: conditionNotDecidable(cause, verdict) }
  for (const { verdict, cause } of verdictsBecause(verdicts, 'deny-not-decidable'))
    yield { verdict, gap: denyNotDecidable(cause, verdict) }
}

const finding = (verdict: Verdict, gap: Gap): FindingDraft => ({
  ...subjectOf(verdict),
  severity: 'unknown',
  message: `${verdict.image} on ${clusterText(verdict)} cannot be judged: ${gap.what}`,
  remediation: [{ description: gap.cure, command: null }]
})

export const factsMissing: Check = {
  id: 'facts-missing',
  title: 'A fact that decides is missing',
  rationale: `Azure would not tell, or cannot tell, something on which the answer rests: a role list that may not be read, a condition on
attributes of the request, groups that could not be resolved, the object id of a service principal. A missing answer is never read as
"no grant", and never as "granted": the verdict is unknown, and this finding names what would bring it.`,
  references: [
    {
      title: 'Azure built-in and custom roles for reading role assignments',
      url: 'https://learn.microsoft.com/azure/role-based-access-control/role-assignments-list-rest'
    }
  ],
  causes: [],
  permissions: grantReads,
  *run({ verdicts }) {
    for (const { verdict, gap } of gaps(verdicts)) yield finding(verdict, gap)
  }
}
