import type { RefusedCause, UndecidedCause } from '../access/pull-access.ts'
import { resourceName } from '../base/resource-id.ts'
import type { Obstacle } from './obstacles/index.ts'

/** Why no credential gets the pull, as a clause. */
export function refusedText(cause: RefusedCause): string {
  switch (cause.kind) {
    case 'no-grant':
      return 'none of them has a role at the registry that includes the pull'
    case 'role-ineffective-in-mode':
      return 'the role that was granted does not count in the mode of the registry'
    case 'condition-excludes-repository':
      return 'the condition of the role assignment leaves the repository out'
    case 'role-lacks-pull-action':
      return 'the role that was granted does not include the pull'
    case 'granted-to-other-identity':
      return `the grant was given to identity ${cause.identity.name}, which never pulls`
    case 'pull-secret-unusable':
      return `${cause.faults.map(({ secret }) => `pull secret ${secret}`).join(' and ')} cannot open the registry, and ${refusedText(cause.instead)}`
    case 'denied':
      return `deny assignment '${cause.deny.name}' forbids it`
    case 'cross-tenant':
      return 'the registry belongs to another tenant'
    case 'registry-not-found':
      return `no registry ${cause.host} exists`
    case 'virtual-node-needs-secret':
      return 'a virtual node pulls with pull secrets alone'
    case 'pull-secret-undecodable':
      return `pull secret ${cause.secret} cannot be decoded`
    case 'kubelet-identity-gone':
      return `kubelet identity ${resourceName(cause.resourceId)} does not exist any more`
    case 'service-account-identity-missing':
      return `service account ${cause.serviceAccount} gives no identity to pull with`
    case 'identity-binding-missing':
      return `the cluster has no identity binding for ${cause.reference}`
    case 'host-not-served':
      return `nodes offer no identity to host ${cause.host}`
  }
}

/** What leaves it open whether some credential gets the pull, as a clause. */
export function undecidedText(open: UndecidedCause): string {
  switch (open.kind) {
    case 'registry-not-visible':
      return `registry ${open.host} cannot be seen`
    case 'condition-not-decidable':
      return `the condition of ${open.grant.role} cannot be decided`
    case 'deny-not-decidable':
      return open.deny === null
        ? 'the deny assignments are not known'
        : `whether deny assignment '${open.deny.name}' applies is not known`
    case 'kubelet-identity-recreated':
      return `kubelet identity ${resourceName(open.resourceId)} was deleted and recreated`
    case 'virtual-node-not-listed':
      return 'the pod is for virtual nodes that Azure Resource Manager does not list'
    case 'mode-unknown':
      return 'the role assignment mode of the registry is not known'
    case 'groups-not-resolved':
      return 'the groups of the identity could not be resolved'
    case 'principal-unknown':
      return `the object id of service principal ${open.clientId} is not known`
    case 'pull-secret':
      return `whether pull secret ${open.secret} is valid shows only at the registry`
    case 'secret-not-visible':
      return `what pull secret ${open.secrets.map(({ name }) => name).join(', ')} holds is known to the cluster alone`
    case 'pull-secret-hinted':
      return `the pod may get a pull secret in the cluster: ${open.hints.map(({ text }) => text).join('; ')}`
    case 'service-account-not-visible':
      return open.name === null
        ? 'the pod that the image becomes part of is not known'
        : `what service account ${open.name} brings is known to the cluster alone`
    case 'anonymous-not-proven':
      return 'the nodes may not try without a credential'
    case 'nodes-differ':
      return `it works on ${open.pulling.join(', ')} and fails on ${open.failing.join(', ')}`
    case 'host-not-served':
      return `nodes offer no identity to host ${open.host}, and the registry cannot be seen`
    case 'fact-missing':
      return `there is no answer about ${open.subject}`
  }
}

/** Such as `the firewall of the registry`. */
function nameOfObstacle(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'known-issue':
      return `known issue ${obstacle.issue.id}`
    case 'firewall':
      return 'the firewall of the registry'
    case 'no-way-in':
      return 'a registry without any way in'
    case 'private-way':
      return 'the way to the private endpoint of the registry'
    case 'public-access':
      return 'the public access of the registry'
    case 'proxy':
      return 'the HTTP proxy of the cluster'
    case 'no-egress':
      return 'a cluster without egress'
    case 'registry-state':
      return 'the state of the registry'
    case 'not-told':
      return `what Azure did not say of ${obstacle.of}`
    case 'regional-endpoint':
      return 'the regional endpoints of the registry'
    case 'replica':
      return 'the replica behind the regional endpoint'
    case 'subscription':
      return `the state of subscription ${obstacle.share.subscriptionId}`
    case 'cache-rule':
      return 'the cache rule that brings the image'
    case 'encryption-key':
      return 'the encryption key of the registry'
    case 'quarantine':
      return 'the quarantine of the registry'
    case 'pod-identity':
      return 'pod-managed identity'
    case 'image-absent':
      return 'an image that the registry does not have'
    case 'image-locked':
      return 'the lock of the image'
    case 'image-platform':
      return `an index without a manifest for node pool ${obstacle.nodePools.join(', ')}`
    case 'image-schema-1':
      return "an image in Docker's schema 1"
    case 'image-unanswered':
      return 'whether the image is there'
    case 'not-an-image':
      return 'an artifact that is no image'
    case 'cluster-state':
      return obstacle.nodePool === null
        ? 'the state of the cluster'
        : `the state of node pool ${obstacle.nodePool.name}`
    case 'node-identity':
      return 'the identities that the nodes carry'
  }
}

/** Such as `the firewall of the registry; the state of the registry`. */
export const namesOf = (obstacles: readonly Obstacle[]): string =>
  [...new Set(obstacles.map(nameOfObstacle))].join('; ')
