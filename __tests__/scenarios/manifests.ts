type PodOptions = {
  readonly name?: string
  readonly namespace?: string
  /** Lines of the PodSpec besides its containers, such as `serviceAccountName: web`. */
  readonly pod?: readonly string[]
  /** Lines of the container besides name and image. */
  readonly container?: readonly string[]
}

const indented = (lines: readonly string[], spaces: number): string[] =>
  lines.map(line => `${' '.repeat(spaces)}${line}`)

/** A Deployment of one container. The image stands on the line that follows the container's name. */
export const deployment = (image: string, options: PodOptions = {}): string =>
  [
    'apiVersion: apps/v1',
    'kind: Deployment',
    'metadata:',
    `  name: ${options.name ?? 'web'}`,
    ...(options.namespace === undefined ? [] : [`  namespace: ${options.namespace}`]),
    'spec:',
    '  template:',
    '    spec:',
    ...indented(options.pod ?? [], 6),
    '      containers:',
    '        - name: web',
    `          image: ${image}`,
    ...indented(options.container ?? [], 10),
    ''
  ].join('\n')

export const cronJob = (image: string): string =>
  [
    'apiVersion: batch/v1',
    'kind: CronJob',
    'metadata:',
    '  name: web',
    'spec:',
    '  jobTemplate:',
    '    spec:',
    '      template:',
    '        spec:',
    `          containers: [{name: web, image: '${image}'}]`,
    ''
  ].join('\n')

/** A pod with one image in each kind of place. */
export const podWith = (images: { readonly init: string; readonly main: string }): string =>
  [
    'apiVersion: v1',
    'kind: Pod',
    'metadata:',
    '  name: web',
    'spec:',
    '  initContainers:',
    `    - {name: init, image: '${images.init}'}`,
    '  containers:',
    `    - {name: web, image: '${images.main}'}`,
    ''
  ].join('\n')

/** A ConfigMap of one entry: no PodSpec, so nothing says that the kubelet pulls what it names. */
export const configMap = (key: string, text: string): string =>
  [
    'apiVersion: v1',
    'kind: ConfigMap',
    'metadata: {name: settings}',
    'data:',
    `  ${key}: ${text}`,
    ''
  ].join('\n')

export const serviceAccount = (
  name: string,
  options: {
    readonly annotations?: Readonly<Record<string, string>>
    readonly secrets?: readonly string[]
  } = {}
): string =>
  [
    'apiVersion: v1',
    'kind: ServiceAccount',
    'metadata:',
    `  name: ${name}`,
    ...(options.annotations === undefined
      ? []
      : [
          '  annotations:',
          ...Object.entries(options.annotations).map(([key, value]) => `    ${key}: ${value}`)
        ]),
    ...(options.secrets === undefined
      ? []
      : ['imagePullSecrets:', ...options.secrets.map(secret => `  - name: ${secret}`)]),
    ''
  ].join('\n')

/** An AcrPullBinding (Azure/msi-acrpull, v1beta1): its controller signs in to the registry as this identity. */
export const pullBinding = (account: string, server: string, identityId: string): string =>
  [
    'apiVersion: msi-acrpull.microsoft.com/v1beta1',
    'kind: AcrPullBinding',
    'metadata:',
    '  name: pull',
    'spec:',
    `  acrServer: ${server}`,
    `  managedIdentityResourceID: ${identityId}`,
    `  serviceAccountName: ${account}`,
    ''
  ].join('\n')

export type Login = { readonly username: string; readonly password: string }

/** Recognisable, because it must never appear in any output. */
export const secretPassword = 'canary-password-of-a-pull-secret'

/** A docker config Secret; `hosts` maps the keys of `auths` to who signs in there. */
export const pullSecret = (
  name: string,
  hosts: Readonly<Record<string, Login>>,
  type = 'kubernetes.io/dockerconfigjson'
): string => {
  const config = Buffer.from(JSON.stringify({ auths: hosts })).toString('base64')
  return [
    'apiVersion: v1',
    'kind: Secret',
    `type: ${type}`,
    'metadata:',
    `  name: ${name}`,
    'data:',
    `  .dockerconfigjson: ${config}`,
    ''
  ].join('\n')
}

export const documents = (...texts: readonly string[]): string => texts.join('---\n')

/** A Deployment of the image, beside the pull secret that it names: for registry contoso, with this user. */
export const deploymentWithSecretOf = (username: string, image: string): string =>
  documents(
    pullSecret('pull', { 'contoso.azurecr.io': { username, password: secretPassword } }),
    deployment(image, { pod: ['imagePullSecrets: [{name: pull}]'] })
  )
