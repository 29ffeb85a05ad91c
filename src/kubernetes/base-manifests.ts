import type { Manifests } from './manifests.ts'

/** What a run is compared with: the manifests as a commit holds them, or why nobody knows. */
export type BaseManifests =
  | { readonly kind: 'read'; readonly commit: string; readonly manifests: Manifests }
  /** The base has nothing of what was named. */
  | { readonly kind: 'nothing'; readonly commit: string }
  /** `reason` is a clause. */
  | { readonly kind: 'unread'; readonly commit: string | null; readonly reason: string }
