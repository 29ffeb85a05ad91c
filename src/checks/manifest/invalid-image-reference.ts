import type { ImageUse } from '../../kubernetes/images/image-use.ts'
import type { Manifests } from '../../kubernetes/manifests.ts'
import type { Check } from '../check.ts'

type InvalidUse = {
  readonly text: string
  readonly reason: string
  readonly uses: readonly ImageUse[]
}

function invalidTexts(manifests: Manifests): readonly InvalidUse[] {
  const found = new Map<string, { text: string; reason: string; uses: ImageUse[] }>()
  for (const use of manifests.uses) {
    if (use.image.kind !== 'invalid') continue
    const entry = found.get(use.image.text) ?? { ...use.image, uses: [] }
    entry.uses.push(use)
    found.set(use.image.text, entry)
  }
  return [...found.values()]
}

export const invalidImageReference: Check = {
  id: 'invalid-image-reference',
  title: 'The text is no image reference',
  rationale: `The kubelet parses the reference before it pulls anything and reports \`InvalidImageName\`. Upper case in the repository,
a scheme such as \`https://\`, blanks and empty parts are the usual slips. The grammar is the one of the distribution project, which containerd uses.`,
  references: [
    {
      title: 'distribution/reference: grammar of image references',
      url: 'https://pkg.go.dev/github.com/distribution/reference'
    }
  ],
  causes: ['N10'],
  permissions: [],
  isAboutTag: true,
  words: [],
  *run({ manifests }) {
    for (const { text, reason, uses } of invalidTexts(manifests))
      yield {
        severity: 'error',
        message: `'${text}' is no image reference: ${reason}`,
        remediation: [
          {
            description:
              'Write HOST/REPOSITORY:TAG or HOST/REPOSITORY@DIGEST, all lower case before the tag.',
            command: null
          }
        ],
        uses,
        image: text
      }
  }
}
