import {
  container,
  fill,
  host,
  object,
  pod,
  podSpec,
  repeated,
  size,
  times,
  type Flood
} from './flood.ts'
import { longImages, secret } from './images.ts'

const inFields: readonly Flood[] = longImages.map(([what, piece]) => ({
  title: `a field named like an image, of ${what}`,
  files: () => ({
    'deploy/a.yaml': object(
      'example.com/v1',
      'Thing',
      'a',
      `spec:\n  sidecarImage: ${JSON.stringify(repeated(piece))}\n`
    )
  })
}))

const inMentions: readonly Flood[] = [
  ...longImages,
  ['host names', `${host},`] as const,
  ['labels before a host', `a-${host}:1`] as const
].map(([what, piece]) => ({
  title: `a text of ${what}`,
  files: () => ({
    'deploy/a.yaml': object(
      'v1',
      'ConfigMap',
      'a',
      `data:\n  note: ${JSON.stringify(`${host}/${repeated(piece)}`)}\n`
    )
  })
}))

/** Everything of which a file of ten million bytes may have too much. */
export const shapes: readonly Flood[] = [
  ...inFields,
  ...inMentions,
  {
    title: 'containers with one image',
    files: () => ({
      'deploy/a.yaml': pod(
        'a',
        fill(index => container(`c${index}`, `${host}/shop/web:1`))
      )
    })
  },
  {
    title: 'containers with an image each',
    files: () => ({
      'deploy/a.yaml': pod(
        'a',
        fill(index => container(`c${index}`, `${host}/shop/web:${index}`))
      )
    })
  },
  {
    title: 'containers with a repository each',
    files: () => ({
      'deploy/a.yaml': pod(
        'a',
        fill(index => container(`c${index}`, `contosoplatform.azurecr.io/shop/web${index}`))
      )
    })
  },
  {
    title: 'containers with a registry each',
    files: () => ({
      'deploy/a.yaml': pod(
        'a',
        fill(index => container(`c${index}`, `contoso${index}.azurecr.io/a`))
      )
    })
  },
  {
    title: 'containers with an invalid image each',
    files: () => ({
      'deploy/a.yaml': pod(
        'a',
        fill(index => container(`c${index}`, `${host}/Shop${index}`))
      )
    })
  },
  {
    title: 'containers with a placeholder each',
    files: () => ({
      'deploy/a.yaml': pod(
        'a',
        fill(index => container(`c${index}`, `\${A${index}}/a`))
      )
    })
  },
  {
    title: 'pods',
    files: () => ({
      'deploy/a.yaml': fill(
        index => `${pod(`p${index}`, container('c', `${host}/shop/web:${index}`))}---\n`
      )
    })
  },
  {
    title: 'pods with a suppression each',
    files: () => ({
      'deploy/a.yaml': times(
        30_000,
        index =>
          `${pod(`p${index}`, container('c', `${host}/shop/web:1 # acr-pull-check: ignore[no-pull-grant] known`))}---\n`
      )
    })
  },
  {
    title: 'pods in one namespace each',
    heavy: true,
    files: () => ({
      'deploy/a.yaml': fill(
        index =>
          `${object('v1', 'Pod', `p\n  namespace: n${index}`, podSpec(container('c', `${host}/shop/web:1`)))}---\n`
      )
    })
  },
  {
    title: 'pods with a pull secret each',
    heavy: true,
    files: () => ({
      'deploy/a.yaml': fill(
        index =>
          `${pod(`p${index}`, container('c', `${host}/shop/web:1`), `  imagePullSecrets:\n${secret(index)}`)}---\n`
      )
    })
  },
  {
    title: 'pods with an account each',
    files: () => ({
      'deploy/a.yaml': fill(
        index =>
          `${pod(`p${index}`, container('c', `${host}/shop/web:1`), `  serviceAccountName: a${index}\n`)}---\n`
      )
    })
  },
  {
    title: 'pods with a node selector each',
    heavy: true,
    files: () => ({
      'deploy/a.yaml': fill(
        index =>
          `${pod(`p${index}`, container('c', `${host}/shop/web:1`), `  nodeSelector: {a: b${index}}\n`)}---\n`
      )
    })
  },
  {
    title: 'secrets times containers',
    files: () => ({
      'deploy/a.yaml': pod(
        'a',
        fill(index => container(`c${index}`, `${host}/shop/web:${index}`), size / 2),
        `  imagePullSecrets:\n${fill(secret, size / 2)}`
      )
    })
  },
  {
    title: 'secrets of pods times pods',
    files: () => ({
      'deploy/a.yaml': fill(
        index =>
          `${pod(`p${index}`, container('c', `${host}/shop/web:${index}`), `  imagePullSecrets:\n${times(100, one => secret(one + index))}`)}---\n`
      )
    })
  },
  {
    title: 'secrets of the manifests',
    files: () => ({
      'deploy/a.yaml': pod(
        'a',
        container('c', `${host}/shop/web:1`),
        `  imagePullSecrets: [{name: s1}]\n`
      ),
      'deploy/b.yaml': fill(
        index =>
          `${object('v1', 'Secret', `s${index}`, `type: kubernetes.io/dockerconfigjson\nstringData:\n  .dockerconfigjson: '{"auths":{"${host}":{"username":"a","password":"b"}}}'\n`)}---\n`
      )
    })
  },
  {
    title: 'secrets of one name',
    files: () => ({
      'deploy/a.yaml': pod(
        'a',
        container('c', `${host}/shop/web:1`),
        `  imagePullSecrets: [{name: s}]\n`
      ),
      'deploy/b.yaml': repeated(
        `${object('v1', 'Secret', `s`, `type: kubernetes.io/dockerconfigjson\nstringData:\n  .dockerconfigjson: '{"auths":{"${host}":{"username":"a","password":"b"}}}'\n`)}---\n`
      )
    })
  },
  {
    title: 'entries of one secret',
    files: () => ({
      'deploy/a.yaml': `${pod(
        'a',
        fill(index => container(`c${index}`, `${host}/shop/web:${index}`), size / 2),
        `  imagePullSecrets: [{name: s}]\n`
      )}---\n${object('v1', 'Secret', 's', `type: kubernetes.io/dockerconfigjson\nstringData:\n  .dockerconfigjson: '{"auths":{${fill(index => `"*.${index}.azurecr.io":{"auth":"YTpi"},`, size / 2)}"${host}":{"auth":"YTpi"}}}'\n`)}`
    })
  },
  {
    title: 'globs of one secret',
    heavy: true,
    files: () => ({
      'deploy/a.yaml': `${pod(
        'a',
        fill(index => container(`c${index}`, `${host}/shop/web:${index}`), size / 10),
        `  imagePullSecrets: [{name: s}]\n`
      )}---\n${object('v1', 'Secret', 's', `type: kubernetes.io/dockerconfigjson\nstringData:\n  .dockerconfigjson: '{"auths":{"${repeated('*c*o', size / 2)}.azurecr.io":{"auth":"YTpi"}}}'\n`)}`
    })
  },
  {
    title: 'service accounts',
    files: () => ({
      'deploy/a.yaml': pod('a', container('c', `${host}/shop/web:1`), '  serviceAccountName: a1\n'),
      'deploy/b.yaml': fill(
        index =>
          `${object('v1', 'ServiceAccount', `a${index}`, `imagePullSecrets:\n- name: s${index}\n`)}---\n`
      )
    })
  },
  {
    title: 'service accounts of one name',
    files: () => ({
      'deploy/a.yaml': pod('a', container('c', `${host}/shop/web:1`), '  serviceAccountName: a\n'),
      'deploy/b.yaml': fill(
        index =>
          `${object('v1', 'ServiceAccount', 'a', `imagePullSecrets:\n- name: s${index}\n`)}---\n`
      )
    })
  },
  {
    title: 'secrets of one service account times pods',
    heavy: true,
    files: () => ({
      'deploy/a.yaml': fill(
        index =>
          `${pod(`p${index}`, container('c', `${host}/shop/web:${index}`), '  serviceAccountName: a\n')}---\n`,
        size / 2
      ),
      'deploy/b.yaml': object(
        'v1',
        'ServiceAccount',
        'a',
        `imagePullSecrets:\n${fill(index => `- name: s${index}\n`, size / 2)}`
      )
    })
  },
  {
    title: 'annotations of service accounts',
    files: () => ({
      'deploy/a.yaml': pod('a', container('c', `${host}/shop/web:1`), '  serviceAccountName: a\n'),
      'deploy/b.yaml': object(
        'v1',
        'ServiceAccount',
        `a\n  annotations:\n${fill(index => `    a${index}: b\n`)}`,
        ''
      )
    })
  },
  {
    title: 'containers of a custom resource beside pull secrets',
    files: () => ({
      'deploy/a.yaml': object(
        'example.com/v1',
        'Thing',
        'a',
        `spec:\n  imagePullSecrets:\n${fill(secret, 200_000)}  steps:\n${fill(index => container(`c${index}`, `${host}/shop/web:${index}`), size / 3)}`
      )
    })
  },
  {
    title: 'pull bindings',
    files: () => ({
      'deploy/a.yaml': pod('a', container('c', `${host}/shop/web:1`), '  serviceAccountName: a\n'),
      'deploy/b.yaml': fill(
        index =>
          `${object('acrpull.microsoft.com/v1beta1', 'AcrPullBinding', `b${index}`, `spec:\n  acrServer: ${host}\n  serviceAccountName: a\n`)}---\n`
      )
    })
  },
  {
    title: 'tolerations times containers',
    files: () => ({
      'deploy/a.yaml': pod(
        'a',
        fill(index => container(`c${index}`, `${host}/shop/web:${index}`), size / 2),
        `  tolerations:\n${fill(index => `  - {key: a${index}, operator: Exists}\n`, size / 2)}`
      )
    })
  },
  {
    title: 'affinity terms times pods',
    files: () => ({
      'deploy/a.yaml': fill(
        index =>
          `${pod(`p${index}`, container('c', `${host}/shop/web:${index}`), `  affinity:\n    nodeAffinity:\n      requiredDuringSchedulingIgnoredDuringExecution:\n        nodeSelectorTerms:\n${times(100, one => `        - matchExpressions: [{key: a${one}, operator: In, values: [b]}]\n`)}`)}---\n`
      )
    })
  },
  {
    title: 'values of one affinity times containers',
    files: () => ({
      'deploy/a.yaml': pod(
        'a',
        fill(index => container(`c${index}`, `${host}/shop/web:${index}`), size / 2),
        `  affinity:\n    nodeAffinity:\n      requiredDuringSchedulingIgnoredDuringExecution:\n        nodeSelectorTerms:\n        - matchExpressions:\n          - key: kubernetes.azure.com/agentpool\n            operator: In\n            values:\n${fill(index => `            - b${index}\n`, size / 2)}`
      )
    })
  },
  {
    title: 'entries of an environment',
    files: () => ({
      'deploy/a.yaml': pod(
        'a',
        `${container('c', `${host}/shop/web:1`)}    env:\n${fill(index => `    - name: A${index}\n      value: ${host}/shop/tool:${index}\n`)}`
      )
    })
  },
  {
    title: 'lines of a block of text that mention a registry',
    files: () => ({
      'deploy/a.yaml': object(
        'v1',
        'ConfigMap',
        'a',
        `data:\n  note: |\n${fill(index => `    ${host}/shop/tool:${index}\n`)}`
      )
    })
  },
  {
    title: 'lines of a quoted text that mention a registry',
    files: () => ({
      'deploy/a.yaml': object(
        'v1',
        'ConfigMap',
        'a',
        `data:\n  note: "${fill(index => `\\x20${host}/shop/tool:${index}\\n`)}"\n`
      )
    })
  },
  {
    title: 'comments that name templates',
    files: () => ({
      'deploy/a.yaml': `${pod('a', container('c', `${host}/shop/web:1`))}${fill(index => `---\n# Source: a/templates/${index}.yaml\n`)}`
    })
  },
  { title: 'broken documents', files: () => ({ 'deploy/a.yaml': repeated('---\nimage: [\n') }) },
  {
    title: 'broken objects',
    files: () => ({ 'deploy/a.yaml': repeated('---\napiVersion: v1\nkind: Pod\nimage: [\n') })
  },
  {
    title: 'broken separators',
    files: () => ({ 'deploy/a.yaml': repeated('--- a\nimage: b\n') })
  },
  { title: 'templates', files: () => ({ 'deploy/a.yaml': repeated('---\nimage: {{ a }}\n') }) },
  { title: 'ends of documents', files: () => ({ 'deploy/a.yaml': repeated('image: a\n...\n') }) },
  {
    title: 'openings of brackets',
    files: () => ({ 'deploy/a.yaml': `image: ${repeated('[')}` })
  },
  { title: 'openings of braces', files: () => ({ 'deploy/a.yaml': `image: ${repeated('{')}` }) },
  {
    title: 'openings of brackets on lines',
    files: () => ({ 'deploy/a.yaml': repeated('image: [\n') })
  },
  { title: 'openings of quotes', files: () => ({ 'deploy/a.yaml': repeated('image: "\n') }) },
  {
    title: 'brackets closed below their key',
    files: () => ({ 'deploy/a.yaml': `a:\n${repeated('  image: [\n  a\n  ]\n')}` })
  },
  {
    title: 'a bracket with comments',
    files: () => ({ 'deploy/a.yaml': `a:\n  image: [\n${repeated('  a, # b\n')}  ]\n` })
  },
  { title: 'tabs', files: () => ({ 'deploy/a.yaml': `image: a\n${repeated('\t')}` }) },
  {
    title: 'blanks and tabs',
    files: () => ({ 'deploy/a.yaml': `image: a\n${repeated('  \t')}` })
  },
  { title: 'blanks', files: () => ({ 'deploy/a.yaml': `image:${repeated(' ')}a\n` }) },
  {
    title: 'dashes',
    files: () => ({ 'deploy/a.yaml': `image:\n${repeated('- ', 1000)}\n${repeated('-')}` })
  },
  {
    title: 'lists in lists',
    files: () => ({ 'deploy/a.yaml': repeated(`---\nimage:\n${'- '.repeat(90)}a\n`) })
  },
  { title: 'line breaks', files: () => ({ 'deploy/a.yaml': `image: a\n${repeated('\n')}` }) },
  {
    title: 'question marks',
    files: () => ({ 'deploy/a.yaml': `image: a\n${repeated('? a\n')}` })
  },
  {
    title: 'directives',
    files: () => ({ 'deploy/a.yaml': repeated('%YAML 1.1\n---\nimage: a\n') })
  },
  { title: 'tags', files: () => ({ 'deploy/a.yaml': fill(index => `image${index}: !a b\n`) }) },
  {
    title: 'anchors',
    files: () => ({ 'deploy/a.yaml': fill(index => `image${index}: &a${index} b\n`) })
  },
  {
    title: 'aliases of one image',
    files: () => ({
      'deploy/a.yaml': `x: &a ${host}/shop/web:1\n${pod(
        'a',
        fill(index => `  - name: c${index}\n    image: *a\n`)
      )}`
    })
  },
  {
    title: 'aliases of aliases',
    files: () => ({
      'deploy/a.yaml': `a0: &a0 [${host}/shop/web:1]\n${times(30, index => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]\n`)}image: *a30\n`
    })
  },
  {
    title: 'aliases of a list',
    files: () => ({
      'deploy/a.yaml': `${object('v1', 'ConfigMap', 'a', `x: &a [${times(90, () => `${host}/shop/web:1, `)}b]\n`)}data:\n${fill(index => `  a${index}: [${'*a, '.repeat(5)}${'b, '.repeat(50)}c]\n`, size)}`
    })
  },
  {
    title: 'merge keys',
    files: () => ({
      'deploy/a.yaml': object(
        'v1',
        'ConfigMap',
        'a',
        `x: &a {image: ${host}/shop/web:1}\ndata:\n${fill(index => `  a${index}: {<<: *a, image: b}\n`)}`
      )
    })
  },
  {
    title: 'merge keys of one map',
    files: () => ({
      'deploy/a.yaml': object(
        'v1',
        'ConfigMap',
        'a',
        `x: &a {image: ${host}/shop/web:1}\ndata:\n${repeated(`  <<: *a\n`)}`
      )
    })
  },
  {
    title: 'a chain of merge keys',
    files: () => ({
      'deploy/a.yaml': object(
        'v1',
        'ConfigMap',
        'a',
        `a0: &a0 {image: ${host}/shop/web:1}\n${fill(index => `a${index + 1}: &a${index + 1} {<<: *a${index}, k${index}: b}\n`)}`
      )
    })
  },
  {
    title: 'keys of one map',
    files: () => ({
      'deploy/a.yaml': object(
        'v1',
        'ConfigMap',
        'a',
        `data:\n${fill(index => `  image${index}: b\n`)}`
      )
    })
  },
  {
    title: 'image keys of one map',
    heavy: true,
    files: () => ({
      'deploy/a.yaml': object(
        'v1',
        'ConfigMap',
        'a',
        `data:\n${fill(index => `  a${index}Image: ${host}/a:${index}\n`)}`
      )
    })
  },
  {
    title: 'one key again and again',
    files: () => ({
      'deploy/a.yaml': object('v1', 'ConfigMap', 'a', `data:\n${repeated(`  image: b\n`)}`)
    })
  },
  {
    title: 'one image key again and again',
    files: () => ({
      'deploy/a.yaml': pod('a', `  - name: c\n${fill(index => `    image: ${host}/a:${index}\n`)}`)
    })
  },
  {
    title: 'objects with an image twice',
    heavy: true,
    files: () => ({
      'deploy/a.yaml': repeated(`${pod('a', `  - name: c\n    image: a\n    image: b\n`)}---\n`)
    })
  },
  {
    title: 'one line of JSON',
    files: () => ({
      'deploy/a.json': `{"apiVersion":"v1","kind":"List","items":[${fill(index => `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"},"spec":{"containers":[{"name":"c","image":"${host}/a:${index}"}]}},`)}{}]}`
    })
  },
  {
    title: 'lists in a List',
    files: () => ({
      'deploy/a.yaml': object(
        'v1',
        'List',
        'a',
        `items:\n${repeated(`- {apiVersion: v1, kind: List, items: [{image: a}]}\n`)}`
      )
    })
  },
  { title: 'one long key', files: () => ({ 'deploy/a.yaml': `${repeated('image')}: a\n` }) },
  {
    title: 'one long name',
    files: () => ({
      'deploy/a.yaml': pod(repeated('n'), container('c', `${host}/shop/web:1`))
    })
  },
  {
    title: 'one long name times containers',
    heavy: true,
    files: () => ({
      'deploy/a.yaml': pod(
        repeated('n', size / 2),
        fill(index => container(`c${index}`, `${host}/shop/web:${index}`), size / 2)
      )
    })
  },
  {
    title: 'one long namespace times containers',
    heavy: true,
    files: () => ({
      'deploy/a.yaml': pod(
        `a\n  namespace: ${repeated('n', size / 2)}`,
        fill(index => container(`c${index}`, `${host}/shop/web:${index}`), size / 2)
      )
    })
  },
  {
    title: 'one long secret name times containers',
    heavy: true,
    files: () => ({
      'deploy/a.yaml': pod(
        'a',
        fill(index => container(`c${index}`, `${host}/shop/web:${index}`), size / 2),
        `  imagePullSecrets: [{name: ${repeated('n', size / 2)}}]\n`
      )
    })
  },
  {
    title: 'one long account name times containers',
    files: () => ({
      'deploy/a.yaml': pod(
        'a',
        fill(index => container(`c${index}`, `${host}/shop/web:${index}`), size / 2),
        `  serviceAccountName: ${repeated('n', size / 2)}\n`
      )
    })
  },
  {
    title: 'small files',
    files: () =>
      Object.fromEntries(
        Array.from({ length: 20_000 }, (_, index) => [
          `deploy/${index}.yaml`,
          pod(`p${index}`, container('c', `${host}/shop/web:${index}`)).padEnd(490, '#')
        ])
      )
  },
  {
    title: 'small broken files',
    heavy: true,
    files: () =>
      Object.fromEntries(
        Array.from({ length: 20_000 }, (_, index) => [`deploy/${index}.yaml`, 'image: ['])
      )
  },
  {
    title: 'folders in folders',
    files: () =>
      Object.fromEntries(
        Array.from({ length: 1_500 }, (_, index) => [
          `deploy/${'a/'.repeat(index)}a.yaml`,
          'image: a'
        ])
      )
  },
  {
    title: 'kustomizations',
    needs: 'kustomize',
    heavy: true,
    files: () =>
      Object.fromEntries(
        Array.from(
          { length: 200 },
          (_, index) =>
            [
              [`deploy/${index}/kustomization.yaml`, 'resources: [a.yaml]\n'],
              [`deploy/${index}/a.yaml`, pod('a', container('c', `${host}/a:${index}`))]
            ] as const
        ).flat()
      )
  },
  {
    title: 'Flux Kustomizations of one path',
    files: () => ({
      'deploy/a.yaml': pod('a', container('c', `${host}/shop/web:1`)),
      'deploy/b.yaml': fill(
        index =>
          `${object('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', `k${index}`, `spec:\n  path: ./deploy\n  targetNamespace: n${index}\n  sourceRef: {kind: GitRepository, name: a}\n`)}---\n`
      )
    })
  },
  {
    title: 'Argo CD Applications',
    files: () => ({
      'deploy/a.yaml': pod('a', container('c', `${host}/shop/web:1`)),
      'deploy/b.yaml': fill(
        index =>
          `${object('argoproj.io/v1alpha1', 'Application', `k${index}`, `spec:\n  source: {repoURL: 'https://github.com/contoso/shop', path: deploy}\n  destination: {namespace: n${index}}\n`)}---\n`
      )
    })
  },
  {
    title: 'values of Argo CD Applications',
    heavy: true,
    files: () => ({
      'deploy/b.yaml': fill(
        index =>
          `${object('argoproj.io/v1alpha1', 'Application', `k${index}`, `spec:\n  source:\n    helm:\n      values: |\n        image: ${host}/a:${index}\n`)}---\n`
      )
    })
  }
]
