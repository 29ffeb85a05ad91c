import type { Cause, Verdict } from '../../access/verdict.ts'
import type { FindingDraft } from '../check.ts'

type CauseOf<Kind extends Cause['kind']> = Extract<Cause, { kind: Kind }>

const isOfKind = <Kind extends Cause['kind']>(cause: Cause, kind: Kind): cause is CauseOf<Kind> =>
  cause.kind === kind

/** The verdicts that have this cause, with the cause narrowed to its own data. */
export function* verdictsBecause<Kind extends Cause['kind']>(
  verdicts: readonly Verdict[],
  kind: Kind
): Generator<{ readonly verdict: Verdict; readonly cause: CauseOf<Kind> }, void, undefined> {
  for (const verdict of verdicts)
    if (isOfKind(verdict.cause, kind)) yield { verdict, cause: verdict.cause }
}

/** What every finding about a verdict carries besides its message. */
export const subjectOf = (
  verdict: Verdict
): Pick<FindingDraft, 'uses' | 'cluster' | 'registry' | 'image'> => ({
  uses: verdict.uses,
  cluster: verdict.cluster,
  registry: verdict.registry,
  image: verdict.image
})
