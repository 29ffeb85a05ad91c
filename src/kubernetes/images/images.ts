import {
  containerKeys,
  containerListKeys,
  duplicatesThatMatter,
  embeddedTextKeys,
  ignoredKeys,
  isMentionOnly
} from '../custom-resources.ts'
import {
  imageFromMapping,
  imageFromSiblings,
  isImageKey,
  isPartOfImage,
  type FieldImage
} from './image-fields.ts'
import { belowKey, inside, isOutsideOfSpec, type Place } from './image-place.ts'
import type { ManifestObject } from '../kubernetes-objects.ts'
import type { ContainerSlot, PodContext } from './image-use.ts'
import {
  child,
  contentOf,
  duplicateKeys,
  entriesOf,
  isNull,
  itemsIn,
  mappingIn,
  scalarIn,
  type EffectiveEntry
} from '../../yaml/nodes.ts'
import { parseBlock } from '../document-nodes.ts'
import {
  containerLists,
  hasPodShape,
  hasTooManyChoices,
  isContainer,
  podContext,
  pullPolicyOf
} from '../pod-spec.ts'
import { nameIn } from '../short-text.ts'
import { otherType } from '../../yaml/scalar-types.ts'
import { traitsOf, type ObjectTraits } from './object-traits.ts'
import { noSlot, UseCollector, type FileReading, type Slot } from './use-collector.ts'
import { argoImages } from './argo-images.ts'
import { podInText } from '../pod-in-text.ts'
import type { MappingNode, ScalarNode, YamlNode } from '../../yaml/yaml-nodes.ts'

/** Walks through one object; places inside of it are told apart by shape, not by kind. */
class ImageWalk {
  private readonly object: ManifestObject
  private readonly collect: UseCollector
  /** Of the whole file. */
  private readonly text: string
  private readonly traits: ObjectTraits
  /** Whether the walk is in a text, which only becomes an object when a controller reads it. */
  private inText = false
  /** Texts whose image was taken. */
  private readonly taken = new Set<ScalarNode>()

  constructor(object: ManifestObject, file: FileReading) {
    this.object = object
    this.collect = new UseCollector(object, file)
    this.text = file.text
    this.traits = traitsOf(object)
  }

  run(): void {
    const { workload, node } = this.object
    const place = { via: null, pulled: !isMentionOnly(workload.apiVersion, workload.kind) }
    for (const entry of this.entries(node))
      if (!isOutsideOfSpec(entry.key.text)) this.entry(entry, node, place)
  }

  private entries(mapping: MappingNode): readonly EffectiveEntry[] {
    if (mapping.irregular)
      for (const key of duplicateKeys(mapping))
        if (duplicatesThatMatter.has(key.text)) this.collect.noteDuplicate(key)
    return entriesOf(mapping)
  }

  private node(node: YamlNode, place: Place): void {
    const content = contentOf(node)
    if (content.kind === 'scalar') this.scalar(content, place)
    else if (content.kind === 'sequence')
      for (const item of content.items) this.node(item, inside(place, item))
    else if (place.pulled && hasPodShape(content)) this.podSpec(content, place)
    else for (const entry of this.entries(content)) this.entry(entry, content, place)
  }

  private entry(entry: EffectiveEntry, mapping: MappingNode, place: Place): void {
    const { key, value } = entry
    if (ignoredKeys.has(key.text)) return
    const below = belowKey(place, entry)
    if (!below.pulled) this.argoImages(entry, below)
    const values = below.pulled ? null : this.embeddedValues(entry)
    if (values !== null) {
      for (const inner of this.entries(values))
        this.entry(inner, values, { ...below, pulled: true })
      return
    }
    const taken =
      below.pulled && (this.field(entry, mapping, below) || this.containers(key.text, value, below))
    if (!taken && !(below.pulled && isPartOfImage(key.text, mapping))) this.node(value, below)
  }

  /** What an Application of Argo CD sets is pulled, though what it names besides is not. */
  private argoImages({ key, value }: EffectiveEntry, place: Place): void {
    const mapping = mappingIn(value)
    if (mapping === null || !this.traits.isApplication) return
    for (const found of argoImages(key.text, mapping, this.text))
      if (this.fieldImage(found, mapping, place)) this.taken.add(found.written)
  }

  /** A text: a pod in it is one that a controller makes, such as an executor of Airflow; else what it mentions. */
  private scalar(content: ScalarNode, place: Place): void {
    if (this.taken.has(content)) return
    const pod = this.traits.isConfigMap && !this.inText ? podInText(content, this.text) : null
    if (pod === null) {
      this.collect.addMentions(content, place.via)
      return
    }
    this.inText = true
    this.node(pod, { ...place, pulled: true })
    this.inText = false
  }

  /** Values of a chart that stand as text in an object whose own images nobody pulls. */
  private embeddedValues({ key, value }: EffectiveEntry): MappingNode | null {
    if (!embeddedTextKeys.has(key.text)) return null
    const text = contentOf(value)
    if (text.kind !== 'scalar' || text.text.trim() === '') return null
    const values = text.style === 'block' ? mappingIn(parseBlock(this.text, text)) : null
    if (values === null && this.traits.isOfArgo && text.text.includes(':'))
      this.collect.noteUnreadValues(key)
    return values
  }

  private podSpec(podSpec: MappingNode, place: Place): void {
    if (hasTooManyChoices(podSpec)) {
      this.collect.noteTooManyChoices(podSpec)
      return
    }
    const pod = this.traits.factsApart ? this.traits.podApart : podContext(podSpec)
    for (const entry of this.entries(podSpec)) {
      const { key, value } = entry
      const below = belowKey(place, entry)
      const isList = contentOf(value).kind === 'sequence'
      const type = isList ? containerLists.get(key.text) : undefined
      if (type !== undefined)
        for (const item of itemsIn(value))
          this.container(item, type, 'pod', pod, inside(below, item))
      else if (isList && key.text === 'volumes')
        for (const item of itemsIn(value)) this.volume(item, pod, inside(below, item))
      else this.entry(entry, podSpec, place)
    }
  }

  /** Containers outside of a PodSpec: below keys that are known to hold one or several. */
  private containers(key: string, value: YamlNode, place: Place): boolean {
    const single = containerKeys.has(key)
    const nodes = single ? [value] : containerListKeys.has(key) ? itemsIn(value) : []
    if (!nodes.some(isContainer)) return false
    const type = containerLists.get(key) ?? 'container'
    for (const node of nodes)
      this.container(node, type, 'container', this.traits.podApart, inside(place, node))
    return true
  }

  private container(
    node: YamlNode,
    type: ContainerSlot['type'],
    imageClass: 'pod' | 'container',
    pod: PodContext | null,
    place: Place
  ): void {
    const container = mappingIn(node)
    if (container === null) return
    const name = nameIn(child(container, 'name')) ?? ''
    const pullPolicy = pullPolicyOf(container)
    const known = this.inText ? 'field' : imageClass
    const slot = { class: known, container: { name, type }, pullPolicy, pod } as const
    for (const entry of this.entries(container))
      if (entry.key.text !== 'image' || !this.image(entry, slot, place))
        this.entry(entry, container, place)
  }

  private volume(node: YamlNode, pod: PodContext | null, place: Place): void {
    const volume = mappingIn(node)
    if (volume === null) return
    const name = nameIn(child(volume, 'name')) ?? ''
    for (const entry of this.entries(volume)) {
      const image = entry.key.text === 'image' ? mappingIn(entry.value) : null
      if (image === null) this.entry(entry, volume, place)
      else {
        const container = { name, type: 'volume' } as const
        const slot: Slot = { class: 'pod', container, pullPolicy: pullPolicyOf(image), pod }
        for (const part of this.entries(image))
          if (part.key.text === 'reference') this.image(part, slot, belowKey(place, entry))
      }
    }
  }

  /** An image that a kubelet is certain to pull; false where it is no scalar. */
  private image(entry: EffectiveEntry, slot: Slot, place: Place): boolean {
    const scalar = scalarIn(entry.value)
    if (scalar === null || this.traits.isValues) return false
    const { via } = belowKey(place, entry)
    if (this.collect.isText(entry.key, scalar))
      this.collect.add(this.collect.parse(scalar.text), scalar, via, slot)
    return true
  }

  /** A field that is named like an image and holds one; false where it does not. */
  private field(entry: EffectiveEntry, mapping: MappingNode, place: Place): boolean {
    const { key, value } = entry
    if (!isImageKey(key.text)) return false
    const content = contentOf(value)
    if (content.kind === 'mapping') return this.imageMapping(content, place)
    if (content.kind === 'sequence' || otherType(content) !== null || isNull(content)) return false
    const joined = imageFromSiblings(key.text, mapping)
    return (
      (joined !== null && this.fieldImage(joined, mapping, place)) ||
      this.fieldImage({ text: content.text, scalar: content, via: null, keys: [] }, mapping, place)
    )
  }

  /** `image: {registry, repository, tag}`; what else stands beside these is looked at as anywhere. */
  private imageMapping(mapping: MappingNode, place: Place): boolean {
    const found = imageFromMapping(mapping)
    if (found === null || !this.fieldImage(found, mapping, place)) return false
    for (const entry of this.entries(mapping))
      if (!found.keys.includes(entry.key.text)) this.entry(entry, mapping, place)
    return true
  }

  /** Many fields are named like images and hold none; an invalid text is only taken where it names a registry. */
  private fieldImage(found: FieldImage, mapping: MappingNode, place: Place): boolean {
    const image = this.collect.parse(found.text)
    if (image.kind === 'invalid' && !this.collect.hasMention(found.text)) return false
    const slot = { ...noSlot('field'), pullPolicy: pullPolicyOf(mapping) }
    this.collect.add(image, found.scalar, place.via ?? found.via, slot)
    return true
  }
}

/** Adds the images of an object, and what is wrong with how they are written, to the reading of its file. */
export const collectImages = (object: ManifestObject, file: FileReading): void => {
  new ImageWalk(object, file).run()
}
