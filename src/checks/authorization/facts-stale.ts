import { lineLocation } from '../../yaml/location.ts'
import type { Check } from '../check.ts'

export const factsStale: Check = {
  id: 'facts-stale',
  title: 'The facts file is old',
  rationale: `An offline run judges from what Azure said when the facts were collected. From 24 hours on that is worth a warning; beyond
\`--max-age\` (72 hours) the answers are treated as missing, so that an old file never passes a change that Azure would refuse today.`,
  references: [],
  causes: [],
  permissions: [],
  words: [],
  *run({ facts }) {
    for (const { subject, reason } of facts.coverage)
      if (reason.code === 'stale')
        yield {
          severity: 'warning',
          message: `${subject}: ${reason.message}`,
          remediation: [
            {
              description:
                'Collect the facts again where credentials are (acr-pull-check collect).',
              command: null
            }
          ],
          uses: [],
          locations: [lineLocation(subject)]
        }
  }
}
