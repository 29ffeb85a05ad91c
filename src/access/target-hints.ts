import { anyObject, type PodChanger } from '../kubernetes/admission/pod-changer.ts'
import type { ManifestObjects, PullBinding, ServiceAccount } from '../kubernetes/manifests.ts'
import { pullIdentityOf } from './manifests-index.ts'

/** What may be deployed beside the manifests of a cluster, and proves nothing. */
export type Hints = Pick<ManifestObjects, 'secrets' | 'podChangers' | 'identityUses'>

const mayBring = (
  kind: string,
  { name, namespace, location }: ServiceAccount | PullBinding
): PodChanger => ({
  text: `${kind} ${name}, in a file that no target names, may bring pull secrets`,
  changes: [{ what: 'pull secrets' }],
  selection: { any: [[{ ...anyObject, namespaces: [namespace] }]], except: [] },
  location
})

/** A pod that names an account gets `unknown` where that is not in sight; the default account is taken to bring nothing. */
const bringsSomething = (account: ServiceAccount): boolean =>
  account.name === 'default' &&
  (account.imagePullSecrets.length > 0 || pullIdentityOf(account) !== null)

/** Files that no target names may be deployed anywhere: what they bring for a pull is not known to be there, nor known not to be. */
export const hintsOf = ({
  serviceAccounts,
  secrets,
  pullBindings,
  podChangers,
  identityUses
}: ManifestObjects): Hints => ({
  secrets: secrets.map(secret => ({ ...secret, hidden: true, problem: null })),
  podChangers: [
    ...podChangers,
    ...serviceAccounts.filter(bringsSomething).map(account => mayBring('ServiceAccount', account)),
    ...pullBindings.map(binding => mayBring('AcrPullBinding', binding))
  ],
  identityUses
})

const nameOf = ({ namespace, name }: { readonly namespace: string; readonly name: string }) =>
  `${namespace}/${name}`

/** What surely goes to a cluster wins over what may. */
export function withHints(objects: ManifestObjects, hints: Hints): ManifestObjects {
  const own = new Set(objects.secrets.map(nameOf))
  return {
    ...objects,
    secrets: [...objects.secrets, ...hints.secrets.filter(secret => !own.has(nameOf(secret)))],
    podChangers: [...objects.podChangers, ...hints.podChangers],
    identityUses: [...objects.identityUses, ...hints.identityUses]
  }
}
