/** kubernetes pkg/credentialprovider/keyring_test.go, TestUrlsMatch: a pattern, an image without its tag, whether it covers it. */
export const patterns: readonly (readonly [pattern: string, image: string, covers: boolean])[] = [
  ['*.kubernetes.io', 'prefix.kubernetes.io', true],
  ['prefix.*.io', 'prefix.kubernetes.io', true],
  ['prefix.kubernetes.*', 'prefix.kubernetes.io', true],
  ['*-good.kubernetes.io', 'prefix-good.kubernetes.io', true],
  ['*.kubernetes.io/blah', 'prefix.kubernetes.io/blah', true],
  ['prefix.*.io/foo', 'prefix.kubernetes.io/foo/bar', true],
  ['*.kubernetes.io:1111/blah', 'prefix.kubernetes.io:1111/blah', true],
  ['prefix.*.io:1111/foo', 'prefix.kubernetes.io:1111/foo/bar', true],
  ['*.kubernetes.io', 'kubernetes.io', false],
  ['*.*.kubernetes.io', 'prefix.kubernetes.io', false],
  ['*.*.kubernetes.io', 'kubernetes.io', false],
  ['kubernetes.io', 'kubernetes.com', false],
  ['k*.io', 'quay.io', false],
  ['*.kubernetes.io:1234/blah', 'prefix.kubernetes.io:1111/blah', false],
  ['prefix.*.io/foo', 'prefix.kubernetes.io:1111/foo/bar', false]
]

/** TestDockerKeyringForGlob and TestKeyringMiss: a key of a docker config, the beginning of an image, whether it is found. */
export const keys: readonly (readonly [key: string, image: string, found: boolean])[] = [
  ['https://hello.kubernetes.io', 'hello.kubernetes.io', true],
  ['https://*.docker.io', 'prefix.docker.io', true],
  ['https://prefix.*.io', 'prefix.docker.io', true],
  ['https://prefix.docker.*', 'prefix.docker.io', true],
  ['https://*.docker.io/path', 'prefix.docker.io/path', true],
  ['https://prefix.*.io/path', 'prefix.docker.io/path/subpath', true],
  ['https://prefix.docker.*/path', 'prefix.docker.io/path', true],
  ['https://*.docker.io:8888', 'prefix.docker.io:8888', true],
  ['https://prefix.*.io:8888', 'prefix.docker.io:8888', true],
  ['https://prefix.docker.*:8888', 'prefix.docker.io:8888', true],
  ['https://*.docker.io/path:1111', 'prefix.docker.io/path:1111', true],
  ['https://*.docker.io/v1/', 'prefix.docker.io/path:1111', true],
  ['https://*.docker.io/v2/', 'prefix.docker.io/path:1111', true],
  ['https://prefix.docker.*/path:1111', 'prefix.docker.io/path:1111', true],
  ['prefix.docker.io:1111', 'prefix.docker.io:1111/path', true],
  ['*.docker.io:1111', 'prefix.docker.io:1111/path', true],
  ['https://hello.kubernetes.io', 'world.mesos.org/foo/bar', false],
  ['https://*.docker.com', 'prefix.docker.io', false],
  ['https://suffix.*.io', 'prefix.docker.io', false],
  ['https://prefix.docker.c*', 'prefix.docker.io', false],
  ['https://prefix.*.io/path:1111', 'prefix.docker.io/path/subpath:1111', false],
  ['suffix.*.io', 'prefix.docker.io', false]
]

/** TestIsDefaultRegistryMatch and the tests of Docker Hub's own key: images that its credentials are for. */
export const dockerHub: readonly (readonly [image: string, ofDockerHub: boolean])[] = [
  ['foo/bar', true],
  ['docker.io/foo/bar', true],
  ['index.docker.io/foo/bar', true],
  ['foo', true],
  ['google/docker-registry', true],
  ['jenkins', true],
  ['registry.tld/foo/bar', false],
  ['registry:5000/foo/bar', false],
  ['myhostdocker.io/foo/bar', false],
  ['world.mesos.org/foo/bar', false]
]

/**
 * Hosts with which the kubelet calls the provider of AKS: the patterns of Azure/AgentBaker cse_config.sh (matchImages) under
 * the rule of the kubelet's plugin, which is that of the keyring (kubernetes pkg/credentialprovider/plugin/plugin.go, isImageAllowed).
 */
export const matchImages: readonly string[] = ['*.azurecr.io', '*.*.geo.azurecr.io']

/** The public cloud, on node images that know regional endpoints. */
export const called: readonly (readonly [host: string, called: boolean])[] = [
  ['contoso.azurecr.io', true],
  ['Contoso.azurecr.io', true],
  ['contoso-a1b2c3d4.azurecr.io', true],
  ['contoso.westeurope.geo.azurecr.io', true],
  ['Contoso.WestEurope.geo.azurecr.io', true],
  ['contoso.AZURECR.io', false],
  ['contoso.azurecr.IO', false],
  ['contoso.westeurope.GEO.azurecr.io', false],
  ['contoso.azurecr.io:443', false],
  ['contoso.westeurope.geo.azurecr.io:443', false],
  ['contoso.westeurope.data.azurecr.io', false],
  ['contoso.privatelink.azurecr.io', false],
  ['a.contoso.azurecr.io', false],
  ['a.b.c.geo.azurecr.io', false]
]
