import type { PullAccess } from '../access/pull-access.ts'
import { memoizeForObjects } from '../base/memoize.ts'
import { type Fact, known, type Reason, unknown } from '../facts/fact.ts'
import type { Facts } from '../facts/facts.ts'
import type { ImageAnswer, ImageQuestion, ImageState } from '../facts/images.ts'
import { answerTo } from '../facts/related-resources/index.ts'
import type { ImageReference } from '../kubernetes/images/image-reference.ts'
import { pulledReference } from '../kubernetes/images/pulled-reference.ts'
import { cacheRuleFinder } from '../facts/related-resources/cache-rule-finder.ts'
import { isDigest, isExpected } from './lookup-policy.ts'
import type { PullContext } from './pull-context.ts'
import { type RegistryPulls, registryPulls } from './pulls-by-registry.ts'

/** What is known of the image of one pull, from its registry. */
export type LookedUpPull = {
  readonly from: RegistryPulls
  readonly access: PullAccess
  /** By what a node asks for it: a digest or a tag. null: a placeholder stands there. */
  readonly reference: string | null
  readonly found: Fact<ImageState>
  /** null: nobody asked. */
  readonly askedAt: string | null
  /** Without an answer the verdict is open. */
  readonly opens: boolean
  /** Somebody requires answers, so that one that leaves something out opens the verdict too. */
  readonly required: boolean
  /** It is pushed later, so that its absence says nothing. */
  readonly expected: boolean
}

const keyOf = ({ registry, repository, reference }: ImageQuestion): string =>
  `${registry.toLowerCase()} ${repository} ${reference}`

/** Where an answer came twice, one that knows counts. */
const imagesByKey = memoizeForObjects((images: Facts['images']) => {
  const answers = new Map<string, ImageAnswer>()
  for (const each of images)
    if (answers.get(keyOf(each))?.answer.known !== true) answers.set(keyOf(each), each)
  return answers
})

/** The answer about an image, however it names its registry's host; null: nobody asked. */
export const imageAnswerTo = (
  { images }: Pick<Facts, 'images'>,
  question: ImageQuestion
): ImageAnswer | null => imagesByKey(images).get(keyOf(question)) ?? null

const placeholder = unknown('not-collected', 'its tag or digest is filled in later')
const notAsked = unknown('not-collected', 'its registry was not asked about it')

/** Who lacks a right was not asked either: what a registry may not tell opens nothing unless an answer is required. */
const isSilent = ({ inPassing, answer }: ImageAnswer): boolean =>
  inPassing || (!answer.known && answer.reason.permission !== null)

type Found = Pick<LookedUpPull, 'found' | 'askedAt' | 'opens'>

/** A repository of a cache rule is fetched when a node first asks for it: that it is not there yet says nothing. */
function ofCachedRepository(
  { from, access }: Pick<LookedUpPull, 'from' | 'access'>,
  facts: Facts
): Reason | null {
  const rules = answerTo(facts, { kind: 'cacheRules', registryId: from.registry.id })
  if (rules?.known !== true) return null
  const rule = cacheRuleFinder(rules.value)(access.repository)
  return rule === null
    ? null
    : {
        code: 'not-collected',
        message: `cache rule ${rule.name} fetches it from ${rule.source} when a node first asks for it`,
        permission: null
      }
}

function foundIn(
  pull: Pick<LookedUpPull, 'from' | 'access' | 'reference'>,
  { facts, lookup: { mode } }: PullContext
): Found {
  const required = mode === 'require'
  const { reference, access, from } = pull
  if (reference === null) return { found: placeholder, askedAt: null, opens: required }
  const { repository } = access
  const entry = imageAnswerTo(facts, { registry: from.host, repository, reference })
  if (entry === null) return { found: notAsked, askedAt: null, opens: required }
  const { answer, askedAt } = entry
  if (!answer.known) return { found: answer, askedAt, opens: required || !isSilent(entry) }
  const cached = answer.value.state === 'absent' ? ofCachedRepository(pull, facts) : null
  return cached === null
    ? { found: known(answer.value), askedAt, opens: false }
    : { found: { known: false, reason: cached }, askedAt, opens: required }
}

function referenceOf({ uses: [first] }: PullAccess): {
  readonly text: string
  readonly reference: ImageReference
} | null {
  return first?.image.kind === 'reference' ? first.image : null
}

function lookedUpFor(from: RegistryPulls, access: PullAccess, context: PullContext): LookedUpPull {
  const image = referenceOf(access)
  const reference = image === null ? null : pulledReference({ kind: 'reference', ...image })
  const { repository } = access
  const asked = reference === null ? null : { registry: from.host, repository, reference }
  return {
    from,
    access,
    reference,
    ...foundIn({ from, access, reference }, context),
    required: context.lookup.mode === 'require',
    expected: isExpected(
      { text: access.image, tag: image?.reference.tag ?? null },
      asked,
      context.lookup
    )
  }
}

/** Each pull from a known registry, with what the registry said of its image. */
export const lookedUpPulls = memoizeForObjects((context: PullContext): readonly LookedUpPull[] =>
  registryPulls(context).flatMap(from =>
    from.accesses.map(access => lookedUpFor(from, access, context))
  )
)

const byAccess = memoizeForObjects(
  (context: PullContext) => new Map(lookedUpPulls(context).map(pull => [pull.access, pull]))
)

/** null: the registry or the cluster of the pull is not known. */
export const lookUpOf = (context: PullContext, access: PullAccess): LookedUpPull | null =>
  byAccess(context).get(access) ?? null

const shortDigest = (digest: string): string => `${digest.slice(0, digest.indexOf(':') + 13)}…`

/** Such as `tag 1.4.2 of repository shop/web`. */
export function referenceText({ access, reference }: LookedUpPull): string {
  if (reference === null) return `an image of repository ${access.repository}`
  const what = isDigest(reference) ? `digest ${shortDigest(reference)}` : `tag ${reference}`
  return `${what} of repository ${access.repository}`
}
