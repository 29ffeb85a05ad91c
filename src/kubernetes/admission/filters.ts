import { child, entriesOf, itemsIn, mappingIn, scalarIn, textIn } from '../../yaml/nodes.ts'
import type { YamlNode } from '../../yaml/yaml-nodes.ts'
import type { NodeSelectorRequirement } from '../images/image-use.ts'
import { nameIn } from '../short-text.ts'
import { anyObject, type ObjectFilter, type ObjectSelection } from './pod-changer.ts'

/** The texts of a list; null where it is not written or empty, which asks for nothing. */
export function textsIn(node: YamlNode | null): readonly string[] | null {
  const texts = itemsIn(node).flatMap(item => nameIn(item) ?? [])
  return texts.length === 0 ? null : texts
}

/** Whether anything stands below a key. */
export const has = (node: YamlNode | null, key: string): boolean => {
  const value = child(node, key)
  return (
    value !== null &&
    (textIn(value) !== null ||
      itemsIn(value).length > 0 ||
      (mappingIn(value)?.entries.length ?? 0) > 0)
  )
}

/** Policies may put wildcards into labels, which are then asked for without knowing them. */
const labelPair = (key: string, value: string): NodeSelectorRequirement =>
  /[*?{]/.test(`${key}${value}`)
    ? { key, operator: 'wildcard', values: [value] }
    : { key, operator: 'In', values: [value] }

/** `matchLabels` and `matchExpressions` (kubernetes.io, LabelSelector). */
export function labelsAsked(selector: YamlNode | null): readonly NodeSelectorRequirement[] {
  const labels = mappingIn(child(selector, 'matchLabels'))
  const pairs = labels === null ? [] : entriesOf(labels)
  return [
    ...pairs.map(({ key, value }) => labelPair(key.text, nameIn(value) ?? '')),
    ...itemsIn(child(selector, 'matchExpressions')).map(expression => ({
      key: nameIn(child(expression, 'key')) ?? '',
      operator: nameIn(child(expression, 'operator')) ?? '',
      values: itemsIn(child(expression, 'values')).map(value => nameIn(value) ?? '')
    }))
  ]
}

/** What changes nothing when an object is made or changed changes no pod. */
export const creates = (operations: readonly string[] | null): boolean =>
  operations === null || operations.some(each => /^(?:\*|CREATE|UPDATE)$/i.test(each))

/** null: any. That of the core is written as an empty text. */
function groupsIn(rule: YamlNode): readonly string[] | null {
  const groups = itemsIn(child(rule, 'apiGroups')).map(group => scalarIn(group)?.text ?? '')
  return groups.length === 0 || groups.includes('*') ? null : groups
}

/** `pods` as `pod`, `*` as it is; what changes no image, such as `pods/exec`, is left out. */
const kindOf = (resource: string): readonly string[] => {
  const [name = '', part] = resource.split('/')
  const isWhole = part === undefined || part === '*' || part === 'ephemeralcontainers'
  return isWhole ? [name.replace(/s$/, '')] : []
}

/** One of the `rules` of a webhook, or of the `resourceRules` of a policy (kubernetes.io, RuleWithOperations). */
function ruleFilter(rule: YamlNode): readonly ObjectFilter[] {
  const kinds = textsIn(child(rule, 'resources'))?.flatMap(kindOf) ?? null
  return kinds?.length === 0 || !creates(textsIn(child(rule, 'operations')))
    ? []
    : [
        {
          ...anyObject,
          groups: groupsIn(rule),
          kinds,
          names: textsIn(child(rule, 'resourceNames'))
        }
      ]
}

/** Which objects a webhook or a policy of Kubernetes is asked about, as both write it. */
export function selectionByRules(
  node: YamlNode | null,
  rules: YamlNode | null,
  isNarrower: boolean
): ObjectSelection {
  const asked: ObjectFilter = {
    ...anyObject,
    labels: labelsAsked(child(node, 'objectSelector')),
    namespaceLabels: labelsAsked(child(node, 'namespaceSelector')),
    isNarrower
  }
  const matching = itemsIn(rules).flatMap(ruleFilter)
  return {
    any: matching.map(filter => [filter, asked]),
    except: itemsIn(child(node, 'excludeResourceRules'))
      .flatMap(ruleFilter)
      .map(filter => [filter])
  }
}
