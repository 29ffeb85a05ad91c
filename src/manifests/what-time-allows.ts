import { isOver, type RunTime } from '../base/run-time.ts'
import type { Manifests } from '../kubernetes/manifests.ts'
import { judgementCut } from './problem.ts'

/** Places that name an image, times clusters: so many verdicts take a second or two on any machine. */
const surelyInTime = 20_000
const sample = 5_000

/** The rest may be slower than the sample, and what was judged must still be told. */
const margin = 2

/**
 * The manifests with as many of their images as there is time to judge, by what a sample takes; what is left out is told as
 * not read.
 */
export function whatTimeAllows(
  manifests: Manifests,
  clusters: number,
  judge: (some: Manifests) => unknown,
  time: RunTime
): Manifests {
  const { uses } = manifests
  if (uses.length * clusters <= surelyInTime) return manifests
  const size = Math.max(1, Math.floor(sample / clusters))
  const before = time.left('judgement')
  judge({ ...manifests, uses: uses.slice(0, size) })
  if (isOver(time, 'judgement')) return firstImages(manifests, size)
  const left = time.left('judgement')
  return firstImages(manifests, Math.floor((left * size) / (margin * (before - left))))
}

function firstImages(manifests: Manifests, most: number): Manifests {
  const [first, ...others] = manifests.uses.slice(most)
  if (first === undefined) return manifests
  const cut = judgementCut(first.location.file, others.length + 1)
  return {
    ...manifests,
    uses: manifests.uses.slice(0, most),
    problems: [...manifests.problems, cut]
  }
}
