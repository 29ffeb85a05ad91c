import { nodeAt, walkScalars } from '../../yaml/nodes.ts'
import type { ManifestObject } from '../kubernetes-objects.ts'
import type { Mutation } from './mutation.ts'
import { anyImage, everything, type PodChange } from './pod-changer.ts'

/** Programs that change pods or accounts of the whole cluster, by their images. */
const programs: readonly {
  readonly image: RegExp
  readonly changes: readonly PodChange[]
  readonly source: string
}[] = [
  {
    image:
      /(?:^|\/)(?:[\w.-]*(?:image-?)?pull-?secrets?[\w.-]*|registry-creds|k8s-ecr-login-renew|ecr-credential-helper)(?:[:@]|$)/i,
    changes: [{ what: 'accounts' }],
    source:
      'github.com/titansoft-pte-ltd/imagepullsecret-patcher, github.com/alexellis/registry-creds'
  },
  {
    image:
      /(?:^|\/)(?:k8s-image-swapper|imageswap(?:-webhook)?|harbor-container-webhook|kube-image-keeper|tugger)(?:[:@]|$)/i,
    changes: [anyImage],
    source:
      'github.com/estahn/k8s-image-swapper, github.com/phenixblue/imageswap-webhook, github.com/goharbor/harbor-container-webhook, github.com/enix/kube-image-keeper, github.com/jainishshah17/tugger'
  }
]

const makesPods: ReadonlySet<string> = new Set([
  'Pod',
  'Deployment',
  'DaemonSet',
  'StatefulSet',
  'Job',
  'CronJob'
])

/** `kubectl patch serviceaccount default -p '{"imagePullSecrets": …}'`, in one text or word by word. */
const patchesAccount = (texts: readonly string[]): boolean => {
  const words = texts.join(' ')
  return /\bpatch\s+(?:sa|serviceaccounts?)\b/i.test(words) && words.includes('imagePullSecrets')
}

/** What a program that runs in the cluster does to the pods of others, whose manifests do not show it. */
export function programMutations({ node, workload }: ManifestObject): readonly Mutation[] {
  if (!makesPods.has(workload.kind)) return []
  const scalars = [...walkScalars(nodeAt(node, ['spec']))]
  const images = scalars.filter(({ path }) => path.at(-1) === 'image')
  const changes = programs
    .filter(({ image }) => images.some(({ scalar }) => image.test(scalar.text)))
    .flatMap(program => program.changes)
  const patches = patchesAccount(scalars.map(({ scalar }) => scalar.text))
  const all: readonly PodChange[] = patches ? [...changes, { what: 'accounts' }] : changes
  return all.length === 0 ? [] : [{ changes: all, selection: everything }]
}
