import { groupBy } from '../../base/group-by.ts'
import { listText } from '../../base/sentences.ts'
import type { HiddenSecretWhy, SecretHint, UnseenSecret } from '../../access/pull-access.ts'
import type { Remediation } from '../check.ts'
import { pullSecretYaml } from '../code/pod-yaml.ts'
import type { Verdict } from '../../pulls/verdict.ts'

const whyText = (why: HiddenSecretWhy): string => {
  switch (why.kind) {
    case 'in-cluster':
      return 'which is only in the cluster'
    case 'other-namespace':
      return `which the manifests have in namespace ${listText(why.namespaces)} (${why.place}) and not in namespace ${why.wanted}, where alone it counts`
    case 'made':
      return `which ${why.by} (${why.place}) makes in the cluster`
  }
}

/** Such as `pull secret regcred, which is only in the cluster`. */
export const unseenText = (secrets: readonly UnseenSecret[]): string =>
  [...groupBy(secrets, ({ why }) => whyText(why))]
    .map(([text, alike]) => `pull secret ${alike.map(({ name }) => name).join(', ')}, ${text}`)
    .join(', and on ')

const cureOf = ({ name, why }: UnseenSecret, { registry }: Verdict): string => {
  switch (why.kind) {
    case 'in-cluster':
      return `Check that the secret covers ${registry} and is valid.`
    case 'other-namespace':
      return `Create pull secret ${name} in namespace ${why.wanted}: a pod takes pull secrets of its own namespace alone.`
    case 'made':
      return `Check in the cluster that ${why.by} is ready and that the secret it makes covers ${registry}.`
  }
}

export const unseenCures = (
  secrets: readonly UnseenSecret[],
  verdict: Verdict
): readonly Remediation[] =>
  [...new Set(secrets.map(secret => cureOf(secret, verdict)))].map(description => ({
    description,
    command: null
  }))

export const hintedText = (hints: readonly SecretHint[]): string =>
  `a pull secret that the pod may get in the cluster: ${hints.map(({ text }) => text).join('; ')}`

/** Two lines of the pod name a Secret that is there already. */
export const hintedCures = (
  hints: readonly SecretHint[],
  { registry }: Verdict
): readonly Remediation[] => {
  const [secret] = hints.flatMap(hint => hint.secret ?? [])
  return [
    secret === undefined
      ? {
          description: `Name the pull secret in the pod or its service account, so that it can be judged, or check that the pod gets one for ${registry}.`,
          command: null
        }
      : {
          description: `Name it in the pod: imagePullSecrets: [{name: ${secret}}]; or in the service account that the pod runs as; only the registry can tell whether its credential is good.`,
          command: null,
          code: [pullSecretYaml(secret)]
        }
  ]
}
