import { isAzureRegistryHost, registryHost } from './kubernetes/image-reference.ts'
import type { ImageUse, Manifests } from './kubernetes/manifests.ts'
import type { ImageList, InvalidImage, ReportImage, ReportUse } from './reports/report.ts'

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

/** Uses by their text, in the order of first appearance. */
function byText(uses: readonly ImageUse[]): readonly (readonly [ImageUse, readonly ReportUse[]])[] {
  const groups = new Map<string, { first: ImageUse; uses: ReportUse[] }>()
  for (const use of uses) {
    const group = groups.get(use.image.text)
    if (group === undefined) groups.set(use.image.text, { first: use, uses: [reportUse(use)] })
    else group.uses.push(reportUse(use))
  }
  return [...groups.values()].map(group => [group.first, group.uses])
}

function reportImage(
  { image }: ImageUse,
  uses: readonly ReportUse[],
  suffixes: readonly string[]
): ReportImage | null {
  if (image.kind === 'registry')
    return {
      reference: image.text,
      registryKind: 'acr',
      registry: image.host,
      repository: '',
      tag: null,
      digest: null,
      uses
    }
  if (image.kind !== 'reference') return null
  const registry = registryHost(image.reference)
  return {
    reference: image.text,
    registryKind: isAzureRegistryHost(registry, suffixes) ? 'acr' : 'other',
    registry,
    repository: image.reference.repository,
    tag: image.reference.tag,
    digest: image.reference.digest,
    uses
  }
}

function invalidImage({ image }: ImageUse, uses: readonly ReportUse[]): InvalidImage | null {
  if (image.kind === 'invalid') return { text: image.text, reason: image.reason, uses }
  if (image.kind === 'unresolved')
    return {
      text: image.text,
      reason: `nothing says what ${image.placeholder} stands for`,
      uses
    }
  return null
}

/** Every distinct image text of the manifests, with all places that name it. */
export function imageList(manifests: Manifests, suffixes: readonly string[]): ImageList {
  const texts = byText(manifests.uses)
  return {
    schemaVersion: '1',
    images: texts
      .map(([use, uses]) => reportImage(use, uses, suffixes))
      .filter(image => image !== null),
    invalidImages: texts
      .map(([use, uses]) => invalidImage(use, uses))
      .filter(image => image !== null)
  }
}
