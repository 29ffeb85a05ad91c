import { knownTokens, refusalOf } from '../access/registry-tokens.ts'
import type { Verdict } from '../access/verdict.ts'
import type { Facts } from '../facts/facts.ts'
import { registryHost, type ImageReference } from '../kubernetes/image-reference.ts'
import type { ImageUse, Manifests, Secret, SecretEntry } from '../kubernetes/manifests.ts'
import { keyringMatches } from '../kubernetes/pull-secrets.ts'
import type { Check, Remediation, Severity } from './check.ts'
import { readRegistry, readScopeMaps, readTokens } from './permissions.ts'
import { cureOf } from './refused-sign-in.ts'
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

/** The registry would refuse every entry that covers the image: its admin user is off, or its token opens nothing. */
function refused(
  entries: readonly SecretEntry[],
  reference: ImageReference,
  facts: Facts
): Fault | null {
  const registry = registryOf(facts, registryHost(reference))
  if (registry === null) return null
  const refusals = entries
    .filter(({ complete }) => complete)
    .map(entry => refusalOf(entry, registry, reference.repository, knownTokens(facts)))
  const [first] = refusals
  return first != null && refusals.every(refusal => refusal !== null)
    ? { what: first.text, remediation: cureOf(first, registry, reference.repository) }
    : null
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
  return refused(entries, reference, facts)
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

Who signs in is compared with the registry: an admin user that is switched off, and a token that does not exist, is disabled, has only
expired passwords, or whose scope map leaves the repository out, open nothing. Whether the password itself is right shows at the
registry alone, and passwords are never printed, nor kept; of a Secret only the user name is shown.`,
  references: [
    {
      title: 'Pull an image from a private registry',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/'
    },
    {
      title: 'Admin account of a registry',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-authentication'
    },
    {
      title: 'Token-based repository permissions',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-token-based-repository-permissions'
    }
  ],
  causes: ['S2', 'S3', 'S4', 'S5'],
  permissions: [readRegistry, readTokens, readScopeMaps],
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
