import type { Verdict } from '../pulls/verdict.ts'
import type { Finding } from '../checks/check.ts'
import type { Facts } from '../facts/facts.ts'
import type { ImageUse } from '../kubernetes/images/image-use.ts'
import type { Manifests } from '../kubernetes/manifests.ts'
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

/** Images in places that a kubelet takes them from, surely or probably, and of which no verdict speaks. */
function unjudgedImages({ manifests, list, verdicts }: Judged): number {
  const judged = new Set(verdicts.map(({ image }) => image))
  const ofOthers = new Set(
    list.images.filter(image => image.registryKind === 'other').map(image => image.reference)
  )
  const open = manifests.uses
    .filter(isPulled)
    .map(({ image }) => image.text)
    .filter(text => !judged.has(text) && !ofOthers.has(text))
  const withoutText = count(manifests.problems, ({ check }) => check === 'image-not-text')
  return new Set(open).size + withoutText
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
