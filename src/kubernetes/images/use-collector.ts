import type { TextRange } from '../../yaml/document-split.ts'
import { namedBeside } from './beside-images.ts'
import { workloadLabels } from './workload-labels.ts'
import { assumedIn, parseImage, type ParsedImage } from './parsed-image.ts'
import type { ManifestObject } from '../kubernetes-objects.ts'
import type { Location } from '../../yaml/location.ts'
import type {
  ContainerSlot,
  ImageClass,
  ImageUse,
  NamedBeside,
  PodContext,
  PullPolicy,
  WorkloadLabels
} from './image-use.ts'
import type { ManifestProblem } from '../manifests.ts'
import type { Mention, MentionSearch } from './mentions.ts'
import { isNull } from '../../yaml/nodes.ts'
import {
  commentedImage,
  duplicateKey,
  unreadValues,
  emptyImage,
  imageOfOtherType,
  tooManyChoices
} from '../problems.ts'
import type { Substitution, Variables } from '../placeholders/placeholders.ts'
import { suppressionsOf, type WrittenSuppression } from '../suppressions.ts'
import { substitutionFor } from '../substitution.ts'
import { otherType } from '../../yaml/scalar-types.ts'
import type { Locate } from '../../yaml/source.ts'
import type { AliasNode, MappingNode, ScalarNode } from '../../yaml/yaml-nodes.ts'

/** What the reading of one file has in common for all its objects. */
export type FileReading = {
  readonly text: string
  readonly locate: Locate
  readonly variables: Variables
  readonly substitution: Substitution | null
  readonly mentions: MentionSearch
  readonly uses: ImageUse[]
  readonly problems: ManifestProblem[]
}

/** The container that an image stands in, and what surrounds it. */
export type Slot = {
  readonly class: ImageClass
  readonly container: ContainerSlot | null
  readonly pullPolicy: PullPolicy | null
  readonly pod: PodContext | null
}

export const noSlot = (imageClass: ImageClass): Slot => ({
  class: imageClass,
  container: null,
  pullPolicy: null,
  pod: null
})

/**
 * Where mentions found in a decoded text stand in the text as written. Escapes can hide them: from the first one
 * that is not found on, none is looked for, and the whole scalar is the place.
 */
const placesIn = (written: string, decoded: string): ((mention: Mention) => TextRange | null) => {
  if (written === decoded) return mention => mention
  let from = 0
  return mention => {
    const token = decoded.slice(mention.start, mention.end)
    const start = from < 0 ? -1 : written.indexOf(token, from)
    from = start < 0 ? -1 : start + token.length
    return start < 0 ? null : { start, end: from }
  }
}

/** Places that name an image, of one file as of all files of a run: no repository has half as many. */
export const mostUses = 100_000

/** Writes down what the walk through one object finds. */
export class UseCollector {
  private readonly object: ManifestObject
  private readonly file: FileReading
  private readonly substitution: Substitution | null
  private readonly reported = new Set<ScalarNode>()
  /** undefined: nobody has asked yet. */
  private beside: NamedBeside | null | undefined
  private labels: WorkloadLabels | null | undefined
  private suppressions: readonly WrittenSuppression[] | undefined

  constructor(object: ManifestObject, file: FileReading) {
    this.object = object
    this.file = file
    this.substitution = substitutionFor(object, file.substitution)
  }

  parse(text: string): ParsedImage {
    return parseImage(text, this.file.variables, this.substitution)
  }

  hasMention(text: string): boolean {
    return this.file.mentions.isIn(text)
  }

  /** Behind an alias, the place to look at is the alias; the anchor's scalar is related. */
  add(image: ParsedImage, scalar: TextRange, via: AliasNode | null, slot: Slot): void {
    const written = this.file.locate(scalar.start, scalar.end)
    this.push(
      image,
      via === null ? written : this.file.locate(via.start, via.end),
      via === null ? [] : [written],
      slot
    )
  }

  addMentions(scalar: ScalarNode, via: AliasNode | null): void {
    const placeOf = placesIn(this.file.text.slice(scalar.start, scalar.end), scalar.text)
    for (const mention of this.file.mentions.find(scalar.text)) {
      const place = placeOf(mention)
      const start = scalar.start + (place?.start ?? 0)
      const end = place === null ? scalar.end : scalar.start + place.end
      this.add(mention.image, { start, end }, via, noSlot('mention'))
      if (this.isFull) return
    }
  }

  /** One more than a run judges are taken, so that it shows that there are more. */
  private get isFull(): boolean {
    return this.file.uses.length > mostUses
  }

  /** Whether the scalar is a text; if not, says so. `key` is where the reader looks when there is no value. */
  isText(key: ScalarNode, scalar: ScalarNode): boolean {
    const type = otherType(scalar)
    if (type === null && !isNull(scalar)) return true
    if (this.reported.has(scalar)) return false
    this.reported.add(scalar)
    const { locate, problems } = this.file
    if (type !== null)
      problems.push(imageOfOtherType(scalar.text, type, locate(scalar.start, scalar.end)))
    else if (this.isCommentBehind(key)) problems.push(commentedImage(locate(key.start, key.end)))
    else problems.push(emptyImage(locate(key.start, key.end)))
    return false
  }

  /** The first lines are where a reader looks. */
  noteTooManyChoices(podSpec: MappingNode): void {
    const { locate, problems } = this.file
    problems.push(tooManyChoices(locate(podSpec.start, podSpec.start)))
  }

  noteUnreadValues(key: ScalarNode): void {
    const { locate, problems } = this.file
    problems.push(unreadValues(locate(key.start, key.end)))
  }

  noteDuplicate(key: ScalarNode): void {
    if (this.reported.has(key)) return
    this.reported.add(key)
    this.file.problems.push(duplicateKey(key.text, this.file.locate(key.start, key.end)))
  }

  private push(
    image: ParsedImage,
    location: Location,
    related: readonly Location[],
    { class: imageClass, container, pullPolicy, pod }: Slot
  ): void {
    if (this.isFull) return
    const { workload } = this.object
    this.file.uses.push({
      image,
      class: imageClass,
      location,
      related,
      workload,
      container,
      pullPolicy,
      pod,
      beside: pod === null && imageClass !== 'mention' ? this.namedBeside() : null,
      labels: this.labelsOfObject(),
      origin: null,
      unbuilt: null,
      unrendered: null,
      overridden: null,
      ...(this.suppressionsOfObject().length === 0
        ? {}
        : { suppressions: this.suppressionsOfObject() }),
      assumed:
        imageClass === 'mention'
          ? []
          : assumedIn(image.text, this.file.variables, this.substitution)
    })
  }

  /** The same for all images of the object, which is looked through once. */
  private namedBeside(): NamedBeside | null {
    if (this.beside === undefined) this.beside = namedBeside(this.object.node, this.file.text)
    return this.beside
  }

  private suppressionsOfObject(): readonly WrittenSuppression[] {
    this.suppressions ??= suppressionsOf(this.object.node, this.file.locate)
    return this.suppressions
  }

  private labelsOfObject(): WorkloadLabels | null {
    if (this.labels === undefined) this.labels = workloadLabels(this.object)
    return this.labels
  }

  /** `image: #{REGISTRY}#…` or `image: #REGISTRY#…`: a placeholder that YAML reads as a comment. */
  private isCommentBehind(key: ScalarNode): boolean {
    const { text } = this.file
    const newline = text.indexOf('\n', key.end)
    const rest = text.slice(key.end, newline < 0 ? text.length : newline)
    return /^["']?\s*:\s+#(?:[{[]|[A-Za-z_][\w.-]*#)/.test(rest)
  }
}
