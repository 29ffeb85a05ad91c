import { describe, expect, test } from '@jest/globals'
import { changesTo } from '../../../src/kubernetes/admission/selection.ts'
import { readManifest } from '../../../src/kubernetes/read.ts'

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop, labels: {team: one}}
spec:
  template:
    metadata: {labels: {app: web, tier: front}}
    spec:
      containers: [{name: web, image: "contoso.azurecr.io/shop/web:1"}]
`

const resource = `apiVersion: rabbitmq.com/v1beta1
kind: RabbitmqCluster
metadata: {name: queue, namespace: shop}
spec: {image: "contoso.azurecr.io/shop/queue:1"}
`

const read = (text: string) =>
  readManifest(
    { file: 'app.yaml', text },
    {
      namespace: 'shop',
      namespaceOverrides: false,
      variables: {},
      substitution: null,
      registrySuffixes: ['azurecr.io']
    }
  )

/** What objects change of the first image in a manifest. */
function changed(policy: string, manifest = deployment): readonly string[] {
  const { uses, podChangers } = read(`${manifest}---\n${policy}`)
  const [use] = uses
  if (use === undefined) throw new Error('no image')
  return [...new Set(podChangers.flatMap(changer => [...changesTo(use, changer)]))].toSorted()
}

const nothing: readonly string[] = []
const images = ['images']
const secrets = ['pull secrets']
const all = ['accounts', 'images', 'pull secrets']

type Row = readonly [name: string, policy: string, changes: readonly string[]]

const kyverno = (rule: string, head = 'kind: ClusterPolicy\nmetadata: {name: p}'): string =>
  `apiVersion: kyverno.io/v1\n${head}\nspec:\n  rules:\n    - name: a\n${rule.replace(/^/gm, '      ')}\n`

const anyPod = 'match: {any: [{resources: {kinds: [Pod]}}]}'
const rewriting = `mutate:
  foreach:
    - list: request.object.spec.containers
      patchStrategicMerge:
        spec:
          containers:
            - name: '{{ element.name }}'
              image: 'mirror.example.com/{{ images.containers."{{element.name}}".path }}'`
const adding = 'mutate: {patchStrategicMerge: {spec: {imagePullSecrets: [{name: regcred}]}}}'

describe('what rules of Kyverno change', () => {
  test.each<Row>([
    ['a rewritten registry', kyverno(`${anyPod}\n${rewriting}`), images],
    ['a pull secret for every pod', kyverno(`${anyPod}\n${adding}`), secrets],
    [
      'labels alone',
      kyverno(`${anyPod}\nmutate: {patchStrategicMerge: {metadata: {labels: {a: b}}}}`),
      nothing
    ],
    [
      'a pull policy',
      kyverno(
        `${anyPod}\nmutate: {patchStrategicMerge: {spec: {containers: [{(name): "*", imagePullPolicy: Always}]}}}`
      ),
      nothing
    ],
    [
      'no token for the account',
      kyverno(
        `${anyPod}\nmutate: {patchStrategicMerge: {spec: {automountServiceAccountToken: false}}}`
      ),
      nothing
    ],
    [
      'another account',
      kyverno(`${anyPod}\nmutate: {patchStrategicMerge: {spec: {serviceAccountName: puller}}}`),
      ['accounts']
    ],
    [
      'validation alone',
      kyverno(
        `${anyPod}\nvalidate: {pattern: {spec: {containers: [{image: "contoso.azurecr.io/*"}]}}}`
      ),
      nothing
    ],
    [
      'the image by a JSON patch',
      kyverno(
        `${anyPod}\nmutate:\n  patchesJson6902: |-\n    - op: replace\n      path: /spec/containers/0/image\n      value: mirror.example.com/web:1`
      ),
      images
    ],
    [
      'the image of each container by a JSON patch',
      kyverno(
        `${anyPod}\nmutate:\n  foreach:\n    - list: request.object.spec.containers\n      patchesJson6902: |-\n        - path: "/spec/containers/{{elementIndex}}/image"\n          op: replace\n          value: "{{ regex_replace_all('^[^/]+', element.image, 'mirror.example.com') }}"`
      ),
      images
    ],
    [
      'a container more by a JSON patch',
      kyverno(
        `${anyPod}\nmutate:\n  patchesJson6902: |-\n    - op: add\n      path: /spec/containers/-\n      value: {name: proxy, image: mirror.example.com/proxy:1}`
      ),
      nothing
    ],
    [
      'a label by a JSON patch in JSON',
      kyverno(
        `${anyPod}\nmutate:\n  patchesJson6902: '[{"op": "add", "path": "/metadata/labels/a", "value": "image"}]'`
      ),
      nothing
    ],
    [
      'pull secrets by a JSON patch in JSON',
      kyverno(
        `${anyPod}\nmutate:\n  patchesJson6902: '[{"op": "add", "path": "/spec/imagePullSecrets/-", "value": {"name": "r"}}]'`
      ),
      secrets
    ],
    [
      'a sidecar of another name',
      kyverno(
        `${anyPod}\nmutate: {patchStrategicMerge: {spec: {containers: [{name: proxy, image: "mirror.example.com/proxy:1"}]}}}`
      ),
      nothing
    ],
    [
      'the container of this name',
      kyverno(
        `${anyPod}\nmutate: {patchStrategicMerge: {spec: {containers: [{name: web, image: "mirror.example.com/web:1"}]}}}`
      ),
      images
    ],
    [
      'images of another registry',
      kyverno(
        `${anyPod}\nmutate: {patchStrategicMerge: {spec: {containers: [{(image): "docker.io/*", image: "mirror.example.com/web:1"}]}}}`
      ),
      nothing
    ],
    [
      'images of this registry',
      kyverno(
        `${anyPod}\nmutate: {patchStrategicMerge: {spec: {containers: [{(image): "contoso.azurecr.io/*", image: "mirror.example.com/web:1"}]}}}`
      ),
      images
    ],
    [
      'images where there is none',
      kyverno(
        `${anyPod}\nmutate: {patchStrategicMerge: {spec: {containers: [{(name): "*", +(image): "mirror.example.com/web:1"}]}}}`
      ),
      nothing
    ],
    [
      'pods of this namespace',
      kyverno(`match: {any: [{resources: {kinds: [Pod], namespaces: [sh*]}}]}\n${rewriting}`),
      images
    ],
    [
      'pods of another namespace',
      kyverno(`match: {any: [{resources: {kinds: [Pod], namespaces: [dev]}}]}\n${rewriting}`),
      nothing
    ],
    [
      'pods of every namespace but this',
      kyverno(`${anyPod}\nexclude: {any: [{resources: {namespaces: [shop]}}]}\n${rewriting}`),
      nothing
    ],
    [
      'pods of every namespace but this, for some people',
      kyverno(
        `${anyPod}\nexclude: {any: [{resources: {namespaces: [shop]}, clusterRoles: [admin]}]}\n${rewriting}`
      ),
      images
    ],
    [
      'pods with these labels',
      kyverno(
        `match: {any: [{resources: {kinds: [Pod], selector: {matchLabels: {app: web}}}}]}\n${rewriting}`
      ),
      images
    ],
    [
      'pods with other labels',
      kyverno(
        `match: {any: [{resources: {kinds: [Pod], selector: {matchLabels: {app: api}}}}]}\n${rewriting}`
      ),
      nothing
    ],
    [
      'pods with labels that a pattern chooses',
      kyverno(
        `match: {any: [{resources: {kinds: [Pod], selector: {matchLabels: {app: "w*"}}}}]}\n${rewriting}`
      ),
      images
    ],
    [
      'pods of namespaces with labels that only the cluster knows',
      kyverno(
        `match: {any: [{resources: {kinds: [Pod], namespaceSelector: {matchLabels: {mirror: "on"}}}}]}\n${rewriting}`
      ),
      images
    ],
    [
      'the namespace by the label that each has',
      kyverno(
        `match: {any: [{resources: {kinds: [Pod], namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: dev}}}}]}\n${rewriting}`
      ),
      nothing
    ],
    [
      'Deployments',
      kyverno(
        `match: {any: [{resources: {kinds: [apps/v1/Deployment]}}]}\nmutate: {patchStrategicMerge: {spec: {template: {spec: {containers: [{(name): "*", image: x}]}}}}}`
      ),
      images
    ],
    [
      'StatefulSets',
      kyverno(
        `match: {any: [{resources: {kinds: [StatefulSet]}}]}\nmutate: {patchStrategicMerge: {spec: {template: {spec: {containers: [{(name): "*", image: x}]}}}}}`
      ),
      nothing
    ],
    [
      'pods of this name',
      kyverno(`match: {any: [{resources: {kinds: [Pod], names: [web-*]}}]}\n${rewriting}`),
      images
    ],
    [
      'pods of another name',
      kyverno(`match: {any: [{resources: {kinds: [Pod], names: [api-*]}}]}\n${rewriting}`),
      nothing
    ],
    [
      'the old form of match',
      kyverno(`match: {resources: {kinds: [Pod], namespaces: [dev]}}\n${rewriting}`),
      nothing
    ],
    [
      'all that is asked for',
      kyverno(
        `match: {all: [{resources: {kinds: [Pod]}}, {resources: {namespaces: [dev]}}]}\n${rewriting}`
      ),
      nothing
    ],
    [
      'a policy of this namespace',
      kyverno(`${anyPod}\n${rewriting}`, 'kind: Policy\nmetadata: {name: p, namespace: shop}'),
      images
    ],
    [
      'a policy of another namespace',
      kyverno(`${anyPod}\n${rewriting}`, 'kind: Policy\nmetadata: {name: p, namespace: dev}'),
      nothing
    ],
    [
      'accounts, of which a pod gets pull secrets',
      kyverno(
        `match: {any: [{resources: {kinds: [ServiceAccount], names: [default]}}]}\nmutate: {patchStrategicMerge: {imagePullSecrets: [{name: r}]}}`
      ),
      ['accounts']
    ],
    [
      'accounts of another name',
      kyverno(
        `match: {any: [{resources: {kinds: [ServiceAccount], names: [builder]}}]}\nmutate: {patchStrategicMerge: {imagePullSecrets: [{name: r}]}}`
      ),
      nothing
    ],
    [
      'accounts that are there already',
      kyverno(
        `match: {any: [{resources: {kinds: [Secret], names: [r]}}]}\nmutate: {targets: [{apiVersion: v1, kind: ServiceAccount, name: default}], patchStrategicMerge: {imagePullSecrets: [{name: r}]}}`
      ),
      ['accounts']
    ]
  ])('%s', (_, policy, expected) => {
    expect(changed(policy)).toEqual(expected)
  })

  test('what an operator makes of its own object is a pod of any name', () => {
    const policy = kyverno(
      `match: {any: [{resources: {kinds: [Pod], names: [broker-*]}}]}\n${rewriting}`
    )
    expect(changed(policy, resource)).toEqual(images)
  })
})

const gatekeeper = (kind: string, spec: string): string =>
  `apiVersion: mutations.gatekeeper.sh/v1\nkind: ${kind}\nmetadata: {name: p}\nspec: ${spec}\n`

const toPods = 'applyTo: [{groups: [""], versions: [v1], kinds: [Pod]}]'
const everyImage = 'location: "spec.containers[name:*].image"'

describe('what mutators of Gatekeeper change', () => {
  test.each<Row>([
    [
      'a pull secret',
      gatekeeper(
        'Assign',
        `{${toPods}, location: "spec.imagePullSecrets", parameters: {assign: {value: [{name: r}]}}}`
      ),
      secrets
    ],
    [
      'a pull secret more',
      gatekeeper(
        'ModifySet',
        `{${toPods}, location: "spec.imagePullSecrets", parameters: {operation: merge, values: {fromList: [{name: r}]}}}`
      ),
      secrets
    ],
    [
      'the image',
      gatekeeper('Assign', `{${toPods}, ${everyImage}, parameters: {assign: {value: x}}}`),
      images
    ],
    [
      'the image of another container',
      gatekeeper(
        'Assign',
        `{${toPods}, location: "spec.containers[name:proxy].image", parameters: {assign: {value: x}}}`
      ),
      nothing
    ],
    [
      'the registry',
      gatekeeper(
        'AssignImage',
        `{${toPods}, ${everyImage}, parameters: {assignDomain: mirror.example.com}}`
      ),
      images
    ],
    [
      'the registry that the image has already',
      gatekeeper(
        'AssignImage',
        `{${toPods}, ${everyImage}, parameters: {assignDomain: contoso.azurecr.io}}`
      ),
      nothing
    ],
    [
      'the tag, of which nobody has to be allowed more',
      gatekeeper('AssignImage', `{${toPods}, ${everyImage}, parameters: {assignTag: ":2"}}`),
      nothing
    ],
    [
      'the pull policy',
      gatekeeper(
        'Assign',
        `{${toPods}, location: "spec.containers[name:*].imagePullPolicy", parameters: {assign: {value: Always}}}`
      ),
      nothing
    ],
    [
      'the account',
      gatekeeper(
        'Assign',
        `{${toPods}, location: spec.serviceAccountName, parameters: {assign: {value: puller}}}`
      ),
      ['accounts']
    ],
    [
      'pods of another namespace',
      gatekeeper(
        'AssignImage',
        `{${toPods}, match: {namespaces: [dev]}, ${everyImage}, parameters: {assignDomain: mirror.example.com}}`
      ),
      nothing
    ],
    [
      'pods of every namespace but this',
      gatekeeper(
        'AssignImage',
        `{${toPods}, match: {excludedNamespaces: [sh*]}, ${everyImage}, parameters: {assignDomain: mirror.example.com}}`
      ),
      nothing
    ],
    [
      'pods with other labels',
      gatekeeper(
        'AssignImage',
        `{${toPods}, match: {labelSelector: {matchExpressions: [{key: tier, operator: NotIn, values: [front]}]}}, ${everyImage}, parameters: {assignDomain: mirror.example.com}}`
      ),
      nothing
    ],
    [
      'what is no pod',
      gatekeeper(
        'Assign',
        `{applyTo: [{groups: [batch], versions: [v1], kinds: [Job]}], location: "spec.template.spec.containers[name:*].image", parameters: {assign: {value: x}}}`
      ),
      nothing
    ],
    [
      'an annotation',
      gatekeeper(
        'AssignMetadata',
        '{location: "metadata.annotations.image", parameters: {assign: {value: x}}}'
      ),
      nothing
    ]
  ])('%s', (_, policy, expected) => {
    expect(changed(policy)).toEqual(expected)
  })
})

const admission = (kind: string, group: string, spec: string): string =>
  `apiVersion: ${group}\nkind: ${kind}\nmetadata: {name: p}\nspec:\n${spec.replace(/^/gm, '  ')}\n`
const podRules =
  'matchConstraints: {resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]}'
const setsImage =
  'mutations:\n  - patchType: ApplyConfiguration\n    applyConfiguration:\n      expression: >-\n        Object{spec: Object.spec{containers: object.spec.containers.map(c, Object.spec.containers.item{name: c.name, image: "mirror.example.com/" + c.image})}}'

describe('what policies in CEL change', () => {
  test.each<Row>([
    [
      'the images of pods',
      admission(
        'MutatingAdmissionPolicy',
        'admissionregistration.k8s.io/v1beta1',
        `${podRules}\n${setsImage}`
      ),
      images
    ],
    [
      'the same by Kyverno',
      admission('MutatingPolicy', 'policies.kyverno.io/v1alpha1', `${podRules}\n${setsImage}`),
      images
    ],
    [
      'a sidecar, merged by its name',
      admission(
        'MutatingAdmissionPolicy',
        'admissionregistration.k8s.io/v1',
        `${podRules}\nmutations:\n  - patchType: ApplyConfiguration\n    applyConfiguration:\n      expression: >-\n        Object{spec: Object.spec{initContainers: [Object.spec.initContainers{name: "mesh-proxy", image: "mesh/proxy:v1", restartPolicy: "Always"}]}}`
      ),
      nothing
    ],
    [
      'the container of this name, merged by it',
      admission(
        'MutatingAdmissionPolicy',
        'admissionregistration.k8s.io/v1',
        `${podRules}\nmutations:\n  - patchType: ApplyConfiguration\n    applyConfiguration:\n      expression: >-\n        Object{spec: Object.spec{containers: [Object.spec.containers{name: "web", image: "mirror.example.com/web:1"}]}}`
      ),
      images
    ],
    [
      'labels of pods, by their images',
      admission(
        'MutatingAdmissionPolicy',
        'admissionregistration.k8s.io/v1',
        `${podRules}\nmutations:\n  - patchType: JSONPatch\n    jsonPatch:\n      expression: 'object.spec.containers.exists(c, c.image.startsWith("docker.io/")) ? [JSONPatch{op: "add", path: "/metadata/labels/hub", value: "yes"}] : []'`
      ),
      nothing
    ],
    [
      'pull secrets by a patch',
      admission(
        'MutatingAdmissionPolicy',
        'admissionregistration.k8s.io/v1',
        `${podRules}\nmutations:\n  - patchType: JSONPatch\n    jsonPatch:\n      expression: '[JSONPatch{op: "add", path: "/spec/imagePullSecrets/-", value: Object.spec.imagePullSecrets{name: "r"}}]'`
      ),
      secrets
    ],
    [
      'what is no pod',
      admission(
        'MutatingAdmissionPolicy',
        'admissionregistration.k8s.io/v1',
        `matchConstraints: {resourceRules: [{apiGroups: [""], operations: [CREATE], resources: [configmaps]}]}\n${setsImage}`
      ),
      nothing
    ],
    [
      'pods with other labels',
      admission(
        'MutatingAdmissionPolicy',
        'admissionregistration.k8s.io/v1',
        `matchConstraints: {objectSelector: {matchLabels: {app: api}}, resourceRules: [{apiGroups: [""], operations: [CREATE], resources: [pods]}]}\n${setsImage}`
      ),
      nothing
    ]
  ])('%s', (_, policy, expected) => {
    expect(changed(policy)).toEqual(expected)
  })
})

const placed = (kind: string, group: string, spec: string): string =>
  `apiVersion: ${group}\nkind: ${kind}\nmetadata: {name: p, namespace: shop}\nspec: ${spec}\n`
const fleet = (selector: string, path: string): string =>
  placed(
    'ResourceOverride',
    'placement.kubernetes-fleet.io/v1beta1',
    `{resourceSelectors: [${selector}], policy: {overrideRules: [{clusterSelector: {}, jsonPatchOverrides: [{op: replace, path: ${path}, value: x}]}]}}`
  )
const theDeployment = '{group: apps, version: v1, kind: Deployment, name: web}'
const karmada = (overriders: string, kind = 'Deployment'): string =>
  placed(
    'OverridePolicy',
    'policy.karmada.io/v1alpha1',
    `{resourceSelectors: [{apiVersion: apps/v1, kind: ${kind}}], overrideRules: [{overriders: ${overriders}}]}`
  )
const kubewarden = (mutating: boolean, resources = 'pods'): string =>
  placed(
    'ClusterAdmissionPolicy',
    'policies.kubewarden.io/v1',
    `{module: "registry://ghcr.io/kubewarden/policies/x:v1", mutating: ${mutating}, rules: [{apiGroups: [""], apiVersions: [v1], resources: [${resources}], operations: [CREATE]}]}`
  )
const sidecars = (more: string): string =>
  placed(
    'SidecarSet',
    'apps.kruise.io/v1beta1',
    `{selector: {matchLabels: {app: web}}, containers: [{name: proxy, image: "mirror.example.com/proxy:1"}]${more}}`
  )

describe('what other engines change', () => {
  test.each<Row>([
    [
      'an image on some clusters of a fleet',
      fleet(theDeployment, '/spec/template/spec/containers/0/image'),
      images
    ],
    ['replicas on some clusters of a fleet', fleet(theDeployment, '/spec/replicas'), nothing],
    [
      'an image of another Deployment of a fleet',
      fleet(theDeployment.replace('web', 'api'), '/spec/template/spec/containers/0/image'),
      nothing
    ],
    [
      'the registry by Karmada',
      karmada(
        '{imageOverrider: [{component: Registry, operator: replace, value: mirror.example.com}]}'
      ),
      images
    ],
    [
      'the tag by Karmada',
      karmada('{imageOverrider: [{component: Tag, operator: replace, value: "2"}]}'),
      nothing
    ],
    [
      'the registry of StatefulSets by Karmada',
      karmada(
        '{imageOverrider: [{component: Registry, operator: replace, value: x}]}',
        'StatefulSet'
      ),
      nothing
    ],
    [
      'pull secrets by Karmada',
      karmada(
        '{plaintext: [{path: /spec/template/spec/imagePullSecrets, operator: add, value: [{name: r}]}]}'
      ),
      secrets
    ],
    ['a module of Kubewarden that may mutate', kubewarden(true), all],
    ['a module of Kubewarden that validates', kubewarden(false), nothing],
    ['a module of Kubewarden for what is no pod', kubewarden(true, 'ingresses'), nothing],
    ['a sidecar and its pull secret', sidecars(', imagePullSecrets: [{name: r}]'), secrets],
    ['a sidecar alone', sidecars(''), nothing]
  ])('%s', (_, policy, expected) => {
    expect(changed(policy)).toEqual(expected)
  })
})

const webhook = (name: string, rule: string, more = ''): string =>
  `apiVersion: admissionregistration.k8s.io/v1\nkind: MutatingWebhookConfiguration\nmetadata: {name: p}\nwebhooks: [{name: ${name}, rules: [${rule}], ${more} clientConfig: {service: {name: hook, namespace: tools}}}]\n`
const onPods = '{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}'

describe('what webhooks change', () => {
  test.each<Row>([
    ['one for pods, of a program that nobody knows', webhook('hook.example.com', onPods), all],
    [
      'one for everything',
      webhook(
        'hook.example.com',
        '{apiGroups: ["*"], apiVersions: ["*"], operations: ["*"], resources: ["*/*"]}'
      ),
      all
    ],
    [
      'one for Deployments',
      webhook(
        'hook.example.com',
        '{apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments]}'
      ),
      all
    ],
    [
      'one for resources of its own',
      webhook(
        'webhook.cert-manager.io',
        '{apiGroups: [cert-manager.io], apiVersions: [v1], operations: [CREATE], resources: ["*/*"]}'
      ),
      nothing
    ],
    [
      'one for what is deleted',
      webhook(
        'hook.example.com',
        '{apiGroups: [""], apiVersions: [v1], operations: [DELETE], resources: [pods]}'
      ),
      nothing
    ],
    [
      'one that lets an eviction through',
      webhook(
        'hook.example.com',
        '{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods/eviction]}'
      ),
      nothing
    ],
    [
      'one for other namespaces',
      webhook(
        'hook.example.com',
        onPods,
        'namespaceSelector: {matchExpressions: [{key: kubernetes.io/metadata.name, operator: NotIn, values: [shop]}]},'
      ),
      nothing
    ],
    [
      'one for pods with other labels',
      webhook('hook.example.com', onPods, 'objectSelector: {matchLabels: {inject: "yes"}},'),
      nothing
    ],
    [
      'one that adds a sidecar and its pull secrets',
      webhook('namespace.sidecar-injector.istio.io', onPods),
      secrets
    ],
    ['one that adds environment', webhook('mutation.azure-workload-identity.io', onPods), nothing]
  ])('%s', (_, policy, expected) => {
    expect(changed(policy)).toEqual(expected)
  })

  test('one that fills in the resources of its operator leaves their images', () => {
    const own =
      '{apiGroups: [rabbitmq.com], apiVersions: ["*"], operations: [CREATE], resources: [rabbitmqclusters]}'
    expect(changed(webhook('hook.example.com', own), resource)).toEqual(nothing)
  })
})

const program = (image: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: p, namespace: tools}\nspec: {template: {spec: {containers: [{name: a, image: "${image}"}]}}}\n`

describe('what programs change', () => {
  test.each<Row>([
    [
      'a patcher of accounts',
      program('registry.example.com/tools/imagepullsecret-patcher:1'),
      ['accounts']
    ],
    ['an image swapper', program('ghcr.io/estahn/k8s-image-swapper:1'), images],
    [
      'a program that copies Secrets where they ask for it',
      program('quay.io/mittwald/kubernetes-replicator:v2'),
      nothing
    ],
    ['a program with a name of its own', program('contoso.azurecr.io/shop/images:1'), nothing],
    [
      'a job that patches accounts',
      'apiVersion: batch/v1\nkind: Job\nmetadata: {name: p, namespace: tools}\nspec: {template: {spec: {containers: [{name: a, image: "docker.io/bitnami/kubectl:1", args: [patch, sa, default, -p, \'{"imagePullSecrets": [{"name": "r"}]}\']}]}}}\n',
      ['accounts']
    ]
  ])('%s', (_, policy, expected) => {
    expect(changed(policy)).toEqual(expected)
  })
})

test('a policy in a template that was not rendered may change anything', () => {
  const template = `{{- if .Values.mirror }}\napiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: {name: p}\nspec: {rules: [{mutate: {patchStrategicMerge: {spec: {imagePullSecrets: [{name: r}]}}}}]}\n{{- end }}\n`
  expect(changed(template)).toEqual(all)
})
