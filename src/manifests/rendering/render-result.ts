/** What became of one render. */
export type RenderResult =
  | { readonly kind: 'rendered'; readonly text: string }
  /** What the binary said, or the limit that it met. */
  | {
      readonly kind: 'failed'
      readonly reason: string
      readonly unread: 'not-rendered' | 'no-time'
    }
