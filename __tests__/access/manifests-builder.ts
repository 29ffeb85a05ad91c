import { parseReference } from '../../src/kubernetes/images/image-reference.ts'
import type { ParsedImage } from '../../src/kubernetes/images/parsed-image.ts'
import { lineLocation } from '../../src/yaml/location.ts'
import type { ImageUse, PodContext } from '../../src/kubernetes/images/image-use.ts'
import type {
  ManifestProblem,
  Manifests,
  PullBinding,
  Secret,
  SecretEntry,
  ServiceAccount
} from '../../src/kubernetes/manifests.ts'

const parsed = (text: string): ParsedImage => {
  const result = parseReference(text)
  return result.ok
    ? { kind: 'reference', text, reference: result.reference }
    : { kind: 'invalid', text, reason: result.reason }
}

export const pod = (changes: Partial<PodContext> = {}): PodContext => ({
  serviceAccountName: null,
  imagePullSecrets: [],
  nodeName: null,
  nodeSelector: {},
  nodeAffinity: null,
  tolerations: [],
  runtimeClassName: null,
  ...changes
})

/** A container of a Deployment in namespace `shop`. */
export const use = (text: string, changes: Partial<ImageUse> = {}): ImageUse => ({
  image: parsed(text),
  class: 'pod',
  location: lineLocation('deploy/app.yaml', 12),
  related: [],
  workload: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'app' },
  container: { name: 'app', type: 'container' },
  pullPolicy: null,
  pod: pod(),
  beside: null,
  labels: { object: {}, pod: {} },
  origin: null,
  unbuilt: null,
  unrendered: null,
  overridden: null,
  assumed: [],
  ...changes
})

export const account = (name: string, changes: Partial<ServiceAccount> = {}): ServiceAccount => ({
  namespace: 'shop',
  name,
  imagePullSecrets: [],
  annotations: {},
  location: lineLocation('deploy/account.yaml'),
  ...changes
})

/** Something about a file; `unread`: why what stands there is not known. */
export const problem = (file: string, unread: ManifestProblem['unread']): ManifestProblem => ({
  check: 'manifest-unreadable',
  severity: 'warning',
  message: 'invented',
  remediation: 'invented',
  location: lineLocation(file),
  unread
})

export const entry = (key: string, changes: Partial<SecretEntry> = {}): SecretEntry => ({
  key,
  user: { kind: 'name', name: 'ci-token' },
  complete: true,
  ...changes
})

export const secret = (name: string, changes: Partial<Secret> = {}): Secret => ({
  namespace: 'shop',
  name,
  type: 'kubernetes.io/dockerconfigjson',
  hidden: false,
  problem: null,
  entries: [entry('contoso.azurecr.io')],
  madeBy: null,
  location: lineLocation('deploy/secret.yaml'),
  ...changes
})

export const binding = (changes: Partial<PullBinding> = {}): PullBinding => ({
  namespace: 'shop',
  name: 'images',
  serviceAccountName: 'default',
  server: 'contoso.azurecr.io',
  secretName: 'acr-pull-images',
  repositories: 'all',
  managedIdentity: null,
  location: lineLocation('deploy/binding.yaml'),
  ...changes
})

export const manifestsOf = (changes: Partial<Manifests>): Manifests => ({
  files: 1,
  uses: [],
  serviceAccounts: [],
  secrets: [],
  pullBindings: [],
  podChangers: [],
  identityUses: [],
  defaultAccount: 'empty',
  problems: [],
  ...changes
})
