/** One action of the least-privilege role. */
export type ArmAction = {
  readonly action: string
  /** What it is about, for the head of a column. */
  readonly topic: string
  readonly brings: string
  /** The narrowest scope at which it brings its answer. */
  readonly scope: string
  /** What becomes unknown without it. */
  readonly without: string
}
