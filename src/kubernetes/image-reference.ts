/** An image reference by the distribution grammar, normalised as container runtimes do. */
export type ImageReference = {
  /** Registry host with port, as written; `docker.io` when the text names none. */
  readonly domain: string
  /** Repository path, without domain, tag and digest. */
  readonly repository: string
  /** null when none is written (runtimes then pull `latest`). */
  readonly tag: string | null
  /** Decides when both are written. */
  readonly digest: string | null
}

/** What an image text turned out to be. */
export type ParsedImage =
  | { readonly kind: 'reference'; readonly text: string; readonly reference: ImageReference }
  /** Kubernetes refuses it before any pull (InvalidImageName). */
  | { readonly kind: 'invalid'; readonly text: string; readonly reason: string }
  /** The registry part holds a placeholder that nothing resolved. */
  | { readonly kind: 'unresolved'; readonly text: string; readonly placeholder: string }
  /** A text that names a registry host and no complete reference (class mention only). */
  | { readonly kind: 'registry'; readonly text: string; readonly host: string }
