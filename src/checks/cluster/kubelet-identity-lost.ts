import type { Verdict } from '../../pulls/verdict.ts'
import { resourceName } from '../../base/resource-id.ts'
import type { Facts } from '../../facts/facts.ts'
import { assuming } from '../wording/assumption.ts'
import type { Check, Remediation } from '../check.ts'
import { clusterCommand } from '../wording/azure-commands.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { assignmentsRead, clusterRead, identitiesRead } from '../../facts/arm-actions.ts'
import { clusterOf } from '../../access/known-facts.ts'
import { clusterText } from '../wording/wording.ts'

/** AKS puts a kubelet identity on every node when it reconciles ("Use a managed identity in AKS", bring your own). */
function assignAgain(facts: Facts, { cluster: id }: Verdict, resourceId: string): Remediation {
  const cluster = clusterOf(facts, id)
  return {
    description:
      'Recreate the identity with az identity create if it is gone, put it on the nodes, and grant its new object id the pull.',
    command:
      cluster === null
        ? null
        : clusterCommand(
            ...([cluster, ['update'], '--enable-managed-identity'] as const),
            ...['--assign-kubelet-identity', resourceId]
          )
  }
}

export const kubeletIdentityLost: Check = {
  id: 'kubelet-identity-lost',
  title: 'The kubelet identity of the cluster was deleted or recreated',
  rationale: `A cluster keeps the ARM id and the object id of its kubelet identity. When somebody deletes the identity, nodes get no token and
every pull that counts on it ends in \`401 Unauthorized\`, although the role assignments of the old object id are still listed. A recreated identity
of the same name has another object id: the grants of the old one are worth nothing, and until the cluster is updated its nodes may carry either.

The identity's own resource is read where Azure refuses to resolve the groups of its object id, which is how a deleted principal shows, and in a
\`--thorough\` run for every cluster.`,
  references: [
    {
      title: 'Use a managed identity in AKS',
      url: 'https://learn.microsoft.com/azure/aks/use-managed-identity'
    }
  ],
  causes: ['Z11'],
  permissions: [clusterRead, assignmentsRead, identitiesRead],
  words: ['kubelet-identity-gone', 'kubelet-identity-recreated'],
  *run({ facts, verdicts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'kubelet-identity-gone'))
      yield assuming(verdict, {
        ...subjectOf(verdict),
        severity: 'error',
        message: `${verdict.image} cannot be pulled on ${clusterText(verdict)}: kubelet identity ${resourceName(cause.resourceId)} does not exist any more`,
        remediation: [assignAgain(facts, verdict, cause.resourceId)]
      })
    for (const { verdict, cause } of verdictsBecause(verdicts, 'kubelet-identity-recreated'))
      yield {
        ...subjectOf(verdict),
        severity: 'unknown',
        message: `Whether ${verdict.image} can be pulled on ${clusterText(verdict)} cannot be determined: kubelet identity ${resourceName(cause.resourceId)} was deleted and recreated with object id ${cause.objectId}, which the cluster does not know`,
        remediation: [assignAgain(facts, verdict, cause.resourceId)]
      }
  }
}
