import { mappingIn, nodeAt } from '../../yaml/nodes.ts'
import type { ManifestObject } from '../kubernetes-objects.ts'
import { textsOf } from '../pod-spec.ts'
import type { WorkloadLabels } from './image-use.ts'

/** Where objects of Kubernetes keep the template of their pods; the pod itself is its own. */
const templates: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  PodTemplate: ['template'],
  Deployment: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template']
}

/** People write a dozen. */
const mostLabels = 1_000

/** The labels of an object and of the pods that come of it; null where the manifests do not tell what comes of it. */
export function workloadLabels({ workload, node }: ManifestObject): WorkloadLabels | null {
  const path = Object.hasOwn(templates, workload.kind) ? templates[workload.kind] : undefined
  if (path === undefined) return null
  const labelsAt = (place: readonly string[]) => nodeAt(node, [...place, 'metadata', 'labels'])
  const [object, pod] = [labelsAt([]), labelsAt(path)]
  return [object, pod].some(labels => (mappingIn(labels)?.entries.length ?? 0) > mostLabels)
    ? null
    : { object: textsOf(object), pod: textsOf(pod) }
}
