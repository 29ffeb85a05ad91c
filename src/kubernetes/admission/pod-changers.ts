import { listText } from '../../base/sentences.ts'
import type { Location } from '../../yaml/location.ts'
import type { ManifestObject } from '../kubernetes-objects.ts'
import { expressionMutations } from './expressions.ts'
import { gatekeeperMutations } from './gatekeeper.ts'
import { kyvernoMutations } from './kyverno.ts'
import type { Mutation } from './mutation.ts'
import { anyChange, everything, type PodChanger } from './pod-changer.ts'
import { kubewardenMutations } from './kubewarden.ts'
import { placementMutations } from './placement.ts'
import { programMutations } from './programs.ts'
import { sidecarSetMutations } from './sidecar-sets.ts'
import { webhookMutations } from './webhooks.ts'

/** Objects by which an admission controller changes others. */
type Policy = {
  readonly group: string
  readonly kinds: readonly string[]
  readonly mutations: (object: ManifestObject) => readonly Mutation[]
  /** Where that happens, if not at admission. */
  readonly on?: string
}

const policies: readonly Policy[] = [
  { group: 'kyverno.io', kinds: ['ClusterPolicy', 'Policy'], mutations: kyvernoMutations },
  {
    group: 'policies.kyverno.io',
    kinds: ['MutatingPolicy', 'NamespacedMutatingPolicy'],
    mutations: expressionMutations
  },
  {
    group: 'mutations.gatekeeper.sh',
    kinds: ['Assign', 'AssignImage', 'ModifySet'],
    mutations: gatekeeperMutations
  },
  {
    group: 'admissionregistration.k8s.io',
    kinds: ['MutatingAdmissionPolicy'],
    mutations: expressionMutations
  },
  {
    group: 'admissionregistration.k8s.io',
    kinds: ['MutatingWebhookConfiguration'],
    mutations: webhookMutations
  },
  {
    group: 'policies.kubewarden.io',
    kinds: ['ClusterAdmissionPolicy', 'AdmissionPolicy'],
    mutations: kubewardenMutations
  },
  { group: 'apps.kruise.io', kinds: ['SidecarSet'], mutations: sidecarSetMutations },
  {
    group: 'placement.kubernetes-fleet.io',
    kinds: ['ResourceOverride'],
    mutations: placementMutations,
    on: 'on some clusters'
  },
  {
    group: 'policy.karmada.io',
    kinds: ['OverridePolicy', 'ClusterOverridePolicy'],
    mutations: placementMutations,
    on: 'on some clusters'
  }
]

/** Of a program of which it is not known what it does. */
const isOpen = ({ changes }: Mutation): boolean => changes === anyChange

function textOf(
  { kind, name }: ManifestObject['workload'],
  mutation: Mutation,
  on = 'at admission'
): string {
  const what = [...new Set(mutation.changes.map(each => each.what))]
  return isOpen(mutation)
    ? `${kind} ${name} may change pods ${on}`
    : `${kind} ${name} changes ${listText(what)} of pods ${on}`
}

/** Whether a text can hold any of this; to look through every object would take long. */
export const mayChangePods = (text: string): boolean =>
  /pull-?secret|registry-creds|ecr-login|mutat|mutations\.gatekeeper|image-?swap|container-webhook|image-keeper|tugger|SidecarSet|ResourceOverride|OverridePolicy/i.test(
    text
  )

/** What an object does to the pods of others, whose manifests do not show it. */
export function podChangers(object: ManifestObject, location: Location): readonly PodChanger[] {
  const { apiVersion, kind, name } = object.workload
  const group = apiVersion.slice(0, Math.max(apiVersion.indexOf('/'), 0))
  const policy = policies.find(each => each.group === group && each.kinds.includes(kind))
  if (policy !== undefined)
    return policy.mutations(object).map(mutation => ({
      ...mutation,
      text: textOf(object.workload, mutation, policy.on),
      location
    }))
  return programMutations(object).map(mutation => ({
    ...mutation,
    text: mutation.changes.some(({ what }) => what === 'images')
      ? `${kind} ${name} changes images of the pods of the cluster`
      : `${kind} ${name} gives accounts of the cluster pull secrets`,
    location
  }))
}

const policyKind =
  /^[ \t]*kind:[ \t]*["']?(ClusterPolicy|Policy|(?:Namespaced)?MutatingPolicy|Assign|AssignImage|ModifySet|MutatingAdmissionPolicy|MutatingWebhookConfiguration|(?:Cluster)?AdmissionPolicy|ResourceOverride|(?:Cluster)?OverridePolicy)["']?[ \t]*$/m

const engine =
  /kyverno\.io|gatekeeper\.sh|admissionregistration\.k8s\.io|kubewarden\.io|kubernetes-fleet\.io|karmada\.io/
const concernsPods = /\bmutat|\bimage\b|imagePullSecrets|serviceAccountName/i

/** The same of a text that could not be read, such as the template of a chart: it may change anything. */
export function podChangerInText(text: string, location: Location): readonly PodChanger[] {
  const kind = policyKind.exec(text)?.[1]
  return kind === undefined || !engine.test(text) || !concernsPods.test(text)
    ? []
    : [
        {
          text: `${kind}, which could not be read, may change pods at admission`,
          changes: anyChange,
          selection: everything,
          location
        }
      ]
}
