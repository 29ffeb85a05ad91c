import type { ImageUse } from '../../kubernetes/images/image-use.ts'
import { variableNameIn } from '../../kubernetes/placeholders/placeholders.ts'
import { chartValuesIn, setValues } from '../../kubernetes/images/chart-values.ts'
import type { Check, FindingDraft } from '../check.ts'
import type { Verdict } from '../../pulls/verdict.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { clusterText } from '../wording/wording.ts'

type Said = Pick<FindingDraft, 'severity' | 'message' | 'remediation'>

/** What `--var` takes for a name. */
const variable = /^[\w.][\w.-]*$/

const placeholder = ({ text, placeholder: open }: { text: string; placeholder: string }): Said => {
  const name = variableNameIn(open)
  return {
    severity: 'note',
    message: `'${text}' cannot be checked: nothing says what ${open} stands for`,
    remediation: [
      {
        description: variable.test(name)
          ? `Pass its value: --var '${name}=VALUE' (action input variables).`
          : `Write in its place what is deployed, or a name without blanks, and pass that: --var NAME=VALUE (action input variables).`,
        command: null
      }
    ]
  }
}

/** The chart is not deployed as it lies there: somebody sets its values. null: the image comes from no chart. */
const openInChart = ({ origin }: ImageUse, text: string): Said | null => {
  const keys = chartValuesIn(text)
  if (origin?.renderer !== 'chart' || keys.length === 0) return null
  return {
    severity: 'unknown',
    message: `'${text}' cannot be judged: the values of chart ${origin.path} leave ${keys.join(' and ')} empty`,
    remediation: [
      {
        description: setValues(origin.path, keys),
        command: null
      }
    ]
  }
}

const assumedDefault = (verdict: Verdict, placeholders: readonly string[]): FindingDraft => {
  const names = placeholders.map(variableNameIn)
  return {
    ...subjectOf(verdict),
    severity: 'unknown',
    message: `${verdict.image} on ${clusterText(verdict)} cannot be judged: the default of ${placeholders.join(' and ')} is deployed only where nobody sets ${names.join(' and ')}`,
    remediation: [
      {
        description: `Pass the value that is deployed: ${names.map(name => `--var '${name}=VALUE'`).join(' ')} (action input variables).`,
        command: null
      }
    ]
  }
}

export const imageHostPlaceholder: Check = {
  id: 'image-host-placeholder',
  title: 'A placeholder hides the registry',
  rationale: `The deployment fills this text in later, so what will be pulled is not known here. Give the value, and the image is
checked like any other; a placeholder in the tag alone does not stop the check.

A default (\`\${REGISTRY:-contoso.azurecr.io}\`) is what is deployed only where nobody sets the variable, so the answer is unknown until \`--var\` says so, or a Flux
Kustomization in sight whose values can all be read.

Of a chart it is a value that is empty where nobody sets it: what is deployed has another, so the image is unknown until you pass it.`,
  references: [],
  causes: ['N10'],
  permissions: [],
  isAboutTag: true,
  words: ['default-assumed'],
  *run({ manifests, verdicts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'default-assumed'))
      yield assumedDefault(verdict, cause.placeholders)
    for (const use of manifests.uses)
      if (use.image.kind === 'unresolved')
        yield {
          ...(openInChart(use, use.image.text) ?? placeholder(use.image)),
          uses: [use],
          image: use.image.text
        }
  }
}
