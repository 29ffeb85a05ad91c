import type { Verdict } from '../pulls/verdict.ts'
import type { Finding } from '../checks/check.ts'
import type { Facts } from '../facts/facts.ts'
import type { ImageUse } from '../kubernetes/images/image-use.ts'
import { choosesNone } from '../base/cluster-choice.ts'
import type { Manifests, TargetPart } from '../kubernetes/manifests.ts'
import type { ImageList, Summary } from '../reports/report.ts'
import type { FailOn } from '../settings/inputs.ts'
import { conclusionOf, notFailedBecause, type Evidence } from './conclusion.ts'

/** All that a summary counts. */
export type Judged = {
  readonly manifests: Manifests
  readonly facts: Facts
  readonly list: ImageList
  readonly verdicts: readonly Verdict[]
  readonly findings: readonly Finding[]
}

const count = <T>(items: readonly T[], test: (item: T) => boolean): number =>
  items.filter(test).length

/** A mention is for nobody to pull, and with the policy Never nothing is pulled. */
const isPulled = ({ class: imageClass, pullPolicy }: ImageUse): boolean =>
  imageClass !== 'mention' && pullPolicy !== 'Never'

/** Places whose images go to some cluster; where nothing was judged at all, those count too that are said to go to none. */
const placesToJudge = ({ manifests, verdicts }: Judged): readonly ImageUse[] =>
  manifests.parts
    ?.filter(part => !goesNowhere(part) || verdicts.length === 0)
    .flatMap(({ uses }) => uses) ?? manifests.uses

const goesNowhere = ({ target }: TargetPart): boolean =>
  target !== null && choosesNone(target.choice)

/** Images in places that a kubelet takes them from, surely or probably, and of which no verdict speaks. */
function unjudgedImages(judged: Judged): number {
  const { manifests, list, verdicts } = judged
  const ofOthers = new Set(
    list.images.filter(image => image.registryKind === 'other').map(image => image.reference)
  )
  const open = placesToJudge(judged)
    .filter(use => isPulled(use) && !ofOthers.has(use.image.text))
    .filter(isUnjudged(manifests, verdicts))
    .map(({ image }) => image.text)
  const withoutText = count(manifests.problems, ({ check }) => check === 'image-not-text')
  return new Set(open).size + withoutText
}

/** With targets the same image may be judged at one place and not at another. */
function isUnjudged(
  { parts }: Manifests,
  verdicts: readonly Verdict[]
): (use: ImageUse) => boolean {
  if (parts === undefined) {
    const texts = new Set(verdicts.map(({ image }) => image))
    return ({ image }) => !texts.has(image.text)
  }
  const uses = new Set(verdicts.flatMap(verdict => verdict.uses))
  return use => !uses.has(use)
}

export function summarise(judged: Judged, failOn: FailOn): Summary {
  const { manifests, facts, list, verdicts, findings } = judged
  const results = (result: Verdict['result']) =>
    count(verdicts, verdict => verdict.result === result)
  const severities = (severity: Finding['severity']) =>
    count(findings, finding => finding.severity === severity)
  const evidence: Evidence = {
    verdicts,
    findings,
    unjudged: unjudgedImages(judged),
    unread: list.coverage.length,
    uses: manifests.uses.length
  }
  return {
    conclusion: conclusionOf(evidence, failOn),
    notFailed: notFailedBecause(evidence, failOn),
    files: manifests.files,
    images: list.images.length,
    unjudged: evidence.unjudged,
    registries: new Set(
      list.images.filter(image => image.registryKind === 'acr').map(image => image.registry)
    ).size,
    clusters: facts.clusters.length,
    verdicts: { pull: results('pull'), 'no-pull': results('no-pull'), unknown: results('unknown') },
    findings: {
      error: severities('error'),
      warning: severities('warning'),
      note: severities('note'),
      unknown: severities('unknown')
    }
  }
}
