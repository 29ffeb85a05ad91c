import { groupBy } from '../../base/group-by.ts'
import type { ManifestProblem, ManifestProblemKind } from '../../kubernetes/manifests.ts'
import type { Check, CheckContext, FindingDraft } from '../check.ts'
import { verdictsBecause } from '../wording/from-verdicts.ts'

type Told = (context: CheckContext, problem: ManifestProblem) => boolean

/** One finding for one cause, whatever the number of files: the commands of several are left to the coverage. */
const together = (
  problems: readonly [ManifestProblem, ...(readonly ManifestProblem[])]
): FindingDraft => {
  const [{ severity, message, alike, remediation, alikeRemediation, command }] = problems
  const same = new Set(problems.map(problem => problem.message)).size === 1
  return {
    severity,
    message: same || alike === undefined ? message : `${problems.length} ${alike}`,
    remediation: [
      {
        description: same ? remediation : (alikeRemediation ?? remediation),
        command: same ? (command ?? null) : null
      }
    ],
    uses: [],
    locations: problems.map(({ location }) => location)
  }
}

const causeOf = ({
  severity,
  message,
  alike,
  remediation,
  alikeRemediation
}: ManifestProblem): string =>
  JSON.stringify([severity, alike ?? message, alikeRemediation ?? remediation])

type Telling = {
  readonly causes: readonly string[]
  readonly isToldElsewhere: Told
  /** Whether what many files share is one finding; else each place is corrected by itself. */
  readonly groups: boolean
}

/** Problems are found where files are read; here they get their documentation. */
const problemCheck = (
  id: ManifestProblemKind,
  title: string,
  rationale: string,
  { causes = [], isToldElsewhere = () => false, groups = false }: Partial<Telling> = {}
): Check => ({
  id,
  title,
  rationale,
  references: [],
  causes,
  permissions: [],
  words: [],
  *run(context) {
    const problems = context.manifests.problems.filter(
      problem => problem.check === id && !isToldElsewhere(context, problem)
    )
    const parts = groups
      ? [...groupBy(problems, causeOf).values()]
      : problems.map(problem => [problem] as const)
    for (const part of parts) yield together(part)
  }
})

/** A kustomization that hides images is told with them (kustomization-not-built). */
const isToldWithImages: Told = ({ verdicts }, { notBuilt }) =>
  notBuilt?.isAll === true &&
  [...verdictsBecause(verdicts, 'kustomization-not-built')].some(({ cause }) =>
    notBuilt.kustomizations.includes(cause.kustomization)
  )

export const manifestUnreadable = problemCheck(
  'manifest-unreadable',
  'A file was refused',
  `Files that are too large, no UTF-8 text, or behind a link that leaves the workspace are not read. Nothing is known about images in them.`,
  { groups: true }
)

export const manifestInvalid = problemCheck(
  'manifest-invalid',
  'kubectl would refuse this document',
  `The document is no YAML as kubectl reads it (sigs.k8s.io/yaml). The other documents of the file are still judged.`
)

export const renderFailed = problemCheck(
  'render-failed',
  'A chart or kustomization could not be rendered',
  `Charts and kustomizations are rendered with the real \`helm\` and \`kustomize\`, as the deployment does. Where that fails, or is switched off,
the images in them are not known; plain files beside them are still judged.

What a kustomization would take from the network is left out unless \`--remote-bases\` allows it: the rest is built, and what is left out is unknown.
A chart that does not take the Kubernetes that Helm was built with is rendered for the newest one of AKS that it takes, and a note says so.`,
  { isToldElsewhere: isToldWithImages, groups: true }
)

export const duplicateImageKey = problemCheck(
  'duplicate-image-key',
  'The image is written twice',
  `kubectl silently takes the last of two equal keys; kustomize refuses the file. One of the two images is not the one that runs.`
)

export const imageNotText = problemCheck(
  'image-not-text',
  'The image is not a text',
  `YAML reads an unquoted \`#{TOKEN}#\` as a comment, so the image is empty, and an unquoted \`1.10\` as the number 1.1. The API server refuses both.`,
  { causes: ['N10'] }
)

export const noTarget = problemCheck(
  'no-target',
  'It goes to no cluster that is judged',
  `With \`targets\` in the settings file each manifest is judged on the clusters that it goes to, and on no other. A file that no target names is judged nowhere, and
so is a target whose clusters are not among those of the run: what stands there is listed, gets no verdict, and the run is no \`pass\`. A target with \`clusters: []\`
says that its files go to no cluster. Where the facts do not tell the tags or fleets of a cluster that a target asks for, nothing is judged on it.`
)

export const liveObjects = problemCheck(
  'live-objects',
  'Objects of a cluster that others control',
  `What \`kubectl get … -o yaml\` prints of a running cluster says many things several times: a pod what its ReplicaSet says, the ReplicaSet what its Deployment says, old revisions
with 0 replicas what nobody runs any more, and kubectl's own annotation what was applied. Each is judged once, at the object that somebody writes. An image that
an object has and its controller has not, such as that of a sidecar, is judged at the object; pull secrets and images that were changed at admission leave the controller's pulls open.`
)
