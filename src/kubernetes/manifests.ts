import type { PodChanger } from './admission/pod-changer.ts'
import type { ImageUse } from './images/image-use.ts'
import type { SuppressionComment } from './suppressions.ts'
import type { Location } from '../yaml/location.ts'
import type { DeploymentTarget } from './deployment-target.ts'

export type ServiceAccount = {
  readonly namespace: string
  readonly name: string
  readonly imagePullSecrets: readonly string[]
  readonly annotations: Readonly<Record<string, string>>
  readonly location: Location
}

/** Who a pull secret signs in as; the values themselves never leave the reader. */
export type SecretUser =
  | { readonly kind: 'none' }
  | { readonly kind: 'service-principal'; readonly clientId: string }
  | { readonly kind: 'name'; readonly name: string }

/** One entry of a docker config: the key as written, and what the kubelet makes of it. */
export type SecretEntry = {
  /** As written, such as `https://contoso.azurecr.io`. */
  readonly key: string
  readonly user: SecretUser
  /** False when user name or password is missing or empty, as with `identitytoken` or a credential helper. */
  readonly complete: boolean
}

/**
 * Why the kubelet gets nothing from a Secret, as a clause. One of another type, or without its key, is passed over, and
 * one that the API server refuses never gets there; one that the kubelet cannot decode ends the pull (kubernetes
 * pkg/credentialprovider/secrets/secrets.go, MakeDockerKeyring).
 */
export type SecretProblem = { readonly text: string; readonly endsPull: boolean }

export type Secret = {
  readonly namespace: string
  readonly name: string
  readonly type: string
  /** What the cluster gets is not in the file (encrypted, placeholders, an empty stub), so that it may hold anything. */
  readonly hidden: boolean
  /** null when `entries` holds, or nobody can know. */
  readonly problem: SecretProblem | null
  readonly entries: readonly SecretEntry[]
  /**
   * The object or controller of which the cluster gets it, such as `ExternalSecret registry`; its values are never known,
   * and its entries say the hosts alone. null: it stands in the manifests itself.
   */
  readonly madeBy: string | null
  readonly location: Location
}

/** An `AcrPullBinding` (Azure/msi-acrpull): its controller mints a pull secret for a service account. */
export type PullBinding = {
  readonly namespace: string
  readonly name: string
  readonly serviceAccountName: string
  readonly server: string
  readonly secretName: string
  /** What its token opens; null where the manifest cannot tell. */
  readonly repositories: 'all' | readonly string[] | null
  /** ARM id or client id of the managed identity, or null for workload identity. */
  readonly managedIdentity: string | null
  readonly location: Location
}

/** Something about a file itself that a reader must know: broken YAML, a placeholder, a refused file. */
export type ManifestProblem = {
  readonly check: ManifestProblemKind
  readonly severity: 'error' | 'warning' | 'note' | 'unknown'
  readonly message: string
  readonly remediation: string
  /** Ready to copy, where one helps. */
  readonly command?: string
  readonly location: Location
  /** Why images that may stand there are not known; null: all that stands there was read. Says nothing of the severity. */
  readonly unread: UnreadKind | null
  readonly notBuilt?: NotBuilt
  /** What is said of several at once, behind their number; else those of one message are told together. */
  readonly alike?: string
  /** What helps several; absent: what helps one. */
  readonly alikeRemediation?: string
}

/** The kustomizations and charts (as reported) that a problem leaves unbuilt. */
export type NotBuilt = {
  readonly kustomizations: readonly string[]
  readonly charts?: readonly string[]
  /** The fault is in them, and not that nobody builds: rendering is off, or no program is there. */
  readonly isFault: boolean
  /** Nothing but them is concerned, such as a chart. */
  readonly isAll: boolean
}

/** Why something that was named was not read. */
export type UnreadKind =
  /** Over a limit of one file, or of a run. */
  | 'too-large'
  | 'too-deep'
  /** No text, or none in UTF-8 or UTF-16. */
  | 'encoding'
  /** A symbolic link that leaves the workspace, or leads to nothing. */
  | 'link'
  /** A file or directory that the running user may not read, or that is none. */
  | 'unreadable'
  /** kubectl would refuse it too. */
  | 'invalid'
  /** An unrendered template. */
  | 'template'
  /** A chart or kustomization that was not rendered, or not with all that it takes. */
  | 'not-rendered'
  /** The time of the run was used up before it was read. */
  | 'time'
  /** The same before it was rendered or judged; the plain files, and all objects in them, were read. */
  | 'no-time'
  /** Nobody tells to which of the clusters it goes. */
  | 'no-target'

/** Of what stands there in plain files everything was read: only images are not judged. */
export const readInPart: ReadonlySet<UnreadKind> = new Set(['not-rendered', 'no-time', 'no-target'])

/** Each is the id of a check in the documentation; never renamed. */
export type ManifestProblemKind =
  | 'manifest-unreadable'
  | 'manifest-invalid'
  | 'render-failed'
  | 'duplicate-image-key'
  | 'image-not-text'
  | 'no-target'
  | 'live-objects'

/** A role of the cluster that lets whoever is bound to it sign in with managed identities ("Identity bindings in AKS"). */
export type IdentityUse = {
  /** As written: `*` and placeholders may stand among them. */
  readonly clientIds: readonly string[]
  readonly location: Location
}

export type InfrastructureLanguage = 'terraform' | 'bicep'

/** Everything that was found in the manifests of a run. */
export type Manifests = {
  /** Number of files that were read. */
  readonly files: number
  readonly uses: readonly ImageUse[]
  readonly serviceAccounts: readonly ServiceAccount[]
  readonly secrets: readonly Secret[]
  readonly pullBindings: readonly PullBinding[]
  readonly podChangers: readonly PodChanger[]
  readonly identityUses: readonly IdentityUse[]
  /** What a pod's default account that is not in the manifests brings: nothing, or nobody knows. */
  readonly defaultAccount: 'empty' | 'unknown'
  /** Whether images that a text only mentions are judged, because somebody asked for it; absent: they are counted. */
  readonly judgesMentions?: boolean
  /** The languages in which the repository declares infrastructure; absent: none. */
  readonly infrastructure?: readonly InfrastructureLanguage[]
  readonly problems: readonly ManifestProblem[]
  /** What comments in the files say is not to count; absent: nothing. */
  readonly comments?: readonly SuppressionComment[]
  /** Which of it goes to which clusters; absent: all of it to all of them. */
  readonly parts?: readonly TargetPart[]
}

/** What is deployed of the manifests, whoever reads them. */
export type ManifestObjects = Pick<
  Manifests,
  'uses' | 'serviceAccounts' | 'secrets' | 'pullBindings' | 'podChangers' | 'identityUses'
>

/** What one target deploys, read in its own way. A file that two targets name stands in both. */
export type TargetPart = ManifestObjects & {
  /** null: no target names these files. */
  readonly target: DeploymentTarget | null
  /** The files of it that name an image, as reported. */
  readonly files: readonly string[]
}

/** One that a target names. */
export type TargetedPart = TargetPart & { readonly target: DeploymentTarget }
