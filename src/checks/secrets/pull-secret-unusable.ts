import { groupBy } from '../../base/group-by.ts'
import { indexManifests, type ManifestsIndex } from '../../access/manifests-index.ts'
import type { RefusedCause } from '../../access/pull-access.ts'
import { listText } from '../../base/sentences.ts'
import { pullSecretsOf } from '../../access/credentials/pod-credentials.ts'
import { knownTokens, refusalOf } from '../../access/credentials/registry-tokens.ts'
import type { Verdict } from '../../pulls/verdict.ts'
import type { Facts } from '../../facts/facts.ts'
import type { ImageReference } from '../../kubernetes/images/image-reference.ts'
import { registryHost } from '../../kubernetes/images/registry-host.ts'
import type { ImageUse } from '../../kubernetes/images/image-use.ts'
import type { Secret, SecretEntry } from '../../kubernetes/manifests.ts'
import { keyringMatches } from '../../kubernetes/secrets/pull-secrets.ts'
import type { Check, FindingDraft, Remediation, Severity } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { grantPull } from '../wording/remediation.ts'
import { clusterText, pullerText } from '../wording/wording.ts'
import { registryRead } from '../../facts/arm-actions.ts'
import { scopeMapsRead, tokensRead } from '../../facts/related-resources/tokens.ts'
import { cureOf } from './refused-sign-in.ts'
import { command } from '../../base/shell-command.ts'
import { registryOf } from '../../access/known-facts.ts'

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
  if (secret.problem !== null) return { what: secret.problem.text, remediation }
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

/** Where it decides, the verdict has its own finding; else another credential stands in, or is to blame. */
function severityOf(verdicts: readonly Verdict[], secret: Secret): Severity {
  if (secret.problem?.endsPull === true) return 'error'
  return verdicts.some(({ result }) => result === 'no-pull') ? 'warning' : 'note'
}

function decides(verdict: Verdict, name: string): boolean {
  if (verdict.result !== 'no-pull') return false
  const { cause } = verdict
  return cause.kind === 'pull-secret-undecodable'
    ? cause.secret === name
    : cause.kind === 'pull-secret-unusable' && cause.faults.some(({ secret }) => secret === name)
}

const messageAbout = (secret: Secret, image: string, { what }: Fault): string =>
  secret.problem?.endsPull === true
    ? `${image} cannot be pulled with pull secret ${secret.name}, nor with any other credential: ${what}`
    : `Pull secret ${secret.name} does not help to pull ${image}: ${what}`

/** No other credential helps, so that only the secret can be mended. */
const endingPulls = (
  verdict: Verdict,
  name: string,
  found: readonly FoundFault[]
): readonly FindingDraft[] =>
  found
    .filter(({ secret }) => secret.name === name)
    .map(({ secret, fault }) => ({
      ...subjectOf(verdict),
      severity: 'error',
      message: messageAbout(secret, verdict.image, fault),
      remediation: [fault.remediation],
      locations: [...verdict.uses.map(({ location }) => location), secret.location]
    }))

/** What the pull secrets of these uses lack, and where they stand. */
type FoundFault = { readonly secret: Secret; readonly fault: Fault }

function faultsOf(
  uses: readonly ImageUse[],
  objects: ManifestsIndex,
  facts: Facts
): readonly FoundFault[] {
  const found = uses.flatMap(use =>
    pullSecretsOf(use, objects).flatMap(({ named }) => {
      const fault = named.kind === 'found' ? faultOf(named.item, use, facts) : null
      return named.kind === 'found' && fault !== null ? [{ secret: named.item, fault }] : []
    })
  )
  return [...new Map(found.map(each => [JSON.stringify(each.secret.location), each])).values()]
}

/** The pod's own credential comes first; the grant that the nodes lack would be another way. */
function decisive(
  verdict: Verdict,
  { faults }: Extract<RefusedCause, { readonly kind: 'pull-secret-unusable' }>,
  found: readonly FoundFault[],
  facts: Facts
): FindingDraft {
  const names = new Set(faults.map(({ secret }) => secret))
  const meant = found.filter(({ secret }) => names.has(secret.name))
  const texts = faults.map(
    ({ secret, text }) => `pull secret ${secret} does not help, because ${text}`
  )
  const cures = new Map(
    meant.map(({ fault }) => [JSON.stringify(fault.remediation), fault.remediation])
  )
  const instead = grantPull(facts, verdict)
  return {
    ...subjectOf(verdict),
    severity: 'error',
    message: `${verdict.image} cannot be pulled on ${clusterText(verdict)}: ${listText(texts)}; ${insteadText(verdict)}`,
    remediation: [
      ...cures.values(),
      ...instead.map((each, index) =>
        index === 0
          ? { ...each, description: `Or do without the secret. ${each.description}` }
          : each
      )
    ],
    locations: [
      ...verdict.uses.map(({ location }) => location),
      ...meant.map(({ secret }) => secret.location)
    ]
  }
}

const insteadText = ({ puller, registry }: Verdict): string =>
  puller.objectId === null
    ? 'no other credential stands in'
    : `${pullerText(puller)} does not stand in, as it has no grant that counts at registry ${registry}`

/** A use has a verdict for each cluster; it is looked at once. */
const verdictsByUse = (verdicts: readonly Verdict[]) =>
  groupBy(
    verdicts.flatMap(verdict => verdict.uses.map(use => ({ use, verdict }))),
    ({ use }) => use
  )

export const pullSecretUnusable: Check = {
  id: 'pull-secret-unusable',
  title: 'The pull secret cannot open this registry',
  rationale: `The kubelet reads only Secrets of type \`kubernetes.io/dockerconfigjson\` (or the older \`dockercfg\`), and takes an entry only if its key matches the
host of the image: same port, same number of dot-separated labels, letter case included. A pasted \`az acr login\` configuration holds
an \`identitytoken\`, which the kubelet ignores. None of this is an error event: the pull goes on with the next credential and ends in \`401\`.
A Secret of the right type whose configuration is JSON and cannot be decoded (an \`auth\` without a colon) is worse: the kubelet gives up every pull of
the pod, whatever other credentials there are.

Who signs in is compared with the registry: an admin user that is switched off, and a token that does not exist, is disabled, has only
expired passwords, or whose scope map leaves the repository out, open nothing. Whether the password itself is right shows at the
registry alone, and passwords are never printed, nor kept; of a Secret only the user name is shown.

Where a pod brings a credential for the registry and nothing else stands in, the fault of that credential is the error; the grant that the nodes lack is the other way.`,
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
  causes: ['S2', 'S3', 'S4', 'S5', 'S9'],
  permissions: [registryRead, tokensRead, scopeMapsRead],
  words: ['pull-secret-undecodable', 'pull-secret-unusable'],
  *run({ manifests, facts, verdicts }) {
    const objects = indexManifests(manifests)
    for (const { verdict, cause } of verdictsBecause(verdicts, 'pull-secret-unusable'))
      yield decisive(verdict, cause, faultsOf(verdict.uses, objects, facts), facts)
    for (const { verdict, cause } of verdictsBecause(verdicts, 'pull-secret-undecodable'))
      yield* endingPulls(verdict, cause.secret, faultsOf(verdict.uses, objects, facts))
    for (const [use, judged] of verdictsByUse(verdicts))
      for (const { secret, fault } of faultsOf([use], objects, facts)) {
        const others = judged
          .map(({ verdict }) => verdict)
          .filter(verdict => !decides(verdict, secret.name))
        if (others.length === 0) continue
        yield {
          severity: severityOf(others, secret),
          message: messageAbout(secret, use.image.text, fault),
          remediation: [fault.remediation],
          uses: [use],
          locations: [use.location, secret.location],
          image: use.image.text
        }
      }
  }
}
