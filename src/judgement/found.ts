import { fingerprint } from '../base/fingerprint.ts'
import { registryAddress } from '../kubernetes/images/registry-host.ts'
import type { ImageUse } from '../kubernetes/images/image-use.ts'
import type { Location } from '../yaml/location.ts'
import type { Check, FindingDraft, Fix, Severity } from '../checks/check.ts'

/** One thing that a finding stands for: the pull of one container, or one place, or, once, neither. */
export type FoundPart = {
  readonly fingerprint: string
  /** What tells it from others in a comparison: where the check is about tags, the image as written as well. */
  readonly identity: string
  readonly use: ImageUse | null
  /** The place itself, then those that a reader needs besides. */
  readonly locations: readonly Location[]
}

/** What a check found, of one severity, and all that it stands for. */
export type Found = {
  readonly check: Check
  readonly draft: FindingDraft
  readonly severity: Severity
  /** Of check, registry, repository and cluster: the same whatever else pulls the image. */
  readonly fingerprint: string
  readonly parts: readonly FoundPart[]
  /** What the draft says to do, in the languages of the repository. */
  readonly fixes: readonly Fix[]
}

type ImageName = { readonly registry: string; readonly repository: string }

/** Without tag and digest, which change with every release; nothing of a text that names no repository. */
function namedIn({ image }: ImageUse): ImageName {
  switch (image.kind) {
    case 'reference':
      return {
        registry: registryAddress(image.reference),
        repository: image.reference.repository
      }
    case 'registry':
      return { registry: image.host, repository: '' }
    case 'invalid':
    case 'unresolved':
      return { registry: '', repository: '' }
  }
}

/** `apps/v1beta2` and `apps/v1` are one object to Kubernetes. */
const groupOf = (apiVersion: string): string =>
  apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''

/** What is no object of Kubernetes is known by its file alone. */
const objectOf = ({ workload, container, location }: ImageUse): readonly string[] => [
  groupOf(workload.apiVersion),
  workload.kind,
  workload.namespace ?? `file ${location.file}`,
  workload.name,
  container?.type ?? '',
  container?.name ?? ''
]

const clusterOf = ({ cluster = '' }: FindingDraft): string => cluster.toLowerCase()

const ofUse = (check: Check, draft: FindingDraft, use: ImageUse): readonly string[] => {
  const { registry, repository } = namedIn(use)
  return [check.id, ...objectOf(use), draft.registry ?? registry, repository, clusterOf(draft)]
}

const ofPlace = (check: Check, draft: FindingDraft, file: string): readonly string[] => [
  check.id,
  file,
  draft.registry ?? '',
  clusterOf(draft)
]

const ofWhole = (check: Check, draft: FindingDraft): readonly string[] => {
  const [use] = draft.uses
  const [place] = draft.locations ?? []
  const named = use === undefined ? null : namedIn(use)
  return [
    check.id,
    draft.registry ?? named?.registry ?? '',
    draft.image === undefined ? '' : (named?.repository ?? ''),
    use === undefined ? (place?.file ?? '') : '',
    clusterOf(draft)
  ]
}

/** Several of one identity, such as two tags of one repository, are told apart by their number alone. */
function numbering(): (identity: readonly string[]) => string {
  const seen = new Map<string, number>()
  return identity => {
    const print = fingerprint(identity)
    const count = (seen.get(print) ?? 0) + 1
    seen.set(print, count)
    return count === 1 ? print : fingerprint([...identity, String(count)])
  }
}

/** A fingerprint, and what is compared: an image that is not there is not there under one tag. */
export const named = (
  print: string,
  { isAboutTag }: Pick<Check, 'isAboutTag'>,
  image: string
): Pick<FoundPart, 'fingerprint' | 'identity'> => ({
  fingerprint: print,
  identity: isAboutTag === true ? `${print} ${image}` : print
})

type Numbers = {
  readonly whole: (identity: readonly string[]) => string
  readonly part: (identity: readonly string[]) => string
}

/** Parts of one finding that are the same trouble have one fingerprint, such as one object in two files. */
function partsOf(check: Check, draft: FindingDraft, number: Numbers['part']): readonly FoundPart[] {
  const prints = new Map<string, string>()
  const printOf = (identity: readonly string[]): string => {
    const key = identity.join('\n')
    const print = prints.get(key) ?? number(identity)
    prints.set(key, print)
    return print
  }
  if (draft.uses.length > 0)
    return draft.uses.map(use => ({
      ...named(printOf(ofUse(check, draft, use)), check, use.image.text),
      use,
      locations: [use.location, ...use.related]
    }))
  const places = draft.locations ?? []
  return places.length === 0
    ? [{ ...named(printOf(ofPlace(check, draft, '')), check, ''), use: null, locations: [] }]
    : places.map(place => ({
        ...named(printOf(ofPlace(check, draft, place.file)), check, ''),
        use: null,
        locations: [place]
      }))
}

/** Gives everything that was found its fingerprints; those of one run belong together. */
export function fingerprinted(
  drafts: readonly Pick<Found, 'check' | 'draft' | 'severity' | 'fixes'>[]
): readonly Found[] {
  const number: Numbers = { whole: numbering(), part: numbering() }
  return drafts.map(({ check, draft, severity, fixes }) => ({
    check,
    draft,
    severity,
    fixes,
    fingerprint: number.whole(ofWhole(check, draft)),
    parts: partsOf(check, draft, number.part)
  }))
}
