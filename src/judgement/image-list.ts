import type { ImageAnswer } from '../facts/images.ts'
import { defaultLookup, type LookupPolicy } from '../pulls/lookup-policy.ts'
import { lookupFinder } from './image-lookup.ts'
import { groupBy } from '../base/group-by.ts'
import { imageKey, type ParsedImage } from '../kubernetes/images/parsed-image.ts'
import {
  isAzureRegistryHost,
  registryAddress,
  registryHost
} from '../kubernetes/images/registry-host.ts'
import type { ImageUse } from '../kubernetes/images/image-use.ts'
import type { Manifests } from '../kubernetes/manifests.ts'
import type { Gap, ImageList, InvalidImage, ReportImage, ReportUse } from '../reports/report.ts'

function reportUse(use: ImageUse): ReportUse {
  const { origin } = use
  return {
    class: use.class,
    ...use.location,
    workload: use.workload,
    container: use.container,
    origin:
      origin === null
        ? null
        : origin.renderer === 'chart'
          ? { chart: origin.path, confidence: origin.confidence }
          : { kustomization: origin.path, confidence: origin.confidence }
  }
}

function reportImage(
  image: ParsedImage,
  uses: readonly ReportUse[],
  suffixes: readonly string[],
  lookupOf: ReturnType<typeof lookupFinder>
): ReportImage | null {
  if (image.kind === 'registry')
    return {
      reference: image.text,
      registryKind: 'acr',
      registry: image.host,
      repository: '',
      tag: null,
      digest: null,
      lookup: null,
      uses
    }
  if (image.kind !== 'reference') return null
  const registry = registryHost(image.reference)
  return {
    reference: image.text,
    registryKind: isAzureRegistryHost(registry, suffixes) ? 'acr' : 'other',
    registry: registryAddress(image.reference),
    repository: image.reference.repository,
    tag: image.reference.tag,
    digest: image.reference.digest,
    lookup: lookupOf(image),
    uses
  }
}

function invalidImage(image: ParsedImage, uses: readonly ReportUse[]): InvalidImage | null {
  if (image.kind === 'invalid') return { text: image.text, reason: image.reason, uses }
  if (image.kind === 'unresolved')
    return {
      text: image.text,
      reason: `nothing says what ${image.placeholder} stands for`,
      uses
    }
  return null
}

/** What was named and not read, in the order in which it was met. */
const gapsIn = ({ problems }: Manifests): readonly Gap[] =>
  problems.flatMap(({ unread, message, location }) =>
    unread === null
      ? []
      : [{ kind: unread, file: location.file, line: location.line, reason: message }]
  )

/** What two targets name was read for each of them. */
const distinctPlaces = (uses: readonly ReportUse[], { parts }: Manifests): readonly ReportUse[] =>
  parts === undefined ? uses : [...new Map(uses.map(use => [JSON.stringify(use), use])).values()]

/** Every distinct image of the manifests in order of first appearance, with all places that name it. */
export function imageList(
  manifests: Manifests,
  suffixes: readonly string[],
  answers: readonly ImageAnswer[] = [],
  lookup: LookupPolicy = defaultLookup
): ImageList {
  const lookupOf = lookupFinder(answers, lookup)
  const alike = groupBy(manifests.uses, ({ image }) => imageKey(image))
  const images = [...alike.values()].map(uses => ({
    image: uses[0].image,
    uses: distinctPlaces(uses.map(reportUse), manifests)
  }))
  return {
    schemaVersion: '1',
    images: images.flatMap(({ image, uses }) => reportImage(image, uses, suffixes, lookupOf) ?? []),
    invalidImages: images.flatMap(({ image, uses }) => invalidImage(image, uses) ?? []),
    coverage: gapsIn(manifests)
  }
}
