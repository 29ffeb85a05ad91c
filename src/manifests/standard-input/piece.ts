/** One object of a long text, as it stands there. */
export type Piece = {
  /** null: it is larger than a file may be, and was not kept. */
  readonly text: string | null
  readonly begins: { readonly line: number; readonly column: number }
  /** An item of a list that does not say its kind; the list says it for all. */
  readonly isUntyped: boolean
}

/** Cuts a text that comes bit by bit into its objects; those of a list are apart. */
export type Pieces = {
  readonly feed: (text: string) => Iterable<Piece>
  readonly end: () => Iterable<Piece>
}
