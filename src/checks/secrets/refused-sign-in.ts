import type { Refusal } from '../../access/credentials/registry-tokens.ts'
import type { Registry } from '../../facts/facts.ts'
import { registryCommand, registryPartCommand } from '../wording/azure-commands.ts'
import type { Remediation } from '../check.ts'

type Cure = (refusal: Refusal, registry: Registry, repository: string) => Remediation

const cures: Readonly<Record<Refusal['kind'], Cure>> = {
  'admin-off': (_, registry) => ({
    description:
      'Use a token or the identity of the nodes; switching the admin user on is discouraged, and only the registry can tell whether its password is good.',
    command: registryCommand(registry, ['update'], '--admin-enabled', 'true')
  }),
  'no-such-token': ({ name }, registry, repository) => ({
    description: 'Make the token, and create the secret again with a password of it.',
    command: registryPartCommand(
      ...([
        registry,
        ['token', 'create'],
        name,
        '--repository',
        repository,
        'content/read'
      ] as const)
    )
  }),
  'token-disabled': ({ name }, registry) => ({
    description: 'Enable the token, unless it was disabled on purpose.',
    command: registryPartCommand(registry, ['token', 'update'], name, '--status', 'enabled')
  }),
  'passwords-expired': ({ name }, registry) => ({
    description: 'Generate a new password, and create the secret again with it.',
    command: registryPartCommand(registry, ['token', 'credential', 'generate'], name, '--password1')
  }),
  'repository-left-out': ({ scopeMap }, registry, repository) => ({
    description: 'Add the repository to the scope map of the token.',
    command: registryPartCommand(
      ...([registry, ['scope-map', 'update'], scopeMap ?? 'SCOPE_MAP'] as const),
      ...['--add-repository', repository, 'content/read']
    )
  })
}

/** What lets a pull secret sign in that the registry refuses. */
export const cureOf: Cure = (refusal, registry, repository) =>
  cures[refusal.kind](refusal, registry, repository)
