/** A shape of what the kubelet, containerd or the registry say of a pull that failed. */
export type KubeletMessage = {
  readonly pattern: RegExp
  /** Nothing of this kind beside it, or the message is another one. */
  readonly without?: RegExp
  /** What it says, in one sentence. */
  readonly means: string
  /** Ids of docs/failure-causes.md, most likely first. */
  readonly causes: readonly string[]
}

const oauth = /failed to fetch oauth token[^[]{0,400}401/i

/**
 * From the most telling to the most general; of a text the first that fits says most. Patterns see one line of bounded length.
 * Sources: containerd 1.6 to 2.x (core/remotes/docker), kubelet 1.22 to 1.36, the registry's own errors, and public reports.
 */
export const kubeletMessages: readonly KubeletMessage[] = [
  {
    pattern: /admission webhook.{0,400}(?:UNAUTHORIZED|401|authentication required)/i,
    means:
      'A webhook looked at the image with credentials of its own and was refused; the nodes pulled nothing.',
    causes: ['L12', 'L10']
  },
  {
    pattern: /admission webhook|denied the request|violates PodSecurity/i,
    means: 'A policy refuses the pod; nothing was pulled.',
    causes: ['L10', 'L12']
  },
  {
    pattern:
      /manifest\.v1\+prettyjws|no longer supported since containerd v2\.1|Pulling Schema 1 images have been deprecated/i,
    means: 'The image is in a form that newer node images refuse.',
    causes: ['N15']
  },
  {
    pattern:
      /no match for platform in manifest.{0,200}10\.0\.\d{4,6}|container operating system does not match the host|no matching manifest for windows|a Windows version [\d.]{1,20}-based image is incompatible|The container operating system does not match/i,
    means: 'The image is for another Windows build than that of the node.',
    causes: ['N9', 'N7']
  },
  {
    pattern: /no match for platform in manifest|no matching manifest for \w{1,20}\/\w{1,20}/i,
    means: 'The image has no build for this node.',
    causes: ['N7', 'N9']
  },
  {
    pattern: /exec format error|cannot execute binary file/i,
    means: 'The image was pulled, and is for another architecture.',
    causes: ['N8', 'N7']
  },
  {
    pattern:
      /mismatched image rootfs and manifest layers|unknown media type|unsupported media ?type|application\/vnd\.cncf\.helm|application\/vnd\.oci\.empty|invalid tar header|no unpack platforms? (?:defined|found)/i,
    means: 'What the tag names is no container image.',
    causes: ['N13', 'N2']
  },
  {
    pattern:
      /InvalidImageName|couldn't parse image (?:reference|name)|invalid reference format|repository name must be lowercase/i,
    means: 'The text is no image reference.',
    causes: ['N10']
  },
  {
    pattern: /ErrImageNeverPull|image pull policy of Never|with pull policy of Never/i,
    means: 'The pod forbids pulling, and the node has no copy.',
    causes: ['N11']
  },
  {
    pattern: /localhost:8578|overlaybd|acr-mirror/i,
    means: 'Artifact streaming stands between the node and the registry.',
    causes: ['L7', 'N2', 'Z1', 'L13']
  },
  {
    pattern:
      /no space left on device|ImageInspectError|DiskPressure|disk quota exceeded|read-only file system/i,
    means: 'The node cannot keep the image.',
    causes: ['L11']
  },
  {
    pattern: /pull QPS exceeded/i,
    means: 'The kubelet throttles itself.',
    causes: ['L2']
  },
  {
    pattern: /toomanyrequests|too many requests|\b429\b/i,
    means: 'The registry, or the source of a cache rule, throttles.',
    causes: ['L1', 'N14']
  },
  {
    pattern: /AADSTS7000222|AADSTS7000215|client secret (?:keys are|is) expired|invalid_client/i,
    means: 'The service principal that signs in has a secret that is wrong or has ended.',
    causes: ['Z12', 'S6']
  },
  {
    pattern:
      /AADSTS700016|AADSTS90002|AADSTS50020|wrong (?:tenant|issuer)|issuer .{0,200} does not match/i,
    means: 'The identity is one of another tenant than that of the registry.',
    causes: ['Z13', 'Z12']
  },
  {
    pattern:
      /Identity not found|no managed identity|Multiple user assigned identities exist|failed to (?:get|acquire|retrieve).{0,60}(?:IMDS|msi|managed identity)|169\.254\.169\.254/i,
    means: 'The node got no token of its identity.',
    causes: ['Z10', 'Z11', 'Z20']
  },
  {
    pattern: /is not allowed access|aka\.ms\/acr\/firewall/i,
    means: 'The firewall of the registry names the address that it refused.',
    causes: ['T1', 'T3', 'T2', 'T7']
  },
  {
    pattern:
      /(?:blob\.core\.|\.data\.azurecr\.|AuthorizationFailure).{0,400}|failed to (?:copy|extract|read).{0,120}(?:httpReadSeeker|blob)/i,
    means: 'The sign-in works; the layers come from another host, which is blocked.',
    causes: ['T6', 'T4', 'T8']
  },
  {
    pattern:
      /insufficient_scope|may require (?:authorization|'docker login')|requested access to the resource is denied/i,
    means: 'The sign-in is valid, and the repository is denied.',
    causes: ['Z2', 'Z3', 'N3', 'S5', 'Z9']
  },
  {
    pattern: /operation is disallowed|\bDISALLOWED\b|: denied(?:$|[\s:.])/i,
    means: 'The registry does not serve this image.',
    causes: ['N5', 'N6', 'L3']
  },
  {
    pattern: /proxyconnect/i,
    means: 'The proxy of the cluster does not let the registry through.',
    causes: ['T10']
  },
  {
    pattern:
      /x509|certificate signed by unknown authority|certificate (?:is not trusted|has expired)|504 Gateway/i,
    means: 'Something on the way inspects TLS.',
    causes: ['T8', 'T10']
  },
  {
    pattern: /TLS handshake timeout|connection reset by peer|unexpected EOF|: EOF\b/i,
    means: 'The connection opens, and no answer comes back.',
    causes: ['T9', 'T8', 'T4']
  },
  {
    pattern: /no such host/i,
    means: 'The name of the registry does not resolve.',
    causes: ['N1', 'Z19', 'T3', 'T5', 'T14']
  },
  {
    pattern:
      /lookup .{1,200}(?:i\/o timeout|server misbehaving|connection refused|try again|SERVFAIL)|Temporary failure in name resolution/i,
    means: 'Name resolution does not answer.',
    causes: ['T5']
  },
  {
    pattern:
      /dial tcp .{0,200}(?:i\/o timeout|connection refused|no route to host|network is unreachable|connection timed out)/i,
    means: 'No connection to the registry opens: no route, or a firewall.',
    causes: ['T4', 'T1', 'T10', 'T14']
  },
  {
    pattern:
      /context deadline exceeded|Client\.Timeout|request canceled while waiting|i\/o timeout/i,
    without: oauth,
    means: 'No answer comes in time: name resolution, a route or a firewall.',
    causes: ['T5', 'T4', 'T9', 'L1']
  },
  {
    pattern: /403 Forbidden|status(?: code)?:? 403|\b403\b/i,
    means:
      'The network rules of the registry, its encryption key, a deny assignment or its subscription refuse; hardly ever a missing role.',
    causes: ['T1', 'T2', 'T3', 'T7', 'L4', 'Z8', 'L6', 'T14']
  },
  {
    pattern: oauth,
    means: 'Credentials were supplied and refused.',
    causes: [
      'Z1',
      'Z2',
      'Z4',
      'Z3',
      'S5',
      'S4',
      'S8',
      'S6',
      'Z12',
      'Z9',
      'Z6',
      'Z5',
      'Z7',
      'Z8',
      'N14',
      'L9',
      'S9',
      'L13'
    ]
  },
  {
    pattern: /failed to fetch anonymous token[^[]{0,400}401/i,
    means:
      'No credentials were supplied, or the name is wrong: a missing tag or repository ends in 401 too.',
    causes: [
      'Z1',
      'Z4',
      'N2',
      'N3',
      'S1',
      'S3',
      'S2',
      'Z14',
      'Z10',
      'Z11',
      'Z13',
      'Z15',
      'Z16',
      'Z5',
      'Z6',
      'Z7',
      'Z9',
      'Z17',
      'Z20',
      'Z19',
      'S9',
      'L9',
      'L13',
      'L14'
    ]
  },
  {
    pattern: /FailedToRetrieveImagePullSecret|Unable to retrieve some image pull secrets/i,
    means: "A pull secret is not in the pod's namespace; the pull went on without it.",
    causes: ['S1', 'S9']
  },
  {
    pattern: /401 Unauthorized|authentication required|unauthorized:|status(?: code)?:? 401/i,
    means:
      'The registry wants credentials that count; a missing tag or repository can end in 401 too.',
    causes: [
      'Z1',
      'Z4',
      'S1',
      'S3',
      'N2',
      'N3',
      'Z2',
      'Z14',
      'Z12',
      'Z6',
      'Z13',
      'Z10',
      'L6',
      'S4',
      'S5'
    ]
  },
  {
    pattern:
      /NAME_UNKNOWN|repository (?:name )?(?:not known|.{1,200} not found)|repository .{1,200} is not found/i,
    means: 'The sign-in is valid; the registry has no repository of this name.',
    causes: ['N3', 'N14', 'L13']
  },
  {
    pattern:
      /content digest sha256:[0-9a-f]{1,64}: not found|manifest sha256:[0-9a-f]{1,64} is not found/i,
    means: 'The sign-in is valid; the digest is not served.',
    causes: ['N2', 'N16', 'N4', 'N5', 'N12']
  },
  {
    pattern: /manifest unknown|MANIFEST_UNKNOWN|manifest tagged by|not found|404/i,
    means: 'The sign-in is valid; the tag, the digest or the repository is not served.',
    causes: ['N2', 'N3', 'N4', 'N5', 'N12', 'N13', 'N14', 'N16', 'L13']
  },
  {
    pattern: /\b50[023]\b|Internal Server Error|Bad Gateway|Service Unavailable/i,
    means: 'The registry or something before it failed for a moment, or is not ready.',
    causes: ['L5', 'L4', 'T13', 'T8']
  }
]
