import { groupBy } from '../../base/group-by.ts'
import type { Check } from '../check.ts'

export const pullPolicyNever: Check = {
  id: 'pull-policy-never',
  title: 'The image is never pulled',
  rationale: `With \`imagePullPolicy: Never\` the kubelet starts a container only if the node already has the image, and says
\`ErrImageNeverPull\` otherwise. On AKS nodes come and go with every upgrade, scale-out and repair, and a new one has no copy. A grant on the registry changes
nothing about that. It is a note, because something else may bring the image to the nodes, such as an ImagePullJob or an image of your own for the nodes.`,
  references: [
    {
      title: 'Kubernetes: images (image pull policy)',
      url: 'https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy'
    }
  ],
  causes: ['N11'],
  permissions: [],
  words: [],
  *run({ manifests }) {
    const never = manifests.uses.filter(use => use.pullPolicy === 'Never')
    for (const [image, uses] of groupBy(never, use => use.image.text))
      yield {
        severity: 'note',
        message: `${image} is never pulled: imagePullPolicy is Never, so the pod starts only on a node that has the image already`,
        remediation: [{ description: 'Use IfNotPresent.', command: null }],
        uses,
        image
      }
  }
}
