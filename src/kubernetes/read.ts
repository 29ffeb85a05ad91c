import type { PodChanger } from './admission/pod-changer.ts'
import { mayChangePods, podChangerInText, podChangers } from './admission/pod-changers.ts'
import { isSkipped, lastAppliedKey } from './custom-resources.ts'
import { isDeployed, mayConcernPulls, mayHidePulls } from './document-filter.ts'
import { collectImages } from './images/images.ts'
import {
  isNamedByTools,
  objectByFileName,
  objectsIn,
  type ManifestObject
} from './kubernetes-objects.ts'
import type { TextRange } from '../yaml/document-split.ts'
import type { Location } from '../yaml/location.ts'
import type { IdentityUse, Manifests, PullBinding, Secret, ServiceAccount } from './manifests.ts'
import { identityUse } from './identity-uses.ts'
import type { ImageUse } from './images/image-use.ts'
import { liveObject, type LiveObject } from './live-objects.ts'
import { mentionSearch, noMentions } from './images/mentions.ts'
import { child, scalarIn } from '../yaml/nodes.ts'
import type { LocatedDocument } from './document-nodes.ts'
import { documentsInTurn } from './objects.ts'
import { nestedList } from './problems.ts'
import { pullSecret } from './secrets/pull-secrets.ts'
import { copiesOf, generatedSecrets, madeSecret } from './secrets/secret-makers.ts'
import { pullBinding, serviceAccount } from './service-accounts.ts'
import type { Locate, SourceText } from '../yaml/source.ts'
import type { ReadOptions } from './read-options.ts'
import { addTextMentions } from './images/text-mentions.ts'
import type { FileReading } from './images/use-collector.ts'

export type { Substitution, Variables } from './placeholders/placeholders.ts'
export type { ReadOptions } from './read-options.ts'
export type { Locate, SourceText } from '../yaml/source.ts'
export type { LocatedDocument } from './document-nodes.ts'
export {
  documentsInTurn,
  nothingReported,
  parseDocuments,
  type ParsedDocuments
} from './objects.ts'
export type { MappingNode, ScalarNode, SequenceNode, YamlNode } from '../yaml/yaml-nodes.ts'
export {
  nodeAt,
  plainValue,
  scalarAt,
  walkScalars,
  type LocatedScalar,
  type Path
} from '../yaml/nodes.ts'

/** What one file holds, besides the count of files. */
export type FileContent = Omit<
  Manifests,
  'files' | 'defaultAccount' | 'judgesMentions' | 'parts'
> & {
  /** Of a text that a cluster printed: what its objects say of each other. */
  readonly live?: LiveContent
}

export type LiveContent = {
  readonly objects: readonly LiveObject[]
  /** Copies in annotations that were not looked into. */
  readonly copies: number
}

export const emptyContent: FileContent = {
  uses: [],
  serviceAccounts: [],
  secrets: [],
  pullBindings: [],
  podChangers: [],
  identityUses: [],
  problems: []
}

const nameLocation = ({ node }: ManifestObject, locate: Locate): Location => {
  const name = scalarIn(child(child(node, 'metadata'), 'name')) ?? node
  return locate(name.start, name.kind === 'scalar' ? name.end : name.start)
}

/** Reads the objects of one file, each for what its kind is about. */
class FileReader {
  readonly serviceAccounts: ServiceAccount[] = []
  readonly secrets: Secret[] = []
  readonly pullBindings: PullBinding[] = []
  readonly podChangers: PodChanger[] = []
  readonly identityUses: IdentityUse[] = []
  readonly live: LiveObject[] = []
  copies = 0
  readonly file: FileReading
  private readonly source: SourceText
  private readonly options: ReadOptions
  private readonly changesPods: boolean

  constructor(source: SourceText, options: ReadOptions, locate: Locate) {
    this.source = source
    this.options = options
    this.changesPods = mayChangePods(source.text)
    const mentions = mentionSearch(options.registrySuffixes)
    this.file = {
      text: source.text,
      locate,
      variables: options.variables,
      substitution: options.substitution,
      mentions: mentions.concerns(source.text) ? mentions : noMentions,
      uses: [],
      problems: []
    }
  }

  read(document: LocatedDocument): void {
    const { objects, nestedLists } = objectsIn(document, this.options)
    for (const list of nestedLists)
      this.file.problems.push(nestedList(this.file.locate(list.start, list.start)))
    const named = objectByFileName(document, this.source.file, this.source.values ?? false)
    for (const object of named === null ? objects : [named]) this.readObject(object)
  }

  /** The registries that a text names which could not be parsed, and what it may change. */
  mention({ start, end }: TextRange): void {
    const { file, text } = this.source
    if (this.changesPods)
      this.podChangers.push(
        ...podChangerInText(text.slice(start, end), this.file.locate(start, start))
      )
    const name = file.slice(file.lastIndexOf('/') + 1)
    const workload = { apiVersion: '', kind: 'Template', namespace: null, name }
    addTextMentions(workload, this.file, { start, end })
  }

  private readObject(object: ManifestObject): void {
    const { apiVersion, kind } = object.workload
    if (isSkipped(apiVersion, kind)) return
    const location = nameLocation(object, this.file.locate)
    if (kind === 'Secret' && apiVersion === 'v1') {
      const secret = pullSecret(object, location, this.options)
      this.secrets.push(secret, ...copiesOf(secret, object))
      return
    }
    const made = madeSecret(object, location)
    if (made !== null) this.secrets.push(made)
    this.secrets.push(...generatedSecrets(object, location))
    if (this.changesPods) this.podChangers.push(...podChangers(object, location))
    if (kind === 'ServiceAccount' && apiVersion === 'v1')
      this.serviceAccounts.push(serviceAccount(object, location))
    const binding = kind === 'AcrPullBinding' ? pullBinding(object, location) : null
    if (binding !== null) this.pullBindings.push(binding)
    const use = kind === 'ClusterRole' ? identityUse(object, location) : null
    if (use !== null) this.identityUses.push(use)
    const { uses } = this.file
    const before = uses.length
    collectImages(object, this.file)
    if (this.source.live === true) this.addLive(object, uses.slice(before))
  }

  private addLive(object: ManifestObject, uses: readonly ImageUse[]): void {
    const live = liveObject(object, uses)
    if (live !== null) this.live.push(live)
    const annotations = child(child(object.node, 'metadata'), 'annotations')
    if (child(annotations, lastAppliedKey) !== null) this.copies += 1
  }
}

/** Named by the user, or by what deploys it: of such a file every fault is worth a word, of others only that of a manifest. */
const isAskedFor = ({ named, values, file }: SourceText): boolean =>
  named === true || values === true || isNamedByTools(file)

/** The one door for the text of a file: everything that concerns pulls, and what stood in the way of reading it. */
export const readManifest = (source: SourceText, options: ReadOptions): FileContent => {
  const mentions = mentionSearch(options.registrySuffixes)
  const mayMatter = (text: string): boolean =>
    source.named === true || mayConcernPulls(text, mentions, isAskedFor(source))
  if (!mayMatter(source.text)) return emptyContent
  const { documents, problems, unread, locate } = documentsInTurn(source, mayMatter, {
    broken: text => isAskedFor(source) || isDeployed(text),
    template: text => isAskedFor(source) || mayHidePulls(text, mentions)
  })
  const reader = new FileReader(source, options, locate)
  if (source.template === true) reader.mention({ start: 0, end: source.text.length })
  else for (const document of documents) reader.read(document)
  for (const range of unread) reader.mention(range)
  const { serviceAccounts, secrets, pullBindings, podChangers, identityUses, file } = reader
  return {
    uses: file.uses,
    serviceAccounts,
    secrets,
    pullBindings,
    podChangers,
    identityUses,
    problems: [...problems, ...file.problems],
    ...(source.live === true ? { live: { objects: reader.live, copies: reader.copies } } : {})
  }
}
