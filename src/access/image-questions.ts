import type { ImageQuestion } from '../facts/images.ts'
import { pulledReference } from '../kubernetes/images/pulled-reference.ts'
import type { RequestedImage } from './pull-requests.ts'

/** A pull request writes the images: beyond this many they stay not looked up. */
const mostImages = 2_000

/** What registries of this cloud are asked about the images, each question once. */
export function imageQuestions(images: readonly RequestedImage[]): readonly ImageQuestion[] {
  const questions = images.flatMap(({ text, reference, host }): readonly ImageQuestion[] => {
    if (!host.ownCloud || host.notServed !== null) return []
    const asked = pulledReference({ kind: 'reference', text, reference })
    const { repository } = reference
    return asked === null ? [] : [{ registry: host.host, repository, reference: asked }]
  })
  return [...new Map(questions.map(each => [JSON.stringify(each), each])).values()].slice(
    0,
    mostImages
  )
}
