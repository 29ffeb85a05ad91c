import type { Fact } from '../facts/fact.ts'
import type { ImageAnswer, ImageState, Platform } from '../facts/images.ts'
import type { ParsedImage } from '../kubernetes/images/parsed-image.ts'
import { pulledReference } from '../kubernetes/images/pulled-reference.ts'
import { registryHost } from '../kubernetes/images/registry-host.ts'
import { imageAnswerTo } from '../pulls/looked-up.ts'
import { isExpected, type LookupPolicy } from '../pulls/lookup-policy.ts'
import type { ImageLookup } from '../reports/report.ts'

const nothing = {
  reason: null,
  digest: null,
  kind: null,
  platforms: [],
  size: null,
  artifactType: null,
  createdAt: null,
  lastUpdatedAt: null,
  nearestTags: []
} as const

function said(answer: Fact<ImageState>): Omit<ImageLookup, 'askedAt' | 'expected'> {
  if (!answer.known) return { ...nothing, state: 'unknown', reason: answer.reason.message }
  const { value } = answer
  if (value.state === 'absent')
    return { ...nothing, state: 'absent', nearestTags: value.nearestTags }
  const { digest, kind, artifactType, size, createdAt, lastUpdatedAt } = value
  const platforms = value.platforms.map(each => (each === null ? null : platformText(each)))
  return {
    ...nothing,
    state: 'present',
    ...{ digest, kind, artifactType, platforms, size, createdAt, lastUpdatedAt }
  }
}

const platformText = ({ os, architecture, variant, osVersion }: Platform): string =>
  [os, architecture, ...(variant === null ? [] : [variant])].join('/') +
  (osVersion === null ? '' : `:${osVersion}`)

type Reference = Extract<ParsedImage, { readonly kind: 'reference' }>

/** Finds what a registry said about an image; null: nobody asked. */
export function lookupFinder(
  answers: readonly ImageAnswer[],
  policy: LookupPolicy
): (image: Reference) => ImageLookup | null {
  return image => {
    const reference = pulledReference(image)
    if (reference === null) return null
    const { repository, tag } = image.reference
    const asked = { registry: registryHost(image.reference), repository, reference }
    const found = imageAnswerTo({ images: answers }, asked)
    if (found === null) return null
    const expected = isExpected({ text: image.text, tag }, asked, policy)
    return { ...said(found.answer), expected, askedAt: found.askedAt }
  }
}
