import { groupBy } from '../../base/group-by.ts'
import type { ImageUse } from '../../kubernetes/images/image-use.ts'
import { isSurelyPulled } from '../../kubernetes/images/image-class.ts'
import { lookedUpPulls } from '../../pulls/looked-up.ts'
import { placeholdersIn } from '../../kubernetes/placeholders/placeholders.ts'
import type { Check } from '../check.ts'

/** What is written, and not what a placeholder stands for. */
const namesNoVersion = ({ image }: ImageUse): boolean =>
  image.kind === 'reference' &&
  image.reference.tag === null &&
  image.reference.digest === null &&
  placeholdersIn(image.text).length === 0

export const imageWithoutTag: Check = {
  id: 'image-without-tag',
  title: 'The image has no tag, so that the node asks for latest',
  rationale: `A reference without tag and digest means the tag \`latest\` (kubernetes, \`applyDefaultImageTag\`). A registry has that tag only if somebody pushed it; pipelines that push a build number do
not. The node then gets \`not found\`, or, because the anonymous attempt comes last, \`401 Unauthorized\`, which looks like a missing grant. A note, because the tag may be there.`,
  references: [
    {
      title: 'Kubernetes: images (image names)',
      url: 'https://kubernetes.io/docs/concepts/containers/images/#image-names'
    },
    {
      title: 'Tag and version container images',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-image-tag-version'
    }
  ],
  causes: ['N2'],
  permissions: [],
  words: [],
  *run({ verdicts, pulls }) {
    const lookedUp = new Set(
      lookedUpPulls(pulls).flatMap(({ found, access }) => (found.known ? access.uses : []))
    )
    const uses = new Set(
      verdicts.flatMap(verdict => verdict.uses).filter(use => !lookedUp.has(use))
    )
    const untagged = [...uses].filter(use => isSurelyPulled(use) && namesNoVersion(use))
    for (const [image, alike] of groupBy(untagged, use => use.image.text))
      yield {
        severity: 'note',
        message: `${image} has no tag, so nodes ask the registry for ${image}:latest, which it has only if somebody pushed that tag`,
        remediation: [
          { description: 'Write the tag or the digest that was pushed.', command: null }
        ],
        uses: alike,
        image
      }
  }
}
