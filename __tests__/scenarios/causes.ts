/** Whether `az aks check-acr` would notice, read from its source and that of aks-canipull 0.1.0. */
export type CheckAcrAnswer =
  | 'yes'
  /** It stays green. */
  | 'no'
  /** It says the opposite of the truth. */
  | 'wrong'
  | 'partly'
  /** It tests one node of one kind, and whether that is the failing one is chance. */
  | 'by chance'
  /** The pull works, or nothing is left to notice. */
  | 'nothing to notice'

export type Cause = { readonly cause: string; readonly checkAcr: CheckAcrAnswer }

/** The known causes of a failed pull; the first letter is the family. */
export const causes = {
  Z1: { cause: 'no grant', checkAcr: 'yes' },
  Z2: {
    cause: 'role that does not count in a registry with repository permissions',
    checkAcr: 'no'
  },
  Z3: { cause: 'condition that leaves the repository out', checkAcr: 'no' },
  Z4: { cause: 'grant given to an identity that does not pull', checkAcr: 'partly' },
  Z5: { cause: 'grant of a former identity', checkAcr: 'partly' },
  Z6: { cause: 'grant that has not arrived yet', checkAcr: 'wrong' },
  Z7: { cause: 'grant through a group', checkAcr: 'no' },
  Z8: { cause: 'deny assignment', checkAcr: 'yes' },
  Z9: { cause: 'role without the pull', checkAcr: 'yes' },
  Z10: { cause: 'identity missing on some nodes', checkAcr: 'by chance' },
  Z11: { cause: 'identity deleted or recreated', checkAcr: 'yes' },
  Z12: { cause: 'secret of the service principal expired', checkAcr: 'yes' },
  Z13: { cause: 'registry in another tenant', checkAcr: 'yes' },
  Z14: { cause: 'registry refuses ARM tokens, old node', checkAcr: 'wrong' },
  Z15: { cause: 'regional endpoint, old node', checkAcr: 'no' },
  Z16: { cause: 'service accounts pull instead of nodes', checkAcr: 'wrong' },
  Z17: { cause: 'anonymous pull assumed', checkAcr: 'yes' },
  Z18: { cause: 'anonymous pull hides a missing grant', checkAcr: 'wrong' },
  Z19: { cause: 'unknown registry suffix', checkAcr: 'yes' },
  Z20: { cause: 'auto-provisioned nodes without identity', checkAcr: 'by chance' },
  S1: { cause: 'pull secret absent', checkAcr: 'no' },
  S2: { cause: 'pull secret of a wrong type', checkAcr: 'no' },
  S3: { cause: 'pull secret for another host', checkAcr: 'no' },
  S4: { cause: 'pull secret of a switched-off admin user', checkAcr: 'no' },
  S5: { cause: 'pull secret of a dead or narrow token', checkAcr: 'no' },
  S6: { cause: 'pull secret of an expired service principal', checkAcr: 'no' },
  S7: { cause: 'pull secret fails, identity pulls', checkAcr: 'nothing to notice' },
  S8: { cause: 'pull secret with a token that ends within hours', checkAcr: 'no' },
  S9: { cause: 'pull secret of a wrong template', checkAcr: 'no' },
  N1: { cause: 'registry that does not exist', checkAcr: 'yes' },
  N2: { cause: 'tag or digest missing', checkAcr: 'no' },
  N3: { cause: 'repository misspelt', checkAcr: 'no' },
  N4: { cause: 'image soft-deleted', checkAcr: 'no' },
  N5: { cause: 'image in quarantine', checkAcr: 'no' },
  N6: { cause: 'image locked', checkAcr: 'no' },
  N7: { cause: 'no image for the platform', checkAcr: 'wrong' },
  N8: { cause: 'image of another architecture', checkAcr: 'nothing to notice' },
  N9: { cause: 'image of another Windows build', checkAcr: 'nothing to notice' },
  N10: { cause: 'text that is no image reference', checkAcr: 'no' },
  N11: { cause: 'pull policy Never', checkAcr: 'no' },
  N12: { cause: 'replica without the image', checkAcr: 'no' },
  N13: { cause: 'artifact that is no image', checkAcr: 'no' },
  N14: { cause: 'cache rule with a broken source', checkAcr: 'no' },
  N15: { cause: 'image in schema 1', checkAcr: 'no' },
  N16: { cause: 'index whose images were purged', checkAcr: 'no' },
  T1: { cause: 'egress address not allowed', checkAcr: 'yes' },
  T2: { cause: 'public access off, no private endpoint', checkAcr: 'yes' },
  T3: { cause: 'private DNS zone not linked', checkAcr: 'yes' },
  T4: { cause: 'no route to the private endpoint', checkAcr: 'yes' },
  T5: { cause: 'custom DNS without forwarder', checkAcr: 'yes' },
  T6: { cause: 'data endpoint blocked', checkAcr: 'no' },
  T7: { cause: 'virtual network rule lacks the subnet', checkAcr: 'yes' },
  T8: { cause: 'TLS inspection', checkAcr: 'yes' },
  T9: { cause: 'TLS handshake times out', checkAcr: 'yes' },
  T10: { cause: 'proxy without exception', checkAcr: 'wrong' },
  T11: { cause: 'bootstrap registry broken', checkAcr: 'no' },
  T12: { cause: 'isolated cluster, public registry', checkAcr: 'no' },
  T13: { cause: 'regional replica switched off', checkAcr: 'by chance' },
  T14: { cause: 'record overwritten in a shared zone', checkAcr: 'yes' },
  L1: { cause: 'registry throttles', checkAcr: 'partly' },
  L2: { cause: 'kubelet throttles', checkAcr: 'no' },
  L3: { cause: 'storage limit', checkAcr: 'no' },
  L4: { cause: 'customer-managed key unreachable', checkAcr: 'yes' },
  L5: { cause: 'registry not ready', checkAcr: 'nothing to notice' },
  L6: { cause: 'subscription disabled', checkAcr: 'yes' },
  L7: { cause: 'artifact streaming', checkAcr: 'no' },
  L8: { cause: 'cluster or pool down', checkAcr: 'nothing to notice' },
  L9: { cause: 'known bug of this Kubernetes version', checkAcr: 'no' },
  L10: { cause: 'admission refuses the pod', checkAcr: 'no' },
  L11: { cause: 'node out of disk', checkAcr: 'no' },
  L12: { cause: 'webhook reads with its own identity', checkAcr: 'no' },
  L13: { cause: 'image changed at admission', checkAcr: 'no' },
  L14: { cause: 'mirror without credentials', checkAcr: 'no' }
} as const satisfies Readonly<Record<string, Cause>>

export type CauseId = keyof typeof causes
