import type { Check } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { grantReads } from '../../facts/arm-actions.ts'
import { asWritten, clusterText } from '../wording/wording.ts'

export const deployedOtherwise: Check = {
  id: 'deployed-otherwise',
  title: 'What deploys the image may deploy another',
  rationale: `A HelmRelease or an Argo CD Application may take values from a Secret, from a ConfigMap that is not in the
repository, or in a form that cannot be followed. Any of them may set another image, a pull secret or a service account, so the answer is unknown,
whether the image could be pulled with the values that are seen or not. So it is for every image where an object of Flux or Argo CD that deploys
other files is there and cannot be read.`,
  references: [
    {
      title: 'Flux: values references',
      url: 'https://fluxcd.io/flux/components/helm/helmreleases/#values-references'
    },
    {
      title: 'Argo CD: Helm',
      url: 'https://argo-cd.readthedocs.io/en/stable/user-guide/helm/'
    }
  ],
  causes: [],
  permissions: grantReads,
  words: ['deployed-otherwise'],
  *run({ verdicts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'deployed-otherwise'))
      yield {
        ...subjectOf(verdict),
        severity: 'unknown',
        message: `${verdict.image} on ${clusterText(verdict)} ${asWritten[cause.written]} as it is seen here, but ${cause.by}, so something else may be deployed`,
        remediation: [
          {
            description:
              'Keep what decides about images, pull secrets and service accounts in values of the repository, or pass what is deployed: the output of helm template.',
            command: null
          }
        ]
      }
  }
}
