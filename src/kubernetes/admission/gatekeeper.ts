import { child, itemsIn, nodeAt, textIn } from '../../yaml/nodes.ts'
import type { YamlNode } from '../../yaml/yaml-nodes.ts'
import type { ManifestObject } from '../kubernetes-objects.ts'
import { containerLists } from '../pod-spec.ts'
import { has, labelsAsked, textsIn } from './filters.ts'
import type { Mutation } from './mutation.ts'
import { anyImage, anyObject, type ObjectFilter, type PodChange } from './pod-changer.ts'

const lowerCase = (texts: readonly string[] | null): readonly string[] | null =>
  texts?.map(text => text.toLowerCase()) ?? null

/** The kinds of a list of `{apiGroups, kinds}`; none where nothing is listed, which is any. */
const kindsIn = (lists: readonly YamlNode[]): readonly (readonly ObjectFilter[])[] => {
  const kinds = lists.map(list => lowerCase(textsIn(child(list, 'kinds'))))
  return kinds.length === 0 ? [[anyObject]] : kinds.map(each => [{ ...anyObject, kinds: each }])
}

function matchFilter(match: YamlNode | null): ObjectFilter {
  const name = textIn(child(match, 'name'))
  return {
    ...anyObject,
    names: name === null ? null : [name],
    namespaces: textsIn(child(match, 'namespaces')),
    labels: labelsAsked(child(match, 'labelSelector')),
    namespaceLabels: labelsAsked(child(match, 'namespaceSelector')),
    isNarrower: false
  }
}

/** `spec.containers[name:*].image`, `spec.template.spec.initContainers[name: "web"]`. */
const containerPath =
  /(?:^|\.)(\w*[cC]ontainers)\[\s*name\s*:\s*["']?([^"'\]]*)["']?\s*\](?:\.(\w+))?$/

const lastField = /(?:^|\.)"?(\w+)"?(?:\[[^[\]]*\])?(?:\.name)?$/

function changeAt(location: string): readonly PodChange[] {
  const container = containerPath.exec(location)
  if (container !== null) {
    const [, list = '', name = '', field] = container
    return containerLists.has(list) && (field === undefined || field === 'image')
      ? [{ what: 'images', containers: [name], images: null, host: null }]
      : []
  }
  const [, field = ''] = lastField.exec(location) ?? []
  if (field === 'imagePullSecrets') return [{ what: 'pull secrets' }]
  if (field === 'serviceAccountName' || field === 'serviceAccount') return [{ what: 'accounts' }]
  return containerLists.has(field) ? [anyImage] : []
}

/** What is only set where nothing stands replaces no image (gatekeeper, "pathTests"). */
const isOnlyAdded = (parameters: YamlNode | null): boolean =>
  itemsIn(child(parameters, 'pathTests')).some(
    test => textIn(child(test, 'condition')) === 'MustNotExist'
  )

/** Of an AssignImage: other tags of the same repository change nothing about who may pull it. */
function imageParts(parameters: YamlNode | null, change: PodChange): readonly PodChange[] {
  if (change.what !== 'images') return []
  const host = textIn(child(parameters, 'assignDomain'))
  if (has(parameters, 'assignPath')) return [change]
  return host === null ? [] : [{ ...change, host }]
}

/** `Assign`, `AssignImage` and `ModifySet` (open-policy-agent.github.io/gatekeeper, "Mutation"). */
export function gatekeeperMutations({ node, workload }: ManifestObject): readonly Mutation[] {
  const spec = child(node, 'spec')
  const parameters = child(spec, 'parameters')
  const at = changeAt(textIn(child(spec, 'location')) ?? '')
  const changes = (
    workload.kind === 'AssignImage' ? at.flatMap(change => imageParts(parameters, change)) : at
  ).filter(({ what }) => what !== 'images' || !isOnlyAdded(parameters))
  const match = child(spec, 'match')
  const excluded = textsIn(child(match, 'excludedNamespaces'))
  const asked = matchFilter(match)
  const applied = kindsIn(itemsIn(child(spec, 'applyTo')))
  const matched = kindsIn(itemsIn(nodeAt(match, ['kinds'])))
  return changes.length === 0
    ? []
    : [
        {
          changes,
          selection: {
            any: applied.flatMap(one => matched.map(other => [...one, ...other, asked])),
            except: excluded === null ? [] : [[{ ...anyObject, namespaces: excluded }]]
          }
        }
      ]
}
