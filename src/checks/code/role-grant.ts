/** An assignment of a role as it should be: a new one, or one that is there with another condition. */
export type RoleGrant = {
  /** Whom it is for and what for, in words for a comment. */
  readonly purpose: string
  /** From which the name of the resource in the code is made. */
  readonly name: string
  /** ARM id. */
  readonly scope: string
  readonly principalId: string
  readonly principalType: 'ServicePrincipal' | 'User' | 'Group'
  readonly role: {
    /** ARM id, or the GUID of a built-in role. */
    readonly id: string
    /** null: not a built-in role, whose name is known to be that everywhere. */
    readonly name: string | null
  }
  readonly condition: string | null
  /** ARM id of the assignment that is there already; null: a new one. */
  readonly existing: string | null
}
