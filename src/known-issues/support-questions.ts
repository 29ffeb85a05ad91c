import type { Cluster, Facts } from '../facts/facts.ts'
import type { RelatedResourceQuestion } from '../facts/related-resources/index.ts'
import { parseKubernetesVersion } from '../kubernetes/kubernetes-version.ts'
import { planOf, supportOf } from './support.ts'

const isPastCalendar = (cluster: Cluster, date: string): boolean =>
  cluster.nodePools.some(({ kubernetesVersion }) => {
    const version = parseKubernetesVersion(kubernetesVersion)
    return version !== null && supportOf(version.minor, date, planOf(cluster)).kind === 'ended'
  })

/**
 * Where the calendar that ships with this program says that support has ended, AKS itself is asked what it still offers: it
 * moves ends, and the program grows old. A thorough run always asks.
 */
export const supportQuestions = (
  { clusters, collectedAt }: Facts,
  thorough: boolean
): readonly RelatedResourceQuestion[] =>
  clusters.flatMap(({ answer }): readonly RelatedResourceQuestion[] =>
    answer.known && (thorough || isPastCalendar(answer.value, collectedAt))
      ? [
          {
            kind: 'offeredVersions',
            subscriptionId: answer.value.subscriptionId,
            location: answer.value.location
          }
        ]
      : []
  )
