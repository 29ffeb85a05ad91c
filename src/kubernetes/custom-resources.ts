/** Which objects a row is about; without kinds, all of the API group. */
type ObjectRow = {
  readonly group: string
  readonly kinds?: readonly string[]
  readonly source: string
}

/**
 * Objects whose images no kubelet pulls: patterns to compare with, what controllers read themselves, machine
 * images. A registry in them is a mention at most.
 */
const mentionOnlyRows: readonly ObjectRow[] = [
  { group: 'kyverno.io', source: 'kyverno.io/docs: image patterns in validate and verifyImages' },
  { group: 'policies.kyverno.io', source: 'kyverno.io/docs: ImageValidatingPolicy' },
  {
    group: 'constraints.gatekeeper.sh',
    source: 'open-policy-agent.github.io/gatekeeper: parameters'
  },
  { group: 'mutations.gatekeeper.sh', source: 'open-policy-agent.github.io/gatekeeper: Assign' },
  { group: 'templates.gatekeeper.sh', source: 'open-policy-agent.github.io/gatekeeper' },
  {
    group: 'admissionregistration.k8s.io',
    source: 'kubernetes.io: validating and mutating admission policies'
  },
  {
    group: 'image.toolkit.fluxcd.io',
    source: 'fluxcd.io: ImageRepository is scanned by the image-reflector-controller'
  },
  { group: 'source.toolkit.fluxcd.io', source: 'fluxcd.io: the source-controller pulls artifacts' },
  {
    group: 'argoproj.io',
    kinds: ['Application', 'ApplicationSet', 'AppProject'],
    source: 'argo-cd.readthedocs.io: the repo-server pulls charts'
  },
  {
    group: 'infrastructure.cluster.x-k8s.io',
    source: 'capz.sigs.k8s.io: machine images, not container images'
  },
  { group: 'skaffold', source: 'skaffold.dev, skaffold.yaml: images to build' },
  { group: 'kind.x-k8s.io', source: 'kind.sigs.k8s.io: nodes of a cluster on a desk' },
  { group: 'k3d.io', source: 'k3d.io: nodes of a cluster on a desk' }
]

/** Objects that describe other objects; nothing in them is an image that somebody pulls. */
const skippedRows: readonly ObjectRow[] = [
  {
    group: 'apiextensions.k8s.io',
    kinds: ['CustomResourceDefinition'],
    source: 'kubernetes.io: schemas with descriptions, examples and defaults'
  }
]

/** Objects whose pods take service account and pull secrets from one place, away from the containers. */
const podFactRows: readonly (ObjectRow & { readonly path: readonly string[] })[] = [
  {
    group: 'argoproj.io',
    kinds: ['Workflow', 'WorkflowTemplate', 'ClusterWorkflowTemplate'],
    path: ['spec'],
    source: 'argo-workflows.readthedocs.io, fields: WorkflowSpec'
  },
  {
    group: 'argoproj.io',
    kinds: ['CronWorkflow'],
    path: ['spec', 'workflowSpec'],
    source: 'argo-workflows.readthedocs.io, fields: CronWorkflowSpec'
  }
]

/** Keys whose value is one container, or a part of one that names its image. */
export const containerKeys: ReadonlySet<string> = new Set([
  // argo-workflows.readthedocs.io, fields: Template
  'container',
  'script',
  // tekton.dev/docs/pipelines/tasks
  'stepTemplate'
])

/** Keys whose value is a list of containers. */
export const containerListKeys: ReadonlySet<string> = new Set([
  // tekton.dev/docs/pipelines/tasks
  'steps',
  'sidecars',
  // Helm values and operators
  'sidecarContainers',
  'initContainers',
  'additionalContainers',
  'extraContainers'
])

/** Mappings in which `image` is something else than what a kubelet pulls. */
export const falseFriendKeys: ReadonlySet<string> = new Set([
  // kubernetes.io, storage/volumes: a Ceph block device
  'rbd',
  // kyverno.io: patterns
  'verifyImages',
  // Azure virtual machines: a machine image
  'storageProfile',
  // strimzi.io KafkaConnect build.output, shipwright.io Build output: where an image is pushed to
  'output'
])

/** Keys of which a second one silently changes what is pulled, or by whom. */
export const duplicatesThatMatter: ReadonlySet<string> = new Set([
  'image',
  'containers',
  'initContainers',
  'ephemeralContainers',
  'imagePullSecrets',
  'serviceAccountName',
  'volumes',
  'template',
  'spec'
])

/** Keys with text for people. */
const proseKeys = ['description', 'example']

/** The annotation in which kubectl keeps a copy of what was applied (kubernetes.io, "Declarative Management of Kubernetes Objects"). */
export const lastAppliedKey = 'kubectl.kubernetes.io/last-applied-configuration'

/** Nothing below these is deployed. */
export const ignoredKeys: ReadonlySet<string> = new Set([...proseKeys, lastAppliedKey])

/** Keys of an Argo CD Application below which Helm values stand; argo-cd.readthedocs.io, user-guide/helm. */
export const embeddedValuesKeys: ReadonlySet<string> = new Set(['valuesObject'])

/** The same as a block of text. */
export const embeddedTextKeys: ReadonlySet<string> = new Set(['values'])

const groupOf = (apiVersion: string): string =>
  apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''

const rowFor = <Row extends ObjectRow>(
  rows: readonly Row[],
  apiVersion: string,
  kind: string
): Row | undefined => {
  const group = groupOf(apiVersion)
  return rows.find(row => row.group === group && (row.kinds?.includes(kind) ?? true))
}

export const isMentionOnly = (apiVersion: string, kind: string): boolean =>
  rowFor(mentionOnlyRows, apiVersion, kind) !== undefined

export const isSkipped = (apiVersion: string, kind: string): boolean =>
  rowFor(skippedRows, apiVersion, kind) !== undefined

/** Where the object keeps service account and pull secrets of its pods, null where the containers' parent does. */
export const podFactsPath = (apiVersion: string, kind: string): readonly string[] | null =>
  rowFor(podFactRows, apiVersion, kind)?.path ?? null
