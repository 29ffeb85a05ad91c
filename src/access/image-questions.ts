import type { ImageQuestion } from '../facts/images.ts'
import type { ImageReference } from '../kubernetes/images/image-reference.ts'
import { parseImage } from '../kubernetes/images/parsed-image.ts'
import { pulledReference } from '../kubernetes/images/pulled-reference.ts'
import { isAzureRegistryHost, registryHost } from '../kubernetes/images/registry-host.ts'
import type { RequestedImage } from './pull-requests.ts'

/** A pull request writes the images: beyond this many they stay not looked up. */
const mostImages = 2_000

/** What registries of this cloud are asked about the images, each question once; those that somebody named come first. */
export function imageQuestions(
  named: readonly ImageQuestion[],
  images: readonly RequestedImage[]
): readonly ImageQuestion[] {
  const questions = images.flatMap(({ text, reference, host }): readonly ImageQuestion[] =>
    host.ownCloud && host.notServed === null ? questionAbout(text, reference, host.host) : []
  )
  const distinct = new Map([...named, ...questions].map(each => [JSON.stringify(each), each]))
  return [...distinct.values()].slice(0, mostImages)
}

/** What a text that somebody names as an image is asked by; null: no image of a registry of this cloud. */
export function questionNamed(text: string, suffixes: readonly string[]): ImageQuestion | null {
  const image = parseImage(text, {})
  if (image.kind !== 'reference') return null
  const host = registryHost(image.reference)
  if (!isAzureRegistryHost(host, suffixes)) return null
  const [question] = questionAbout(text, image.reference, host)
  return question ?? null
}

function questionAbout(
  text: string,
  reference: ImageReference,
  registry: string
): readonly ImageQuestion[] {
  const asked = pulledReference({ kind: 'reference', text, reference })
  return asked === null ? [] : [{ registry, repository: reference.repository, reference: asked }]
}
