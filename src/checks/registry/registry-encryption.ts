import type { EncryptionKeyObstacle } from '../../pulls/obstacles/encryption-key.ts'
import { outputOf, registryCommand } from '../wording/azure-commands.ts'
import type { Check, FindingDraft } from '../check.ts'
import { evidenceText, obstaclesOf } from '../wording/from-obstacles.ts'
import { registryRead } from '../../facts/arm-actions.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'
import { command } from '../../base/shell-command.ts'

const finding = (obstacle: EncryptionKeyObstacle): FindingDraft => ({
  ...subjectOfPulls(obstacle.from, obstacle.from.uses),
  severity: 'warning',
  message: `${pullsText(obstacle.from)} will get 403 Forbidden as soon as the access that the registry has cached runs out: ${evidenceText(obstacle)}`,
  remediation: [
    {
      description:
        'Assign the identity to the registry again; if it is in another subscription or was deleted, change the key together with its identity (az acr encryption rotate-key).',
      command: `${registryCommand(obstacle.from.registry, ['identity', 'assign'])} --identities ${outputOf(
        command(
          ...['az', 'identity', 'list', '--subscription', obstacle.from.registry.subscriptionId],
          ...['--query', `[?clientId=='${obstacle.keyIdentity.clientId}'].id`]
        )
      )}`
    }
  ]
})

export const registryEncryption: Check = {
  id: 'registry-encryption',
  title: 'The registry has lost the identity that reads its encryption key',
  rationale: `A registry with a customer-managed key unwraps it with an identity of its own. When that identity is taken off the registry, pulls go on
until what the registry has cached runs out (the documentation says about three months), and then every pull gets \`403 Forbidden\`: "The identity
associated with the registry is inactive". The registry still names the identity, but does not have it: that is what this check compares.

Whether the key itself can be used (disabled, deleted, a firewall before the vault) shows only in the key vault, which is not read; without
this contradiction nothing is reported.`,
  references: [
    {
      title: 'Troubleshoot a customer-managed key',
      url: 'https://learn.microsoft.com/azure/container-registry/tutorial-troubleshoot-customer-managed-keys'
    },
    {
      title: 'Rotate and revoke a customer-managed key',
      url: 'https://learn.microsoft.com/azure/container-registry/tutorial-rotate-revoke-customer-managed-keys'
    }
  ],
  causes: ['L4'],
  permissions: [registryRead],
  words: ['encryption-key'],
  *run({ obstacles }) {
    yield* obstaclesOf(obstacles, 'encryption-key').map(finding)
  }
}
