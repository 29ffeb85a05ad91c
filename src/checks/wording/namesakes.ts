import { namesakesOf } from '../../access/known-facts.ts'
import type { Facts } from '../../facts/facts.ts'
import { loginServerOf, registryNameOf } from '../../facts/registry-hosts.ts'
import { command } from '../../base/shell-command.ts'
import type { Remediation } from '../check.ts'

/** What is known of a registry that has the name in the host, and another login server ("Domain name label for container registries"). */
export type Namesakes = {
  /** A clause behind a semicolon, or nothing. */
  readonly text: string
  readonly cures: readonly Remediation[]
}

export function namesakesText(facts: Facts, host: string): Namesakes {
  const found = namesakesOf(facts, host)
  const name = registryNameOf(loginServerOf(host))
  if (found.length > 0)
    return {
      text: found
        .map(
          each =>
            `; registry ${each.name}, which can be seen, has the login server ${each.loginServer}`
        )
        .join(''),
      cures: found.map(({ id, loginServer }) => ({
        description: `Write ${loginServer} if ${id} is meant: its domain name label is a part of the login server.`,
        command: null
      }))
    }
  return {
    text: '',
    cures:
      name === null
        ? []
        : [
            {
              description: `Or see whether the registry has a domain name label, which makes its login server ${name}-HASH.`,
              command: command('az', 'acr', 'show', '--name', name, '--query', 'loginServer')
            }
          ]
  }
}
