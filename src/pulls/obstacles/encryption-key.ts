import type { KeyIdentity } from '../../facts/facts.ts'
import type { ObstacleBase, ObstacleSource } from '../obstacle.ts'
import { type RegistryPulls, registryPulls, stoppedOf } from '../pulls-by-registry.ts'

/** The registry has lost the identity that reads its encryption key, and serves only as long as it has cached the access. */
export type EncryptionKeyObstacle = ObstacleBase<'encryption-key'> & {
  readonly from: RegistryPulls
  readonly keyIdentity: KeyIdentity
}

const obstacleOf = (from: RegistryPulls, keyIdentity: KeyIdentity): EncryptionKeyObstacle => ({
  kind: 'encryption-key',
  pulls: stoppedOf(from),
  nodePools: [],
  certainty: 'perhaps',
  evidence: [
    `the identity with client id ${keyIdentity.clientId}, which reads the encryption key of the registry, is not assigned to the registry any more`
  ],
  from,
  keyIdentity
})

export const encryptionKey: ObstacleSource<EncryptionKeyObstacle> = {
  kind: 'encryption-key',
  *find(context) {
    for (const from of registryPulls(context)) {
      const { keyIdentity } = from.registry
      if (keyIdentity?.assigned === false) yield obstacleOf(from, keyIdentity)
    }
  }
}
