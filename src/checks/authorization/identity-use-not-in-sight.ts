import { indexFacts } from '../../access/facts-index.ts'
import { command } from '../../base/shell-command.ts'
import { resourceName } from '../../base/resource-id.ts'
import { clusterRead } from '../../facts/arm-actions.ts'
import { identityBindingsRead } from '../../facts/related-resources/identity-bindings.ts'
import type { Facts, ManagedIdentity } from '../../facts/facts.ts'
import type { Manifests } from '../../kubernetes/manifests.ts'
import { placeholdersIn } from '../../kubernetes/placeholders/placeholders.ts'
import type { Check } from '../check.ts'
import { type PullSubject, subjectOf } from '../wording/from-verdicts.ts'
import { clusterText } from '../wording/wording.ts'

/** The identity behind the account that pulls, where it was looked up. */
function identityOf({ puller }: PullSubject, facts: Facts): ManagedIdentity | null {
  if (puller.kind !== 'service-account-identity' || puller.objectId === null) return null
  const answers = facts.identities.flatMap(({ reference }) => {
    const identity = indexFacts(facts).identity(reference)
    return identity.known ? [identity.value] : []
  })
  return answers.find(({ objectId }) => objectId === puller.objectId) ?? null
}

/** One that is filled in later may be for it. */
const mayUse = ({ identityUses }: Manifests, clientId: string): boolean =>
  identityUses
    .flatMap(({ clientIds }) => clientIds)
    .some(
      each =>
        each === '*' ||
        each.toLowerCase() === clientId.toLowerCase() ||
        placeholdersIn(each).length > 0
    )

/** Asks the API server what it will be asked when the image is pulled. */
function mayUseCommand({ uses: [use] }: PullSubject, clientId: string): string {
  const namespace = use?.workload.namespace ?? ''
  const account = use?.pod?.serviceAccountName ?? 'default'
  return command(
    ...['kubectl', 'auth', 'can-i', 'use-managed-identity', `${clientId}.cid.wi.aks.azure.com`],
    ...['--as', `system:serviceaccount:${namespace === '' ? 'default' : namespace}:${account}`]
  )
}

export const identityUseNotInSight: Check = {
  id: 'identity-use-not-in-sight',
  title: 'No role in the manifests lets the service account use its identity',
  rationale: `With identity bindings the cluster asks Kubernetes whether a service account may use an identity: a ClusterRole with the verb
\`use-managed-identity\` in the group \`cid.wi.aks.azure.com\`, for the client id, bound to the account. It need not lie beside the workloads, so that it is missing here is only worth a look.`,
  references: [
    {
      title: 'Set up identity bindings on AKS',
      url: 'https://learn.microsoft.com/azure/aks/identity-bindings'
    }
  ],
  causes: ['Z16'],
  permissions: [clusterRead, identityBindingsRead],
  words: [],
  *run({ pulls, manifests, facts }) {
    for (const access of pulls.accesses) {
      const identity = access.result === 'granted' ? identityOf(access, facts) : null
      if (identity === null || mayUse(manifests, identity.clientId)) continue
      const name = resourceName(identity.resourceId ?? identity.clientId)
      yield {
        ...subjectOf(access),
        severity: 'note',
        message: `${access.image} is pulled on ${clusterText(access)} by a service account as identity ${name}, and no ClusterRole in the manifests lets an account use it`,
        remediation: [
          {
            description: `See that a ClusterRole with verb use-managed-identity in group cid.wi.aks.azure.com for ${identity.clientId} is bound to the service account.`,
            command: mayUseCommand(access, identity.clientId)
          }
        ]
      }
    }
  }
}
