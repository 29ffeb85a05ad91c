import type { ManifestObject } from './kubernetes-objects.ts'
import type { Location } from '../yaml/location.ts'
import type { PodChanger } from './manifests.ts'
import { nodeAt, walkScalars } from '../yaml/nodes.ts'
import type { YamlNode } from '../yaml/yaml-nodes.ts'

/** Objects by which an admission controller changes others, and where in them the change stands. */
type Policy = {
  readonly group: string
  readonly kinds: readonly string[]
  readonly change: readonly string[]
  readonly source: string
}

const policies: readonly Policy[] = [
  {
    group: 'kyverno.io',
    kinds: ['ClusterPolicy', 'Policy'],
    change: ['spec', 'rules'],
    source: 'kyverno.io/docs, "Mutate rules"'
  },
  {
    group: 'policies.kyverno.io',
    kinds: ['MutatingPolicy', 'NamespacedMutatingPolicy'],
    change: ['spec'],
    source: 'kyverno.io/docs, MutatingPolicy'
  },
  {
    group: 'mutations.gatekeeper.sh',
    kinds: ['Assign', 'AssignImage', 'ModifySet'],
    change: ['spec'],
    source: 'open-policy-agent.github.io/gatekeeper, "Mutation"'
  },
  {
    group: 'admissionregistration.k8s.io',
    kinds: ['MutatingAdmissionPolicy', 'MutatingWebhookConfiguration'],
    change: [],
    source: 'kubernetes.io, "Mutating admission policy"'
  }
]

/** What of a pod decides who pulls. */
const decides = /pull-?secret|serviceAccount/i
/** As a key or a path of a patch. */
const imageField = /(?:^|[/.(+])image\)?$|containers\[.*image/

type Changed = 'pull secrets' | 'images'

const changedBy = (text: string): Changed | null => {
  if (decides.test(text)) return 'pull secrets'
  return imageField.test(text) ? 'images' : null
}

/** In a policy of Kyverno only what stands below `mutate` changes something. */
const isChange = (path: readonly (string | number)[], kyvernoRule: boolean): boolean =>
  !kyvernoRule || path.includes('mutate')

function changesIn(node: YamlNode | null, kyvernoRule: boolean): ReadonlySet<Changed> {
  const found = new Set<Changed>()
  for (const { path, scalar } of walkScalars(node)) {
    if (!isChange(path, kyvernoRule)) continue
    const texts = [...path.filter(step => typeof step === 'string'), ...scalar.text.split('\n')]
    for (const change of texts.map(changedBy)) if (change !== null) found.add(change)
  }
  return found
}

/** Programs that give every account, or every pod, of the cluster a pull secret (their images on Docker Hub and GitHub). */
const patchers =
  /(?:^|\/)(?:[\w.-]*(?:image-?)?pull-?secrets?[\w.-]*|registry-creds|k8s-ecr-login-renew|ecr-credential-helper)(?:[:@]|$)/i

/** `kubectl patch serviceaccount default -p '{"imagePullSecrets": …}'`, in one text or word by word. */
const patchesAccount = (texts: readonly string[]): boolean => {
  const words = texts.join(' ')
  return /\bpatch\s+(?:sa|serviceaccounts?)\b/i.test(words) && words.includes('imagePullSecrets')
}

function changerText({ workload, node }: ManifestObject): string | null {
  const { apiVersion, kind, name } = workload
  const group = apiVersion.slice(0, Math.max(apiVersion.indexOf('/'), 0))
  const policy = policies.find(each => each.group === group && each.kinds.includes(kind))
  if (policy !== undefined) {
    const found = changesIn(nodeAt(node, policy.change), group === 'kyverno.io')
    const what = kind === 'AssignImage' ? ['images'] : [...found]
    return what.length === 0
      ? null
      : `${kind} ${name} changes ${what.join(' and ')} of pods at admission`
  }
  return makesPods.has(kind) && patchesAccounts(node)
    ? `${kind} ${name} gives accounts of the cluster pull secrets`
    : null
}

function patchesAccounts(node: YamlNode): boolean {
  const scalars = [...walkScalars(nodeAt(node, ['spec']))]
  return (
    scalars.some(({ path, scalar }) => path.at(-1) === 'image' && patchers.test(scalar.text)) ||
    patchesAccount(scalars.map(({ scalar }) => scalar.text))
  )
}

const makesPods: ReadonlySet<string> = new Set([
  'Pod',
  'Deployment',
  'DaemonSet',
  'StatefulSet',
  'Job',
  'CronJob'
])

/** Whether a text can hold any of this; to look through every object would take long. */
export const mayChangePods = (text: string): boolean =>
  /pull-?secret|registry-creds|ecr-login|mutat|AssignImage/i.test(text)

/** Whether an object gives pods pull secrets, accounts or images that their own manifests do not show. */
export function podChangers(object: ManifestObject, location: Location): readonly PodChanger[] {
  const text = changerText(object)
  return text === null ? [] : [{ text, location }]
}
