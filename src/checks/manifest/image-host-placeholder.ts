import { variableNameIn } from '../../kubernetes/placeholders/placeholders.ts'
import type { Check } from '../check.ts'

export const imageHostPlaceholder: Check = {
  id: 'image-host-placeholder',
  title: 'A placeholder hides the registry',
  rationale: `The deployment fills this text in later, so what will be pulled is not known here. Give the value, and the image is
checked like any other; a placeholder in the tag alone does not stop the check.`,
  references: [],
  causes: ['N10'],
  permissions: [],
  words: [],
  *run({ manifests }) {
    for (const use of manifests.uses)
      if (use.image.kind === 'unresolved')
        yield {
          severity: 'note',
          message: `'${use.image.text}' cannot be checked: nothing says what ${use.image.placeholder} stands for`,
          remediation: [
            {
              description: `Pass its value: --var '${variableNameIn(use.image.placeholder)}=VALUE' (action input variables).`,
              command: null
            }
          ],
          uses: [use],
          image: use.image.text
        }
  }
}
