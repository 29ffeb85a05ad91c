import type { Check } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { grantReads } from '../../facts/arm-actions.ts'
import { asWritten, clusterText } from '../wording/wording.ts'

export const chartNotRendered: Check = {
  id: 'chart-not-rendered',
  title: 'A chart that may change the image was not rendered',
  rationale: `What stands in a chart is not what is deployed: other values, pull secrets and service accounts come in when Helm
renders it. It was not rendered: rendering is off, Helm is not installed, or the chart does not render. Only what it renders tells what is deployed,
so the answer is unknown, whether the image could be pulled as it is written or not.`,
  references: [
    {
      title: 'Helm: values files',
      url: 'https://helm.sh/docs/chart_template_guide/values_files/'
    }
  ],
  causes: [],
  permissions: grantReads,
  words: ['chart-not-rendered'],
  *run({ verdicts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'chart-not-rendered'))
      yield {
        ...subjectOf(verdict),
        severity: 'unknown',
        message: `${verdict.image} on ${clusterText(verdict)} ${asWritten[cause.written]} as it is written here, but chart ${cause.chart}, which was not rendered, may deploy something else`,
        remediation: [
          {
            description:
              'Leave out --no-render (action input render: false) where the repository is trusted, with helm on PATH, or pass the output of helm template.',
            command: null
          }
        ]
      }
  }
}
