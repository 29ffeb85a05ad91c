import { describe, expect, test } from '@jest/globals'
import { failureCauses } from '../../src/failure-causes/causes.ts'
import { deciding } from '../../src/failure-causes/deciding.ts'
import { readErrorText } from '../../src/failure-causes/error-text.ts'
import { kubeletMessages } from '../../src/failure-causes/messages.ts'

const image = 'contoso.azurecr.io/shop/web:1.4.2'
const pulling = `Failed to pull image "${image}": `
const resolving = `${pulling}rpc error: code = Unknown desc = failed to pull and unpack image "${image}": failed to resolve reference "${image}": `
const newer = `${pulling}failed to pull and unpack image "${image}": failed to resolve image: `
const token =
  'https://contoso.azurecr.io/oauth2/token?scope=repository%3Ashop%2Fweb%3Apull&service=contoso.azurecr.io'
const head = 'Head "https://contoso.azurecr.io/v2/shop/web/manifests/1.4.2": '

/** What was said, and the cause that is named first. Sources: containerd, kubelet, registry, and public reports of failed pulls. */
const shapes: readonly (readonly [name: string, text: string, cause: string])[] = [
  [
    'credentials refused, containerd 1',
    `${resolving}failed to authorize: failed to fetch oauth token: unexpected status: 401 Unauthorized`,
    'Z1'
  ],
  [
    'credentials refused, with the address',
    `${resolving}failed to authorize: failed to fetch oauth token: unexpected status from GET request to ${token}: 401 Unauthorized`,
    'Z1'
  ],
  [
    'credentials refused, containerd 2',
    `${newer}failed to authorize: failed to fetch oauth token: unexpected status from POST request to https://contoso.azurecr.io/oauth2/token: 401 Unauthorized`,
    'Z1'
  ],
  [
    'a list of errors, credentials first',
    `${pulling}[rpc error: code = Unknown desc = failed to authorize: failed to fetch oauth token: unexpected status: 401 Unauthorized, rpc error: code = Unknown desc = failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized]`,
    'Z1'
  ],
  [
    'no credentials, containerd 1',
    `${resolving}failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized`,
    'Z1'
  ],
  [
    'no credentials, with the address',
    `${resolving}failed to authorize: failed to fetch anonymous token: unexpected status from GET request to ${token}: 401 Unauthorized`,
    'Z1'
  ],
  [
    'no credentials, containerd 2',
    `${newer}failed to authorize: failed to fetch anonymous token: unexpected status from GET request to ${token}: 401 Unauthorized`,
    'Z1'
  ],
  [
    'docker: authentication required',
    `${pulling}rpc error: code = Unknown desc = Error response from daemon: Get https://contoso.azurecr.io/v2/shop/web/manifests/1.4.2: unauthorized: authentication required`,
    'Z1'
  ],
  [
    'docker: with the link of the registry',
    `${pulling}unauthorized: authentication required, visit https://aka.ms/acr/authorization for more information.`,
    'Z1'
  ],
  ['a plain 401', `${resolving}unexpected status code [manifests 1.4.2]: 401 Unauthorized`, 'Z1'],
  [
    'insufficient scope',
    `${resolving}pull access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials: insufficient_scope`,
    'Z2'
  ],
  [
    'pull access denied, server message',
    `${resolving}pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed`,
    'Z2'
  ],
  [
    'docker: pull access denied',
    `${pulling}Error response from daemon: pull access denied for contoso.azurecr.io/shop/web, repository does not exist or may require 'docker login': denied: requested access to the resource is denied`,
    'Z2'
  ],
  [
    'anonymous 403',
    `${resolving}failed to authorize: failed to fetch anonymous token: unexpected status: 403 Forbidden`,
    'T1'
  ],
  [
    'oauth 403',
    `${resolving}failed to authorize: failed to fetch oauth token: unexpected status from POST request to https://contoso.azurecr.io/oauth2/token: 403 Forbidden`,
    'T1'
  ],
  [
    'a plain 403',
    `${newer}unexpected status from HEAD request to https://contoso.azurecr.io/v2/shop/web/manifests/1.4.2: 403 Forbidden`,
    'T1'
  ],
  [
    'the firewall names the address',
    `${pulling}denied: client with IP '20.50.1.2' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.`,
    'T1'
  ],
  [
    'the firewall in JSON',
    `{"errors":[{"code":"DENIED","message":"client with IP '20.50.1.2' is not allowed access. Refer https://aka.ms/acr/firewall to grant access."}]}`,
    'T1'
  ],
  [
    'manifest unknown',
    `${pulling}rpc error: code = Unknown desc = Error response from daemon: manifest for ${image} not found: manifest unknown: manifest tagged by "1.4.2" is not found`,
    'N2'
  ],
  [
    'not found, containerd 1',
    `${pulling}rpc error: code = NotFound desc = failed to pull and unpack image "${image}": failed to resolve reference "${image}": ${image}: not found`,
    'N2'
  ],
  ['not found, containerd 2', `${newer}${image}: not found`, 'N2'],
  [
    'a digest',
    `${pulling}rpc error: code = NotFound desc = failed to resolve reference "contoso.azurecr.io/shop/web@sha256:4a1c1b8f2f0d": manifest sha256:4a1c1b8f2f0d is not found`,
    'N2'
  ],
  [
    'a child of an index',
    `${pulling}failed to copy: content at https://contoso.azurecr.io/v2/shop/web/manifests/sha256:aa not found: content digest sha256:aa: not found`,
    'N2'
  ],
  [
    'NAME_UNKNOWN',
    `${pulling}name unknown: {"errors":[{"code":"NAME_UNKNOWN","message":"repository \\"shop/web\\" is not found"}]}`,
    'N3'
  ],
  ['the repository is not found', `${pulling}repository name not known to registry`, 'N3'],
  [
    'platform',
    `${pulling}rpc error: code = NotFound desc = failed to pull and unpack image "${image}": no match for platform in manifest: not found`,
    'N7'
  ],
  [
    'platform with the digest',
    `${pulling}no match for platform in manifest sha256:0123456789abcdef: not found`,
    'N7'
  ],
  [
    'platform, docker',
    `${pulling}no matching manifest for linux/arm64/v8 in the manifest list entries`,
    'N7'
  ],
  [
    'Windows, docker',
    `${pulling}no matching manifest for windows/amd64 10.0.20348 in the manifest list entries`,
    'N9'
  ],
  [
    'Windows, incompatible',
    `a Windows version 10.0.26100-based image is incompatible with a 10.0.20348 host`,
    'N9'
  ],
  [
    'Windows, at the start',
    `Error: failed to create containerd task: The container operating system does not match the host operating system.`,
    'N9'
  ],
  ['exec format', `standard_init_linux.go:228: exec user process caused: exec format error`, 'N8'],
  ['exec format of a shim', `exec /app/web: exec format error`, 'N8'],
  [
    'a chart',
    `${pulling}failed to unpack image on snapshotter overlayfs: mismatched image rootfs and manifest layers`,
    'N13'
  ],
  [
    'an artifact',
    `${pulling}unsupported media type application/vnd.cncf.helm.config.v1+json`,
    'N13'
  ],
  [
    'schema 1, containerd 2.1',
    `${pulling}media type "application/vnd.docker.distribution.manifest.v1+prettyjws" is no longer supported since containerd v2.1`,
    'N15'
  ],
  [
    'schema 1, containerd 2.0',
    `${pulling}Pulling Schema 1 images have been deprecated and disabled by default since containerd v2.0`,
    'N15'
  ],
  ['disallowed', `${pulling}unknown: The operation is disallowed.`, 'N5'],
  [
    'an invalid name',
    `Failed to apply default image tag "contoso.azurecr.io/Shop/web:1": couldn't parse image name "contoso.azurecr.io/Shop/web:1": invalid reference format: repository name (Shop/web) must be lowercase`,
    'N10'
  ],
  ['InvalidImageName alone', `Error: InvalidImageName`, 'N10'],
  ['never', `Container image "${image}" is not present with pull policy of Never`, 'N11'],
  ['ErrImageNeverPull', `Error: ErrImageNeverPull`, 'N11'],
  [
    'no such host',
    `${resolving}failed to do request: ${head}dial tcp: lookup contoso.azurecr.io on 168.63.129.16:53: no such host`,
    'N1'
  ],
  [
    'the lookup times out',
    `${resolving}failed to do request: ${head}dial tcp: lookup contoso.azurecr.io on 10.0.0.4:53: read udp 10.240.0.4:50211->10.0.0.4:53: i/o timeout`,
    'T5'
  ],
  [
    'the lookup misbehaves',
    `${resolving}failed to do request: ${head}dial tcp: lookup contoso.azurecr.io on 10.0.0.4:53: server misbehaving`,
    'T5'
  ],
  [
    'temporary failure',
    `curl: (6) Could not resolve host: Temporary failure in name resolution`,
    'T5'
  ],
  [
    'dial times out',
    `${resolving}failed to do request: ${head}dial tcp 10.1.2.3:443: i/o timeout`,
    'T4'
  ],
  [
    'dial is refused',
    `${resolving}failed to do request: ${head}dial tcp 10.1.2.3:443: connect: connection refused`,
    'T4'
  ],
  [
    'no route',
    `${resolving}failed to do request: ${head}dial tcp 10.1.2.3:443: connect: no route to host`,
    'T4'
  ],
  [
    'the deadline',
    `${pulling}rpc error: code = DeadlineExceeded desc = context deadline exceeded`,
    'T5'
  ],
  [
    'client timeout',
    `${pulling}Get https://contoso.azurecr.io/v2/: net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)`,
    'T5'
  ],
  ['handshake', `${resolving}failed to do request: ${head}net/http: TLS handshake timeout`, 'T9'],
  [
    'reset',
    `${resolving}failed to do request: ${head}read tcp 10.240.0.4:43210->20.1.2.3:443: read: connection reset by peer`,
    'T9'
  ],
  [
    'x509',
    `${resolving}failed to do request: ${head}x509: certificate signed by unknown authority`,
    'T8'
  ],
  [
    'x509 in containerd 2',
    `${newer}failed to do request: ${head}tls: failed to verify certificate: x509: certificate signed by unknown authority`,
    'T8'
  ],
  [
    'a gateway',
    `${resolving}failed to authorize: failed to fetch oauth token: unexpected status: 504 Gateway Timeout`,
    'T8'
  ],
  [
    'the proxy',
    `${resolving}failed to do request: ${head}proxyconnect tcp: dial tcp 10.0.0.9:3128: i/o timeout`,
    'T10'
  ],
  [
    'layers, blob storage',
    `${pulling}failed to copy: httpReadSeeker: failed open: failed to do request: Get "https://weumanaged1.blob.core.windows.net/x?sig=REDACTED": dial tcp 20.60.1.2:443: i/o timeout`,
    'T6'
  ],
  [
    'layers, data endpoint',
    `${pulling}failed to copy: httpReadSeeker: failed open: failed to do request: Get "https://contoso.westeurope.data.azurecr.io/x": dial tcp: i/o timeout`,
    'T6'
  ],
  [
    'layers, refused by storage',
    `${pulling}unexpected status code https://weumanaged1.blob.core.windows.net/x: 403 This request is not authorized to perform this operation. AuthorizationFailure`,
    'T6'
  ],
  [
    'throttled',
    `${pulling}unexpected status from HEAD request to https://contoso.azurecr.io/v2/shop/web/manifests/1.4.2: 429 Too Many Requests`,
    'L1'
  ],
  ['throttled, docker', `${pulling}toomanyrequests: too many requests`, 'L1'],
  ['the kubelet throttles', `Failed to pull image "${image}": pull QPS exceeded`, 'L2'],
  [
    'streaming',
    `${resolving}failed to do request: Head "http://localhost:8578/v2/shop/web/manifests/1.4.2?ns=contoso.azurecr.io": dial tcp 127.0.0.1:8578: connect: connection refused`,
    'L7'
  ],
  [
    'no space',
    `${pulling}failed to extract layer sha256:aa: write /var/lib/containerd/x: no space left on device`,
    'L11'
  ],
  ['inspect', `Error: ImageInspectError`, 'L11'],
  [
    'a policy',
    `Error creating: admission webhook "validation.gatekeeper.sh" denied the request: [azurepolicy] Container image is not allowed`,
    'L10'
  ],
  [
    'a webhook without a grant',
    `admission webhook "mutate.kyverno.svc-fail" denied the request: failed to verify image: GET ${token}: UNAUTHORIZED: authentication required`,
    'L12'
  ],
  [
    'a pull secret that is not there',
    `Unable to retrieve some image pull secrets (acr-secret); attempting to pull the image may not succeed.`,
    'S1'
  ],
  [
    'the reason of the event',
    `Warning  FailedToRetrieveImagePullSecret  2m (x5 over 3m)  kubelet  Unable to retrieve some image pull secrets (acr-secret)`,
    'S1'
  ],
  [
    'a secret of a principal that has ended',
    `failed to get credentials: AADSTS7000222: The provided client secret keys for app 'x' are expired.`,
    'Z12'
  ],
  [
    'an identity of the node that is gone',
    `acr-credential-provider: failed to acquire token: ManagedIdentityCredential: Identity not found`,
    'Z10'
  ],
  [
    'the registry is not ready',
    `${newer}unexpected status from HEAD request to https://contoso.azurecr.io/v2/shop/web/manifests/1.4.2: 503 Service Unavailable`,
    'L5'
  ]
]

test('at least sixty shapes are known', () => {
  expect(shapes.length).toBeGreaterThanOrEqual(60)
})

test.each(shapes)('%s', (_name, text, cause) => {
  expect(readErrorText(text).messages[0]?.message.causes[0]).toBe(cause)
})

describe('a message without credentials that count', () => {
  test.each(shapes.filter(([, text]) => /anonymous token.*401/.test(text) && !text.includes('[')))(
    '%s can be a missing tag or repository too',
    (_name, text) => {
      expect(readErrorText(text).messages[0]?.message.causes).toEqual(
        expect.arrayContaining(['N2', 'N3'])
      )
    }
  )
})

describe('the table', () => {
  const known = new Set(failureCauses.map(({ id }) => id))

  test('names only causes that are documented, and says of each what decides', () => {
    const named = new Set(kubeletMessages.flatMap(({ causes }) => causes))
    expect([...named].filter(id => !known.has(id))).toEqual([])
    expect([...named].filter(id => deciding[id] === undefined)).toEqual([])
    expect(Object.keys(deciding).filter(id => !known.has(id))).toEqual([])
  })

  test('has a shape for every message that the documentation gives a cause', () => {
    const leadsTo = (text: string, id: string): boolean =>
      readErrorText(`Failed to pull image "a/b": ${text}`).messages.some(({ message }) =>
        message.causes.includes(id)
      )
    const silent = failureCauses.filter(
      ({ id, signature }) =>
        signature.length > 0 && ![...signature, signature.join(' ')].some(text => leadsTo(text, id))
    )
    expect(silent).toEqual([])
  })
})

describe('what is pasted', () => {
  const described = `Name:             web-5d8
Namespace:        shop
Containers:
  web:
    Image:          ${image}
    State:          Waiting
      Reason:       ImagePullBackOff
Events:
  Type     Reason   Age   From     Message
  Normal   Pulling  2m    kubelet  Pulling image "${image}"
  Warning  Failed   2m    kubelet  ${resolving}failed to authorize: failed to fetch oauth token: unexpected status: 401 Unauthorized
  Warning  Failed   2m    kubelet  Error: ErrImagePull
  Normal   BackOff  1m    kubelet  Back-off pulling image "${image}"`

  test('may be the description of a pod', () => {
    const { messages, images } = readErrorText(described)
    expect(messages[0]?.message.causes[0]).toBe('Z1')
    expect(images).toEqual([image])
  })

  test('may be the YAML of a pod, whose message is folded', () => {
    const yaml = `status:
  containerStatuses:
  - image: ${image}
    state:
      waiting:
        message: 'rpc error: code = NotFound desc = failed to pull and unpack image "${image}":
          no match for platform in manifest: not found'
        reason: ErrImagePull`
    const { messages, images } = readErrorText(yaml)
    expect(messages[0]?.message.causes[0]).toBe('N7')
    expect(images).toEqual([image])
  })

  test('without any message of a pull is told so', () => {
    expect(readErrorText('Name: web\nStatus: Running').messages).toEqual([])
  })

  test('of a stranger takes no longer than its length', () => {
    const started = performance.now()
    readErrorText(`${'failed to fetch oauth token '.repeat(40_000)}\n${'lookup '.repeat(100_000)}`)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
