import type { Toleration } from '../images/image-use.ts'
import { type Truth, truthOf, anyOf } from '../../base/three-valued.ts'

type Taint = { readonly key: string; readonly value: string; readonly effect: string }

/** `key=value:Effect` or `key:Effect`, as `az aks nodepool --node-taints` takes them; null when neither. */
function taintOf(text: string): Taint | null {
  const match = /^(?<key>[^=:]+)(?:=(?<value>[^:]*))?:(?<effect>\w+)$/.exec(text.trim())
  if (match?.groups === undefined) return null
  const { key = '', value = '', effect = '' } = match.groups
  return { key, value, effect }
}

const keepsPodsOff = (taint: Taint): boolean =>
  taint.effect === 'NoSchedule' || taint.effect === 'NoExecute'

/** Kubernetes docs, "Taints and Tolerations": an empty effect matches all, an empty key with Exists too. */
function tolerates(toleration: Toleration, taint: Taint): Truth {
  const { key, operator, value, effect } = toleration
  if ((effect ?? '') !== '' && effect !== taint.effect) return 'no'
  if ((key ?? '') === '') return truthOf(operator === 'Exists')
  if (key !== taint.key) return 'no'
  if (operator === 'Exists') return 'yes'
  return (operator ?? 'Equal') === 'Equal' ? truthOf((value ?? '') === taint.value) : 'maybe'
}

/** Whether a pod with these tolerations may be put on a node with this taint. */
export function toleratesTaint(text: string, tolerations: readonly Toleration[]): Truth {
  const taint = taintOf(text)
  if (taint === null) return 'maybe'
  return keepsPodsOff(taint) ? anyOf(tolerations.map(each => tolerates(each, taint))) : 'yes'
}
