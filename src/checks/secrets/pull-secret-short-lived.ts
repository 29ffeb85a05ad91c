import { groupBy } from '../../base/group-by.ts'
import { indexManifests, type ManifestsIndex } from '../../access/manifests-index.ts'
import { pullSecretsOf } from '../../access/credentials/pod-credentials.ts'
import type { Verdict } from '../../pulls/verdict.ts'
import { refreshTokenUser } from '../../kubernetes/secrets/docker-config.ts'
import type { ImageUse } from '../../kubernetes/images/image-use.ts'
import type { Secret } from '../../kubernetes/manifests.ts'
import { keyringMatches } from '../../kubernetes/secrets/pull-secrets.ts'
import type { Check, FindingDraft, Remediation } from '../check.ts'
import { subjectOf } from '../wording/from-verdicts.ts'
import { alternatives } from '../wording/alternatives.ts'
import { grantNodes } from '../wording/remediation.ts'
import type { Facts } from '../../facts/facts.ts'

/** The pull secrets of a pod that hold such a token for the registry of the image, in the manifests themselves. */
function shortLived({ image, ...use }: ImageUse, objects: ManifestsIndex): readonly Secret[] {
  if (image.kind !== 'reference') return []
  return pullSecretsOf({ image, ...use }, objects).flatMap(({ named }) => {
    if (named.kind !== 'found' || named.item.madeBy !== null) return []
    const entries = keyringMatches(named.item.entries, image.reference)
    return entries.some(({ user }) => user.kind === 'name' && user.name === refreshTokenUser)
      ? [named.item]
      : []
  })
}

const renewed =
  'Put a token of the registry into the secret, whose password you choose when to end (az acr token create).'

/** The nodes may pull by themselves, and then nothing hangs on the token. */
const cures = (verdict: Verdict, facts: Facts): readonly Remediation[] =>
  verdict.result === 'pull'
    ? [{ description: 'Leave the secret out: the nodes pull without it.', command: null }]
    : alternatives([{ description: renewed, command: null }, grantNodes(facts, verdict)])

const finding = (verdict: Verdict, secrets: readonly Secret[], facts: Facts): FindingDraft => {
  const names = [...new Set(secrets.map(({ name }) => name))]
  const pulls = verdict.result === 'pull'
  return {
    ...subjectOf(verdict),
    severity: pulls ? 'note' : 'warning',
    message: `Pull secret ${names.join(', ')} for ${verdict.image} holds a token that expires within hours (user ${refreshTokenUser}, as az acr login --expose-token gives it)${pulls ? '' : '; pulls that begin after that are refused'}`,
    remediation: cures(verdict, facts),
    locations: [
      ...verdict.uses.map(({ location }) => location),
      ...secrets.map(({ location }) => location)
    ]
  }
}

export const pullSecretShortLived: Check = {
  id: 'pull-secret-short-lived',
  title: 'The pull secret holds a token that ends within hours',
  rationale: `\`az acr login --expose-token\` and the generator ACRAccessToken give a token for the user \`${refreshTokenUser}\`, which is good for 75 minutes to three hours. In a
Secret that nobody renews it works on the day on which it is tried, and the next node, or the next restart, gets \`401 Unauthorized\`. A Secret that a controller
fills in (ExternalSecret and its like) is renewed, and is left out.`,
  references: [
    {
      title: 'az acr login with --expose-token',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-authentication#az-acr-login-with---expose-token'
    },
    {
      title: 'Token-based repository permissions',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-token-based-repository-permissions'
    }
  ],
  causes: ['S8'],
  permissions: [],
  words: [],
  *run({ manifests, facts, verdicts }) {
    const objects = indexManifests(manifests)
    const seen = new Set<string>()
    for (const verdict of verdicts) {
      const bySecret = groupBy(
        verdict.uses.flatMap(use => shortLived(use, objects)),
        ({ location }) => JSON.stringify(location)
      )
      const secrets = [...bySecret.values()].map(([secret]) => secret)
      const key = [verdict.image, ...bySecret.keys()].join(' ')
      if (secrets.length === 0 || seen.has(key)) continue
      seen.add(key)
      yield finding(verdict, secrets, facts)
    }
  }
}
