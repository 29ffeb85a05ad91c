import type { Operation } from '../../access/rbac/permissions.ts'
import type { PullAccess } from '../../access/pull-access.ts'
import type { Facts, Registry } from '../../facts/facts.ts'
import { registryCommand } from '../wording/azure-commands.ts'
import type { Check, FindingDraft } from '../check.ts'
import { grantReads } from '../wording/permissions.ts'
import { permissionsAt, permits } from '../../pulls/pull-traits.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'
import { type RegistryPulls, registryPulls } from '../../pulls/pulls-by-registry.ts'

/** Who may do this pulls quarantined images too (Azure/acr, docs/preview/quarantine/readme.md). */
const readQuarantined: Operation = {
  kind: 'action',
  name: 'Microsoft.ContainerRegistry/registries/quarantine/read'
}

const seesQuarantined = (facts: Facts, registry: Registry, { puller }: PullAccess): boolean =>
  puller.objectId !== null &&
  permits(permissionsAt(facts, registry, puller.objectId), readQuarantined) === true

function concerned(facts: Facts, { registry, accesses, uses }: RegistryPulls) {
  const blind = accesses.filter(access => !seesQuarantined(facts, registry, access))
  const theirs = new Set(blind.flatMap(access => access.uses))
  return uses.filter(use => theirs.has(use))
}

const finding = (pulls: RegistryPulls, uses: FindingDraft['uses']): FindingDraft => ({
  ...subjectOfPulls(pulls, uses),
  severity: 'note',
  message: `${pullsText(pulls)} get only images that a scanner has passed: the registry has a quarantine policy, and the state of an image cannot be read from here`,
  remediation: [
    {
      description:
        'If the node gets "not found" or "The operation is disallowed" for a fresh image, see whether the scanner has passed it, and whether the policy is meant.',
      command: registryCommand(pulls.registry, ['show'], '--query', 'policies.quarantinePolicy')
    }
  ]
})

export const registryQuarantine: Check = {
  id: 'registry-quarantine',
  title: 'The registry keeps new images in quarantine',
  rationale: `With the quarantine policy (a preview) every pushed image is hidden until a scanner marks it as passed. Nodes get \`not found\` for its tag and
\`The operation is disallowed\` for its digest, and the usual roles do not help: only those with \`registries/quarantine/read\`, such as AcrQuarantineReader, see
it. In a pull request that names an image which was just pushed, this is the first thing to look at.

Azure Resource Manager tells the policy and not the state of an image, so this is a note. It is left out where the identity that pulls has that permission.`,
  references: [
    {
      title: 'Azure/acr: quarantine pattern',
      url: 'https://github.com/Azure/acr/blob/main/docs/preview/quarantine/readme.md'
    },
    {
      title: 'Check the health of an Azure container registry (quarantine)',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-check-health'
    }
  ],
  causes: ['N5'],
  permissions: grantReads,
  *run(context) {
    for (const pulls of registryPulls(context.pulls)) {
      if (!pulls.registry.quarantine) continue
      const uses = concerned(context.facts, pulls)
      if (uses.length > 0) yield finding(pulls, uses)
    }
  }
}
