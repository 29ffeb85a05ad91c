import { command } from '../../base/shell-command.ts'
import { parseResourceId, resourceName } from '../../base/resource-id.ts'
import { clusterOf } from '../../access/known-facts.ts'
import { clusterRead } from '../../facts/arm-actions.ts'
import { identityBindingsRead } from '../../facts/related-resources/identity-bindings.ts'
import type { Facts } from '../../facts/facts.ts'
import { indexFacts } from '../../access/facts-index.ts'
import type { Check, Remediation } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { clusterText } from '../wording/wording.ts'

/** Azure CLI takes the ARM id, which a client id alone does not tell. */
function resourceIdOf(facts: Facts, reference: string): string | null {
  if (parseResourceId(reference) !== null) return reference
  const identity = indexFacts(facts).identity(reference)
  return identity.known ? identity.value.resourceId : null
}

function bind(facts: Facts, clusterId: string, reference: string): Remediation {
  const description = `Bind identity ${reference} to the cluster.`
  const cluster = clusterOf(facts, clusterId)
  const id = resourceIdOf(facts, reference)
  return cluster === null || id === null
    ? { description, command: null }
    : {
        description,
        command: command(
          ...['az', 'aks', 'identity-binding', 'create', '--resource-group', cluster.resourceGroup],
          ...['--cluster-name', cluster.name, '--name', resourceName(id)],
          ...['--managed-identity-resource-id', id, '--subscription', cluster.subscriptionId]
        )
      }
}

export const identityBindingMissing: Check = {
  id: 'identity-binding-missing',
  title: 'The cluster has no identity binding for the identity that is to pull',
  rationale: `With service account image pull (preview) the credential provider exchanges the token of the service account for one of its identity, and the
cluster does so only for identities that are bound to it. Without the binding the exchange fails and the pull is anonymous, whatever roles the identity holds.`,
  references: [
    {
      title: 'Identity bindings in AKS',
      url: 'https://learn.microsoft.com/azure/aks/identity-bindings-concepts'
    }
  ],
  causes: ['Z16'],
  permissions: [clusterRead, identityBindingsRead],
  words: ['identity-binding-missing'],
  *run({ verdicts, facts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'identity-binding-missing'))
      yield {
        ...subjectOf(verdict),
        severity: verdict.result === 'no-pull' ? 'error' : 'unknown',
        message: `${verdict.image} cannot be pulled on ${clusterText(verdict)}: service account ${cause.serviceAccount} pulls as ${cause.reference} (${cause.source}), and the cluster has no identity binding for it`,
        remediation: [bind(facts, verdict.cluster, cause.reference)]
      }
  }
}
