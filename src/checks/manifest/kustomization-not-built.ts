import { groupBy } from '../../base/group-by.ts'
import type { ManifestProblem, Manifests } from '../../kubernetes/manifests.ts'
import type { Check, FindingDraft, Remediation } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { imagesIn, only, subjectOfAll, type Written } from '../wording/several-verdicts.ts'
import { grantReads } from '../../facts/arm-actions.ts'
import { asWritten, clusterText } from '../wording/wording.ts'

const elsewise: readonly Remediation[] = [
  { description: 'Check what kustomize build prints.', command: null }
]

const remedyOf = (problem: ManifestProblem | null): readonly Remediation[] =>
  problem === null
    ? elsewise
    : [{ description: problem.remediation, command: problem.command ?? null }]

const unbuiltMessage = (kustomization: string, all: readonly Written[]): string => {
  const mayDeploy = `kustomization ${kustomization}, which was not built, may deploy something else`
  const [first, ...others] = all
  if (first === undefined || others.length > 0)
    return `${mayDeploy} than is written here of ${imagesIn(all)}`
  const { verdict, written } = first
  return `${verdict.image} on ${clusterText(verdict)} ${asWritten[written]} as it is written here, but ${mayDeploy}`
}

/** Where the build fails, that is the trouble; the images are what it hides. */
const draftOf = (
  kustomization: string,
  all: readonly Written[],
  problem: ManifestProblem | null
): FindingDraft => {
  const verdicts = all.map(({ verdict }) => verdict)
  const subject = only(verdicts)
  const common = subject === undefined ? subjectOfAll(verdicts) : subjectOf(subject)
  const remediation = remedyOf(problem)
  if (problem?.notBuilt?.isFault !== true)
    return {
      ...common,
      severity: 'unknown',
      message: unbuiltMessage(kustomization, all),
      remediation
    }
  return {
    ...common,
    severity: 'unknown',
    message: `${problem.message}; what it deploys of ${imagesIn(all)} is not known`,
    remediation,
    locations: [problem.location, ...common.uses.map(({ location }) => location)]
  }
}

const problemOf = ({ problems }: Manifests, kustomization: string): ManifestProblem | null =>
  problems.find(({ notBuilt }) => notBuilt?.kustomizations.includes(kustomization) === true) ?? null

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
  *run({ verdicts, manifests }) {
    const open = [...verdictsBecause(verdicts, 'kustomization-not-built')]
    for (const [kustomization, same] of groupBy(open, ({ cause }) => cause.kustomization)) {
      const all = same.map(({ verdict, cause }) => ({ verdict, written: cause.written }))
      yield draftOf(kustomization, all, problemOf(manifests, kustomization))
    }
  }
}
