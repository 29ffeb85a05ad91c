import type { Check } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { grantReads } from '../../facts/arm-actions.ts'
import { asWritten, clusterText } from '../wording/wording.ts'

export const kustomizationNotBuilt: Check = {
  id: 'kustomization-not-built',
  title: 'A kustomization that may change the image was not built',
  rationale: `What the file says is not what is deployed: a kustomization that includes it renames images or patches pods,
so what it deploys may be another image, or a pod with a pull secret. It was not built: rendering is off, kustomize is not installed, or the
build fails. Only what it builds tells what is deployed, so the answer is unknown, whether the image could be pulled as it is written or not. A
kustomization that does neither, such as one that sets tags or labels, leaves the answer as it is.`,
  references: [
    {
      title: 'Kustomize: images',
      url: 'https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/'
    }
  ],
  causes: [],
  permissions: grantReads,
  words: ['kustomization-not-built'],
  *run({ verdicts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'kustomization-not-built'))
      yield {
        ...subjectOf(verdict),
        severity: 'unknown',
        message: `${verdict.image} on ${clusterText(verdict)} ${asWritten[cause.written]} as it is written here, but kustomization ${cause.kustomization}, which was not built, may deploy something else`,
        remediation: [
          {
            description:
              'Leave out --no-render (action input render: false) where the repository is trusted, with kustomize or kubectl on PATH, or check what kustomize build prints.',
            command: null
          }
        ]
      }
  }
}
