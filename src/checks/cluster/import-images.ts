import type { Facts, Registry } from '../../facts/facts.ts'
import type { ImageReference } from '../../kubernetes/images/image-reference.ts'
import { registryCommand } from '../wording/azure-commands.ts'
import type { Remediation } from '../check.ts'

/** A registry that isolated nodes can reach, as far as Azure tells: a known one with a private endpoint. */
const importTarget = (facts: Facts): Registry | null =>
  facts.registries
    .flatMap(({ answer }) => (answer.known ? answer.value : []))
    .find(({ approvedPrivateEndpoints }) => approvedPrivateEndpoints > 0) ?? null

/** Digests are imported without a tag ("Import container images to a container registry"). */
function importCommand(
  registry: Registry,
  { domain, repository, tag, digest }: ImageReference
): string {
  const version = digest === null ? `:${tag ?? 'latest'}` : `@${digest}`
  return registryCommand(
    registry,
    ['import'],
    ...['--source', `${domain}/${repository}${version}`],
    ...(digest !== null && tag === null
      ? ['--repository', repository]
      : ['--image', `${repository}:${tag ?? 'latest'}`])
  )
}

/** How to have images of an unreachable registry in one that can be reached. */
export function copyImages(
  facts: Facts,
  references: readonly ImageReference[]
): readonly Remediation[] {
  const target = importTarget(facts)
  if (target === null)
    return [
      {
        description:
          'Import the image into a registry with a private endpoint in a network that the nodes reach, or let such a registry cache it, and name that registry in the manifest.',
        command: null
      }
    ]
  const commands = new Set(references.map(reference => importCommand(target, reference)))
  return [...commands].map(command => ({
    description: `Import the image, and write ${target.loginServer} in place of its registry; a cache rule does the same for all images of a source.`,
    command
  }))
}
