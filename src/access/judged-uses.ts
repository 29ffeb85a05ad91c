import { groupBy, type Group } from '../base/group-by.ts'
import { sameness } from '../base/sameness.ts'
import { imageKey } from '../kubernetes/images/parsed-image.ts'
import type { ImageUse } from '../kubernetes/images/image-use.ts'
import type { ManifestProblem, Manifests } from '../kubernetes/manifests.ts'
import { tooManyPulls, tooManySecrets } from '../kubernetes/problems.ts'
import { lookUpsFor, secretNamesFor } from './credentials/pod-credentials.ts'
import { indexManifests, type ManifestsIndex } from './manifests-index.ts'
import { contextOf, isPulled, type ReferenceUse } from './pull-requests.ts'

/** What one run judges, so that neither time nor memory has no end. Repositories of ten thousand files have a twentieth. */
export const bounds = {
  /** Images, each as often as pods of another kind pull it. */
  pulls: 20_000,
  /** Of all clusters together. */
  verdicts: 100_000,
  /** However many clusters there are. */
  pullsAnyway: 100,
  /** Pull secrets with their entries, and bindings, looked through for all pulls together. */
  lookUps: 500_000,
  secretsOfPod: 100
} as const

type Answer = 'judged' | 'too-many-secrets' | 'beyond'

const mostPulls = (clusters: number): number =>
  Math.max(bounds.pullsAnyway, Math.min(bounds.pulls, Math.floor(bounds.verdicts / clusters)))

/** Decides for each pull, in order of first appearance, whether it is within the bounds. */
class PullBudget {
  private pulls: number
  private lookUps: number = bounds.lookUps
  private readonly objects: ManifestsIndex
  private readonly numberOf = sameness()
  private readonly answers = new Map<string, Answer>()

  constructor(objects: ManifestsIndex, clusters: number) {
    this.objects = objects
    this.pulls = mostPulls(clusters)
  }

  answerFor(use: ReferenceUse): Answer {
    const context = contextOf(use, this.objects, this.numberOf)
    const key = `${imageKey(use.image)} ${context}`
    const earlier = this.answers.get(key)
    if (earlier !== undefined) return earlier
    const answer = this.decide(use)
    this.answers.set(key, answer)
    return answer
  }

  private decide(use: ReferenceUse): Answer {
    if (this.pulls <= 0 || this.lookUps <= 0) return 'beyond'
    if (secretNamesFor(use, this.objects).length > bounds.secretsOfPod) return 'too-many-secrets'
    this.pulls--
    this.lookUps -= lookUpsFor(use, this.objects)
    return 'judged'
  }
}

const inEachFile = (
  uses: readonly ImageUse[],
  problemOf: (uses: Group<ImageUse>) => ManifestProblem
): readonly ManifestProblem[] =>
  [...groupBy(uses, ({ location }) => location.file).values()].map(problemOf)

/**
 * The manifests with those uses that one run judges on so many clusters; of the others the report says that they were not
 * read. What nobody pulls costs no verdict, and stays.
 */
export function judgedUses(manifests: Manifests, clusters: number): Manifests {
  const budget = new PullBudget(indexManifests(manifests), Math.max(clusters, 1))
  const answers = groupBy(manifests.uses, use =>
    isPulled(manifests)(use) ? budget.answerFor(use) : 'judged'
  )
  const beyond = answers.get('beyond') ?? []
  const overloaded = answers.get('too-many-secrets') ?? []
  if (beyond.length + overloaded.length === 0) return manifests
  return {
    ...manifests,
    uses: answers.get('judged') ?? [],
    problems: [
      ...manifests.problems,
      ...inEachFile(overloaded, uses => tooManySecrets(bounds.secretsOfPod, uses)),
      ...inEachFile(beyond, tooManyPulls)
    ]
  }
}
