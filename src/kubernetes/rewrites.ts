import { parseImage } from './images/parsed-image.ts'
import type { ContainerSlot, ImageUse, NamedBeside, PodContext } from './images/image-use.ts'
import type { FileContent } from './read.ts'

// What azure/k8s-deploy does to manifests before it applies them: src/utilities/manifestUpdateUtils.ts and
// src/types/kubernetesTypes.ts (WORKLOAD_TYPES) of github.com/Azure/k8s-deploy.

const rewrittenContainers: readonly ContainerSlot['type'][] = ['container', 'init']

/** The kinds whose pods get the pull secrets. */
const rewrittenKinds: readonly string[] = [
  'Pod',
  'Deployment',
  'ReplicaSet',
  'DaemonSet',
  'StatefulSet',
  'Job',
  'CronJob',
  'ScaledJob'
]

/** Not the name by the reference grammar: k8s-deploy cuts at the first colon, so a registry port ends it. */
const nameBeforeTag = (image: string): string => image.replace(/[:@].*$/s, '')

const rewrittenImage = ({ image }: ImageUse, images: readonly string[]): ImageUse['image'] => {
  const name = nameBeforeTag(image.text)
  const replacement = images.findLast(candidate => nameBeforeTag(candidate) === name)
  return replacement === undefined ? image : parseImage(replacement, {})
}

const rewrittenPod = (pod: PodContext, pullSecrets: readonly string[]): PodContext => ({
  ...pod,
  imagePullSecrets: [...new Set([...pod.imagePullSecrets, ...pullSecrets])]
})

/** Which pods a controller makes of an image is not known; whoever gives pull secrets says that these get them too. */
const rewrittenBeside = (
  beside: NamedBeside | null,
  pullSecrets: readonly string[]
): NamedBeside | null =>
  pullSecrets.length === 0
    ? beside
    : {
        serviceAccounts: beside?.serviceAccounts ?? [],
        unnamed: beside?.unnamed ?? [],
        pullSecrets: [...new Set([...(beside?.pullSecrets ?? []), ...pullSecrets])]
      }

/**
 * The content as azure/k8s-deploy would apply it with its inputs `images` (`NAME:TAG` or `NAME@DIGEST`, for every
 * container of that name) and `imagepullsecrets` (appended to each pod's own). Locations stay where they were.
 */
export const rewriteImages = (
  content: FileContent,
  images: readonly string[],
  pullSecrets: readonly string[]
): FileContent => ({
  ...content,
  uses: content.uses.map(use => {
    if (use.class === 'field' || (use.class === 'container' && use.pod === null))
      return { ...use, beside: rewrittenBeside(use.beside, pullSecrets) }
    if (use.class !== 'pod' || use.container === null) return use
    const { container, pod, workload } = use
    return {
      ...use,
      image: rewrittenContainers.includes(container.type) ? rewrittenImage(use, images) : use.image,
      pod:
        pod !== null && rewrittenKinds.includes(workload.kind)
          ? rewrittenPod(pod, pullSecrets)
          : pod
    }
  })
})
