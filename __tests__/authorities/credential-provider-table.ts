/**
 * kubernetes-sigs/cloud-provider-azure pkg/credentialprovider/azure_credentials_test.go, TestParseACRLoginServerFromImage, on a
 * node of a custom cloud with the suffix `azurecr.my.cloud`: the login server that the provider acts on, or none. Texts that
 * no runtime takes for a reference are left out.
 * `own`: whether it is one of the cluster's own cloud, where alone its identity can sign in.
 */
type LoginServerRow = readonly [image: string, loginServer: string | null, own: boolean]

export const customSuffix = 'azurecr.my.cloud'

export const loginServers: readonly LoginServerRow[] = [
  ['docker.io/library/busybox:latest', null, false],
  ['foo.azurecr.io/bar/image:version', 'foo.azurecr.io', false],
  ['foo.azurecr.cn/bar/image:version', 'foo.azurecr.cn', false],
  ['foo.azurecr.de/bar/image:version', 'foo.azurecr.de', false],
  ['foo.azurecr.us/bar/image:version', 'foo.azurecr.us', false],
  ['foo.azurecr.my.cloud/bar/image:version', 'foo.azurecr.my.cloud', true],
  ['foo.azurecr.us/foo.azurecr.io/bar/image:version', 'foo.azurecr.us', false],
  ['foo.azurecr.io.example/bar/image:version', null, false],
  ['docker/foo.azurecr.io/bar/image:version', null, false],
  ['foo.azurecr.io.azurecr.cn/image', null, false],
  ['foo-azurecr-io.azurecr.cn/image', null, false]
]

/**
 * identity_bindings_credentials.go, GetIdentityBindingsTokenCredential, and azure_credentials_test.go,
 * TestNewAcrProvider_CredentialSelection: the annotation of the account (null: none), the default of the cluster, and
 * with which of them the provider signs in; the kubelet identity is never one of them.
 */
type SelectionRow = readonly [
  name: string,
  annotation: string | null,
  clusterDefault: string | null,
  by: 'annotation' | 'default' | 'nobody'
]

export const annotated = 'c0000000-0000-4000-8000-00000000000a'
export const defaulted = 'c0000000-0000-4000-8000-00000000000d'

export const selections: readonly SelectionRow[] = [
  ['the annotation alone', annotated, null, 'annotation'],
  ['the annotation before the default', annotated, defaulted, 'annotation'],
  ['the default without an annotation', null, defaulted, 'default'],
  ['an empty annotation, which is one', '', defaulted, 'nobody'],
  ['neither', null, null, 'nobody']
]
