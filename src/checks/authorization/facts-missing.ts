import type { NotToldObstacle } from '../../pulls/obstacles/not-told.ts'
import type { OpenCause, Verdict } from '../../pulls/verdict.ts'
import type { Check, FindingDraft } from '../check.ts'
import { obstaclesOf } from '../wording/from-obstacles.ts'
import { subjectOf } from '../wording/from-verdicts.ts'
import { answerCure, permissionCure } from '../wording/missing-answer.ts'
import { grantReads, assignmentsRead, denialsRead } from '../../facts/arm-actions.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'
import { clusterText, pullerText } from '../wording/wording.ts'

type Gap = { readonly what: string; readonly cure: string }

const askObjectId = (clientId: string): string =>
  `Pass --kubelet-object-id (action: kubelet-object-id) with the answer of: az ad sp show --id ${clientId} --query id`

/** An application has another object id in each tenant, and roles are assigned to that of the registry's. */
function unknownPrincipal(
  { clientId, tenants }: Extract<OpenCause, { readonly kind: 'principal-unknown' }>,
  registry: string
): Gap {
  if (tenants === null)
    return {
      what: `the object id of service principal ${clientId} is not known to Azure Resource Manager`,
      cure: askObjectId(clientId)
    }
  const tenant = tenants.registry ?? `of registry ${registry}`
  return {
    what:
      tenants.registry === null || tenants.cluster === null
        ? `service principal ${clientId} has no grant at registry ${registry}, and whether cluster and registry belong to one tenant is not known; in another tenant the application has another object id`
        : `registry ${registry} belongs to tenant ${tenants.registry} and the cluster to tenant ${tenants.cluster}, and in the tenant of the registry the application of service principal ${clientId} has another object id`,
    cure: `Look there, signed in with az login --tenant ${tenants.registry ?? 'TENANT'}: az ad sp show --id ${clientId} --query id gives the object id in tenant ${tenant}, and az role assignment list --assignee of it shows whether it may pull.`
  }
}

/** What is missing for the verdict; null where nothing is. */
function gapOf({ registry, repository, puller }: Verdict, open: OpenCause): Gap | null {
  switch (open.kind) {
    case 'fact-missing':
      return { what: `${open.subject}: ${open.reason.message}`, cure: answerCure(open.reason) }
    case 'mode-unknown':
      return {
        what: `Azure did not say which role assignment mode registry ${registry} has, and the modes lead to different answers`,
        cure: `Look at az acr show --query roleAssignmentMode for registry ${registry}.`
      }
    case 'groups-not-resolved':
      return {
        what: `the groups of ${pullerText(puller)} could not be resolved, and a grant may come through one`,
        cure: permissionCure(assignmentsRead.action)
      }
    case 'principal-unknown':
      return unknownPrincipal(open, registry)
    case 'condition-not-decidable':
      return {
        what: `${open.grant.role} is assigned with a condition that cannot be decided from here for repository ${repository}`,
        cure: `Read the condition of ${open.grant.assignment.id}.`
      }
    case 'deny-not-decidable':
      return open.deny === null
        ? {
            what: `the deny assignments at registry ${registry} could not be read, and one of them would beat the grant`,
            cure: permissionCure(denialsRead.action)
          }
        : {
            what: `deny assignment '${open.deny.name}' may apply to ${pullerText(puller)}, which cannot be decided from here`,
            cure: `Read ${open.deny.id} and its excluded groups.`
          }
    default:
      return null
  }
}

const finding = (verdict: Verdict, gap: Gap): FindingDraft => ({
  ...subjectOf(verdict),
  severity: 'unknown',
  message: `${verdict.image} on ${clusterText(verdict)} cannot be judged: ${gap.what}`,
  remediation: [{ description: gap.cure, command: null }]
})

const untold = ({ pulls, from, evidence, nodePools }: NotToldObstacle): FindingDraft => ({
  ...subjectOfPulls(from, [...pulls.uses]),
  severity: 'unknown',
  message: `${pullsText(from)} cannot be judged: ${evidence.join('; ')}`,
  remediation: [
    {
      description:
        'Collect the facts again with this version: Azure tells it in every answer of today.',
      command: null
    }
  ],
  nodePools
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
  words: [
    'fact-missing',
    'mode-unknown',
    'groups-not-resolved',
    'principal-unknown',
    'condition-not-decidable',
    'deny-not-decidable',
    'not-told'
  ],
  *run({ verdicts, obstacles }) {
    yield* obstaclesOf(obstacles, 'not-told').map(untold)
    for (const verdict of verdicts) {
      const gap = verdict.result === 'unknown' ? gapOf(verdict, verdict.open) : null
      if (gap !== null) yield finding(verdict, gap)
    }
  }
}
