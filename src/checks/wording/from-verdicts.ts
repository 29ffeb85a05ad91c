import type { Basis, PullAccess } from '../../access/pull-access.ts'
import type { NoPullCause, OpenCause, Verdict } from '../../pulls/verdict.ts'
import type { FindingDraft } from '../check.ts'

type Cause = NoPullCause | OpenCause

type CauseOf<Kind extends Cause['kind']> = Extract<Cause, { kind: Kind }>

const isOfKind = <Kind extends Cause['kind']>(cause: Cause, kind: Kind): cause is CauseOf<Kind> =>
  cause.kind === kind

const causeOf = (verdict: Verdict): Cause | null => {
  switch (verdict.result) {
    case 'pull':
      return null
    case 'no-pull':
      return verdict.cause
    case 'unknown':
      return verdict.open
  }
}

/** The verdicts that have this cause, with the cause narrowed to its own data. */
export function* verdictsBecause<Kind extends Cause['kind']>(
  verdicts: readonly Verdict[],
  kind: Kind
): Generator<{ readonly verdict: Verdict; readonly cause: CauseOf<Kind> }, void, undefined> {
  for (const verdict of verdicts) {
    const cause = causeOf(verdict)
    if (cause !== null && isOfKind(cause, kind)) yield { verdict, cause }
  }
}

type BasisOf<Kind extends Basis['kind']> = Extract<Basis, { kind: Kind }>

const isBasis = <Kind extends Basis['kind']>(by: Basis, kind: Kind): by is BasisOf<Kind> =>
  by.kind === kind

/** What the credentials are granted by this, whatever else stands before the pull. */
export function* accessesBy<Kind extends Basis['kind']>(
  accesses: readonly PullAccess[],
  kind: Kind
): Generator<{ readonly access: PullAccess; readonly by: BasisOf<Kind> }, void, undefined> {
  for (const access of accesses)
    if (access.result === 'granted' && isBasis(access.by, kind)) yield { access, by: access.by }
}

/** What a finding speaks of: one image on one cluster, and who pulls it there. */
export type PullSubject = Pick<
  PullAccess,
  'cluster' | 'image' | 'registry' | 'repository' | 'puller' | 'uses'
>

/** What every finding about a pull carries besides its message. */
export const subjectOf = ({
  uses,
  cluster,
  registry,
  image
}: PullSubject): Pick<FindingDraft, 'uses' | 'cluster' | 'registry' | 'image'> => ({
  uses,
  cluster,
  registry,
  image
})
