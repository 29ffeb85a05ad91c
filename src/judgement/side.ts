import { checks } from '../checks/index.ts'
import type { ImageUse } from '../kubernetes/images/image-use.ts'
import { choosesNone } from '../base/cluster-choice.ts'
import type { Manifests, TargetPart } from '../kubernetes/manifests.ts'
import { foundIn, type JudgedRun, verdictsOf } from './judged-run.ts'
import type { LookupPolicy } from '../pulls/lookup-policy.ts'
import type { Verdict } from '../pulls/verdict.ts'
import type { Gap, ImageList, ReportImage } from '../reports/report.ts'
import { foundBy, type SeverityLimits } from './findings.ts'
import type { Found } from './found.ts'
import { imageList } from './image-list.ts'
import type { CheckSeverity } from '../settings/severity-limits.ts'

/** What one state of the manifests comes to: that of the run, or that of the base. */
export type Side = {
  readonly judged: JudgedRun
  readonly verdicts: readonly Verdict[]
  readonly found: readonly Found[]
  readonly list: ImageList
  /** Images in places that a kubelet takes them from, surely or probably, and of which no verdict speaks. */
  readonly unjudged: ReadonlySet<string>
}

export type SeverityPolicy = {
  readonly classSeverity: SeverityLimits
  /** Of single checks, by id. */
  readonly checkSeverity: CheckSeverity
}

/** What is needed to judge one side. */
export type SidePolicy = SeverityPolicy & {
  /** What the absence of an answer from a registry means; absent: what it is by default. */
  readonly lookup?: LookupPolicy
}

/** A host of another form, or of another cloud, is said to be no registry of Azure only where no verdict speaks of it. */
function judgedAsAzure(
  images: readonly ReportImage[],
  verdicts: readonly Verdict[]
): readonly ReportImage[] {
  const judged = new Set(verdicts.map(({ image }) => image))
  return images.map(image =>
    judged.has(image.reference) ? { ...image, registryKind: 'acr' } : image
  )
}

function listOf(
  { manifests, facts }: JudgedRun,
  verdicts: readonly Verdict[],
  lookup: LookupPolicy | undefined,
  gaps: readonly Gap[]
): ImageList {
  const hosts = facts.registries.map(registry => registry.host)
  const read = imageList(
    manifests,
    [...facts.cloud.registrySuffixes, ...hosts],
    facts.images,
    lookup
  )
  return {
    ...read,
    images: judgedAsAzure(read.images, verdicts),
    coverage: [...gaps, ...read.coverage]
  }
}

type Seen = {
  readonly manifests: Manifests
  readonly list: ImageList
  readonly verdicts: readonly Verdict[]
}

/** A mention is for nobody to pull, and with the policy Never nothing is pulled. */
const isPulled = ({ class: imageClass, pullPolicy }: ImageUse): boolean =>
  imageClass !== 'mention' && pullPolicy !== 'Never'

/** Places whose images go to some cluster; where nothing was judged at all, those count too that are said to go to none. */
const placesToJudge = ({ manifests, verdicts }: Seen): readonly ImageUse[] =>
  manifests.parts
    ?.filter(part => !goesNowhere(part) || verdicts.length === 0)
    .flatMap(({ uses }) => uses) ?? manifests.uses

const goesNowhere = ({ target }: TargetPart): boolean =>
  target !== null && choosesNone(target.choice)

/** Images in places that a kubelet takes them from, surely or probably, and of which no verdict speaks. */
function unjudgedIn(seen: Seen): ReadonlySet<string> {
  const { manifests, list, verdicts } = seen
  const ofOthers = new Set(
    list.images.filter(image => image.registryKind === 'other').map(image => image.reference)
  )
  const open = placesToJudge(seen)
    .filter(use => isPulled(use) && !ofOthers.has(use.image.text))
    .filter(isUnjudged(manifests, verdicts))
    .map(({ image }) => image.text)
  const withoutText = manifests.problems.filter(({ check }) => check === 'image-not-text')
  // Which of a file it is, nobody can say but by its number.
  return new Set([...open, ...withoutText.map((_, index) => `no text, number ${index}`)])
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

/** @param gaps what was not read besides the manifests */
export function sideOf(
  judged: JudgedRun,
  { classSeverity, checkSeverity, lookup }: SidePolicy,
  gaps: readonly Gap[]
): Side {
  const { manifests } = judged
  const verdicts = verdictsOf(judged)
  const list = listOf(judged, verdicts, lookup, gaps)
  return {
    judged,
    verdicts,
    found: foundIn(judged, checks, part => foundBy(checks, part, classSeverity, checkSeverity)),
    list,
    unjudged: unjudgedIn({ manifests, list, verdicts })
  }
}
