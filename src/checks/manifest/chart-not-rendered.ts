import { groupBy, type Group } from '../../base/group-by.ts'
import { memoize } from '../../base/memoize.ts'
import { counted, listStart } from '../../base/sentences.ts'
import type { Manifests } from '../../kubernetes/manifests.ts'
import type { Check, FindingDraft } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { imagesIn, subjectOfAll, type Written } from '../wording/several-verdicts.ts'
import { grantReads } from '../../facts/arm-actions.ts'
import { asWritten, clusterText } from '../wording/wording.ts'

/** By what keeps it from being rendered, which is told by itself where it is a fault of the chart. */
const cureOf = ({ problems }: Manifests, chart: string): string => {
  const problem = problems.find(({ notBuilt }) => notBuilt?.charts?.includes(chart) === true)
  return problem === undefined || problem.notBuilt?.isFault === true
    ? 'Mend what keeps Helm from rendering the chart (render-failed says what), or pass the output of helm template.'
    : problem.remediation
}

const mostCharts = 3

/** However many images stand in charts that fail for one reason, there is one thing to do. */
function together(
  all: Group<Written & { readonly chart: string; readonly cure: string }>
): FindingDraft {
  const [{ verdict, written, chart, cure }, ...others] = all
  const remediation = [{ description: cure, command: null }]
  if (others.length === 0)
    return {
      ...subjectOf(verdict),
      severity: 'unknown',
      message: `${verdict.image} on ${clusterText(verdict)} ${asWritten[written]} as it is written here, but chart ${chart}, which was not rendered, may deploy something else`,
      remediation
    }
  const charts = [...new Set(all.map(each => each.chart))]
  const images = new Set(all.map(each => each.verdict.image)).size
  return {
    ...subjectOfAll(all.map(each => each.verdict)),
    severity: 'unknown',
    message: `${counted(charts.length, 'chart')} (${listStart(charts, mostCharts)}), which ${charts.length === 1 ? 'was' : 'were'} not rendered, may deploy something else than is written here of ${counted(images, 'image')}: ${imagesIn(all)}`,
    remediation
  }
}

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
  *run({ verdicts, manifests }) {
    const cureFor = memoize((chart: string) => cureOf(manifests, chart))
    const open = [...verdictsBecause(verdicts, 'chart-not-rendered')].map(({ verdict, cause }) => ({
      verdict,
      written: cause.written,
      chart: cause.chart,
      cure: cureFor(cause.chart)
    }))
    for (const same of groupBy(open, ({ cure }) => cure).values()) yield together(same)
  }
}
