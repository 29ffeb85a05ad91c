import { allOf, anyOf, not, type Truth, truthOf } from '../../base/three-valued.ts'
import { wildcardMatches } from '../../base/wildcard.ts'
import type { ImageUse } from '../images/image-use.ts'
import { matchesAffinity } from '../nodes/node-affinity.ts'
import type { LabelValues } from '../nodes/node-labels.ts'
import type { ObjectFilter, ObjectSelection, PodChange, PodChanger } from './pod-changer.ts'

/** An object at whose admission a pod can be changed: the pod, what it is made by, the account that it runs as. */
type Admitted = {
  readonly group: string
  /** Lower case. */
  readonly kind: string
  /** null: not known. */
  readonly name: string | null
  /** The cluster appends characters of its own to the name. */
  readonly isPrefix: boolean
  readonly namespace: string | null
  /** undefined: not known; null: certainly absent. */
  readonly label: (key: string) => LabelValues | undefined
}

/** Labels that controllers write on the pods that they make (kubernetes.io, "Well-Known Labels, Annotations and Taints"). */
const controllerLabel =
  /^(?:pod-template-hash|pod-template-generation|controller-revision-hash|job-name|controller-uid|(?:statefulset\.kubernetes|apps\.kubernetes|batch\.kubernetes)\.io\/.*)$/

const noLabels = (): undefined => undefined

const labelsIn =
  (labels: Readonly<Record<string, string>> | undefined, madeByController: boolean) =>
  (key: string): LabelValues | undefined => {
    if (labels === undefined) return undefined
    if (Object.hasOwn(labels, key)) return [labels[key] ?? '']
    return madeByController && controllerLabel.test(key) ? undefined : null
  }

/** What a controller makes before it makes pods (kubernetes.io, "Workload Management"). */
const between: Readonly<Record<string, Pick<Admitted, 'group' | 'kind'>>> = {
  Deployment: { group: 'apps', kind: 'replicaset' },
  Rollout: { group: 'apps', kind: 'replicaset' },
  CronJob: { group: 'batch', kind: 'job' }
}

const podOf = ({ workload: { kind, name, namespace }, labels }: ImageUse): Admitted => ({
  group: '',
  kind: 'pod',
  // What an operator calls the pods that it makes is its own affair.
  name: labels === null ? null : name,
  isPrefix: kind !== 'Pod',
  namespace,
  label: labelsIn(labels?.pod, kind !== 'Pod')
})

function ownersOf({ workload, labels }: ImageUse): readonly Admitted[] {
  const { apiVersion, kind, name, namespace } = workload
  const made = between[kind]
  const owner = {
    group: apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '',
    kind: kind.toLowerCase(),
    name,
    isPrefix: false,
    namespace,
    label: labelsIn(labels?.object, false)
  }
  return made === undefined
    ? [owner]
    : [owner, { ...owner, ...made, isPrefix: true, label: noLabels }]
}

const accountOf = ({ workload, pod }: ImageUse): readonly Admitted[] =>
  pod === null
    ? []
    : [
        {
          group: '',
          kind: 'serviceaccount',
          name: pod.serviceAccountName ?? 'default',
          isPrefix: false,
          namespace: workload.namespace,
          label: noLabels
        }
      ]

const admittedFor = (use: ImageUse): readonly Admitted[] => [
  podOf(use),
  ...(use.workload.kind === 'Pod' ? [] : ownersOf(use)),
  ...accountOf(use)
]

/** What stands before the first wildcard. */
const fixedStart = (pattern: string): string => /^[^*?]*/.exec(pattern)?.[0] ?? ''

/** Whether a pattern matches a name to which characters are appended that nobody knows. */
function matchesStart(pattern: string, name: string): Truth {
  const start = fixedStart(pattern)
  const made = `${name}-`
  if (pattern === `${start}*` && made.startsWith(start)) return 'yes'
  return made.startsWith(start) || start.startsWith(made) ? 'maybe' : 'no'
}

const nameMatches = (pattern: string, { name, isPrefix }: Admitted): Truth => {
  if (name === null || pattern.includes('{{')) return 'maybe'
  return isPrefix ? matchesStart(pattern, name) : truthOf(wildcardMatches(pattern, name, '?'))
}

const namespaceMatches = (pattern: string, namespace: string | null): Truth =>
  namespace === null || pattern.includes('{{')
    ? 'maybe'
    : truthOf(wildcardMatches(pattern, namespace, '?'))

/** Every namespace has its name as a label; of others only the cluster knows (kubernetes.io, "Namespaces", automatic labelling). */
const namespaceLabels =
  (namespace: string | null) =>
  (key: string): LabelValues | undefined =>
    key === 'kubernetes.io/metadata.name' && namespace !== null ? [namespace] : undefined

const hasLabels = (label: Admitted['label'], expressions: ObjectFilter['labels']): Truth =>
  expressions.length === 0
    ? 'yes'
    : matchesAffinity(label, [{ expressions, hasMatchFields: false }])

const oneOf = (patterns: readonly string[] | null, matches: (pattern: string) => Truth): Truth =>
  patterns === null ? 'yes' : anyOf(patterns.map(matches))

const passes = (filter: ObjectFilter, object: Admitted): Truth =>
  allOf([
    truthOf(filter.groups?.includes(object.group) ?? true),
    oneOf(filter.kinds, kind => truthOf(wildcardMatches(kind, object.kind, '?'))),
    oneOf(filter.names, name => nameMatches(name, object)),
    oneOf(filter.namespaces, namespace => namespaceMatches(namespace, object.namespace)),
    hasLabels(object.label, filter.labels),
    hasLabels(namespaceLabels(object.namespace), filter.namespaceLabels),
    filter.isNarrower ? 'maybe' : 'yes'
  ])

const isIn = (lists: ObjectSelection['any'], object: Admitted): Truth =>
  anyOf(lists.map(filters => allOf(filters.map(filter => passes(filter, object)))))

/** What is changed of a pod, its owner, and its account; where only the cluster knows, it may be. */
const selectedOf = ({ any, except }: ObjectSelection, use: ImageUse): readonly Admitted[] =>
  admittedFor(use).filter(object => allOf([isIn(any, object), not(isIn(except, object))]) !== 'no')

/** Alternatives, negations and expressions in a pattern are not followed. */
const isPlain = (pattern: string): boolean => !/[|!&<>{]/.test(pattern)

const mayMatch = (patterns: readonly string[] | null, text: string): boolean =>
  patterns === null ||
  patterns.some(pattern => !isPlain(pattern) || wildcardMatches(pattern, text, '?'))

function mayChange(change: PodChange, { image, container }: ImageUse): boolean {
  if (change.what !== 'images') return true
  const isSame =
    change.host !== null &&
    image.kind === 'reference' &&
    image.reference.domain.toLowerCase() === change.host.toLowerCase()
  return (
    !isSame &&
    (container === null || mayMatch(change.containers, container.name)) &&
    mayMatch(change.images, image.text)
  )
}

/**
 * What of the pod around an image an admission controller may change; empty where it leaves the pod alone. What is done to an
 * account is its own kind of change: it reaches only pods that list no pull secrets.
 */
export const changesTo = (
  use: ImageUse,
  { selection, changes }: Pick<PodChanger, 'selection' | 'changes'>
): ReadonlySet<PodChange['what']> =>
  new Set(
    selectedOf(selection, use).flatMap(({ kind }) =>
      kind === 'serviceaccount'
        ? changes.some(({ what }) => what !== 'images')
          ? (['accounts'] as const)
          : []
        : changes.filter(change => mayChange(change, use)).map(({ what }) => what)
    )
  )
