/** Which clusters somebody means. What is named in several of the lists adds up; the tags narrow it. */
export type ClusterChoice = {
  /** ARM ids; null: none is named one by one, empty: there is none. */
  readonly clusters: readonly string[] | null
  readonly subscriptions: readonly string[]
  /** ARM ids of Azure Kubernetes Fleet Managers. */
  readonly fleets: readonly string[]
  /** ARM tags that a cluster has all of. */
  readonly tags: Readonly<Record<string, string>>
}

/** Whether it leaves out every cluster there is or will be. */
export const choosesNone = ({ clusters, subscriptions, fleets }: ClusterChoice): boolean =>
  clusters?.length === 0 && subscriptions.length + fleets.length === 0
