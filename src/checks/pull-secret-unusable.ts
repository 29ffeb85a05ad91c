import type { Verdict } from '../access/verdict.ts'
import type { Facts } from '../facts/facts.ts'
import { registryHost } from '../kubernetes/image-reference.ts'
import type { ImageUse, Manifests, Secret } from '../kubernetes/manifests.ts'
import { keyringMatches } from '../kubernetes/pull-secrets.ts'
import type { Check, Remediation, Severity } from './check.ts'
import { command } from './remediation.ts'
import { registryOf } from './wording.ts'

type Fault = { readonly what: string; readonly remediation: Remediation }

const recreate = (secret: Secret, host: string): Remediation => ({
  description: 'Create it again with the login server as it stands in the image.',
  command: command(
    ...['kubectl', 'create', 'secret', 'docker-registry', secret.name],
    ...['--namespace', secret.namespace, `--docker-server=${host}`],
    ...['--docker-username=USER', '--docker-password=PASSWORD']
  )
})

/** The admin user is named like the registry; switched off, its password opens nothing (ACR docs, authentication). */
function adminUserOff(secret: Secret, facts: Facts, host: string): Fault | null {
  const registry = registryOf(facts, host)
  const named = secret.entries.some(
    ({ user }) => user.kind === 'name' && user.name.toLowerCase() === registry?.name.toLowerCase()
  )
  if (registry?.adminUser !== false || !named) return null
  return {
    what: `it signs in as the admin user of registry ${registry.name}, which is switched off`,
    remediation: {
      description:
        'Use a token or the identity of the nodes; switching the admin user on is discouraged.',
      command: command('az', 'acr', 'update', '--name', registry.name, '--admin-enabled', 'true')
    }
  }
}

function faultOf(secret: Secret, use: ImageUse, facts: Facts): Fault | null {
  if (use.image.kind !== 'reference') return null
  const { reference } = use.image
  const remediation = recreate(secret, reference.domain)
  if (secret.problem !== null) return { what: secret.problem, remediation }
  const entries = keyringMatches(secret.entries, reference)
  if (entries.length === 0)
    return {
      what: `none of its entries covers ${reference.domain} (ports, letter case and the number of labels must be the same)`,
      remediation
    }
  if (entries.every(entry => !entry.complete))
    return {
      what: `its entry for ${reference.domain} has no user name or no password (a token of az acr login or a credential helper is not read by the kubelet)`,
      remediation
    }
  return adminUserOff({ ...secret, entries }, facts, registryHost(reference))
}

const secretOf = (manifests: Manifests, use: ImageUse, name: string): Secret | undefined =>
  manifests.secrets.find(
    secret => secret.name === name && secret.namespace === use.workload.namespace
  )

/** Another credential may stand in: then the broken secret is worth a note, and no failure. */
function severityOf(verdicts: readonly Verdict[], use: ImageUse): Severity {
  const concerned = verdicts.filter(verdict => verdict.uses.includes(use))
  return concerned.some(({ result }) => result === 'no-pull') ? 'warning' : 'note'
}

export const pullSecretUnusable: Check = {
  id: 'pull-secret-unusable',
  title: 'The pull secret cannot open this registry',
  rationale: `The kubelet reads only Secrets of type \`kubernetes.io/dockerconfigjson\` (or the older \`dockercfg\`), and takes an entry only if its key matches the
host of the image: same port, same number of dot-separated labels, letter case included. A pasted \`az acr login\` configuration holds
an \`identitytoken\`, which the kubelet ignores. None of this is an error event: the pull goes on with the next credential and ends in \`401\`.
Contents of Secrets are never printed.`,
  references: [
    {
      title: 'Pull an image from a private registry',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/'
    },
    {
      title: 'Admin account of a registry',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-authentication'
    }
  ],
  causes: ['S2', 'S3', 'S4'],
  permissions: [],
  *run({ manifests, facts, verdicts }) {
    for (const use of verdicts.flatMap(verdict => verdict.uses).filter(isFirst))
      for (const name of use.pod?.imagePullSecrets ?? []) {
        const secret = secretOf(manifests, use, name)
        const fault = secret === undefined ? null : faultOf(secret, use, facts)
        if (secret === undefined || fault === null) continue
        yield {
          severity: severityOf(verdicts, use),
          message: `Pull secret ${name} does not help to pull ${use.image.text}: ${fault.what}`,
          remediation: [fault.remediation],
          uses: [use],
          locations: [use.location, secret.location],
          image: use.image.text
        }
      }
  }
}

/** A use has a verdict for each cluster; it is looked at once. */
const isFirst = (use: ImageUse, index: number, all: readonly ImageUse[]): boolean =>
  all.indexOf(use) === index
