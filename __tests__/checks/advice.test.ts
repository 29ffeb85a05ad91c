import { beforeAll, describe, expect, test } from '@jest/globals'
import { advice } from '../../src/checks/advice.ts'
import type { Check, CheckContext, FindingDraft, Worded } from '../../src/checks/check.ts'
import { checks } from '../../src/checks/index.ts'
import type { Verdict } from '../../src/pulls/verdict.ts'
import { casesOf, contextOf } from './fixtures.ts'

describe('each check', () => {
  test('words what leads to a verdict, or stands in the table of advice', () => {
    const neither = checks.filter(({ id, words }) => words.length === 0 && advice[id] === undefined)
    expect(neither.map(({ id }) => id)).toEqual([])
  })

  test('of the table of advice exists, and has its reason', () => {
    const ids = checks.map(({ id }) => id)
    expect(Object.keys(advice).filter(id => !ids.includes(id))).toEqual([])
    expect(Object.values(advice).filter(reason => !/^[A-Z].{20,}\.$/.test(reason))).toEqual([])
  })
})

/** Held complete by the compiler. */
const everyCauseAndObstacle: Readonly<Record<Worded, true>> = {
  'no-grant': true,
  'role-ineffective-in-mode': true,
  'condition-excludes-repository': true,
  'role-lacks-pull-action': true,
  'granted-to-other-identity': true,
  denied: true,
  'deployed-otherwise': true,
  'cross-tenant': true,
  'registry-not-found': true,
  'virtual-node-needs-secret': true,
  'pull-secret-undecodable': true,
  'pull-secret-unusable': true,
  'kubelet-identity-gone': true,
  'service-account-identity-missing': true,
  'host-not-served': true,
  'registry-not-visible': true,
  'condition-not-decidable': true,
  'deny-not-decidable': true,
  'kubelet-identity-recreated': true,
  'mode-unknown': true,
  'groups-not-resolved': true,
  'principal-unknown': true,
  'pull-secret': true,
  'secret-not-visible': true,
  'pull-secret-hinted': true,
  'service-account-not-visible': true,
  'anonymous-not-proven': true,
  'nodes-differ': true,
  'fact-missing': true,
  'kustomization-not-built': true,
  'changed-at-admission': true,
  'chart-not-rendered': true,
  'default-assumed': true,
  'cache-rule': true,
  'cluster-state': true,
  'encryption-key': true,
  firewall: true,
  'known-issue': true,
  'no-way-in': true,
  'image-absent': true,
  'image-locked': true,
  'image-platform': true,
  'image-schema-1': true,
  'image-unanswered': true,
  'not-an-image': true,
  'no-egress': true,
  'node-identity': true,
  'pod-identity': true,
  'private-way': true,
  proxy: true,
  'public-access': true,
  quarantine: true,
  'registry-state': true,
  replica: true,
  'not-told': true,
  'regional-endpoint': true,
  'identity-binding-missing': true,
  'virtual-node-not-listed': true,
  subscription: true
}

test('every cause and every kind of obstacle is worded by some check', () => {
  const worded = new Set<string>(checks.flatMap(({ words }) => words))
  expect(Object.keys(everyCauseAndObstacle).filter(kind => !worded.has(kind))).toEqual([])
})

type Drafted = { readonly check: Check; readonly draft: FindingDraft }

type Case = {
  readonly path: string
  readonly verdicts: readonly Verdict[]
  readonly drafted: readonly Drafted[]
}

const draftedIn = (context: CheckContext): readonly Drafted[] =>
  checks.flatMap(check => [...check.run(context)].map(draft => ({ check, draft })))

const concerns = ({ draft }: Drafted, verdict: Verdict): boolean =>
  (draft.cluster ?? verdict.cluster) === verdict.cluster &&
  (draft.registry ?? verdict.registry) === verdict.registry &&
  draft.uses.some(use => verdict.uses.includes(use))

describe('over all fixtures', () => {
  let cases: readonly Case[] = []

  beforeAll(async () => {
    const paths = checks.flatMap(({ id }) => casesOf(id).map(name => [id, name] as const))
    cases = await Promise.all(
      paths.map(async ([id, name]) => {
        const context = await contextOf(id, name)
        return { path: `${id}/${name}`, verdicts: context.verdicts, drafted: draftedIn(context) }
      })
    )
  })

  test('no pull stands beside a finding that is unknown, or more than a note and no advice', () => {
    const contradictions = cases.flatMap(({ path, verdicts, drafted }) => {
      const speaking = drafted.filter(
        ({ check, draft: { severity } }) =>
          severity === 'unknown' || (severity !== 'note' && advice[check.id] === undefined)
      )
      return verdicts
        .filter(({ result }) => result === 'pull')
        .flatMap(verdict => speaking.filter(each => concerns(each, verdict)))
        .map(({ check, draft }) => `${path}: ${check.id} ${draft.severity}`)
    })
    expect(cases.length).toBeGreaterThan(390)
    expect(contradictions).toEqual([])
  })

  test('what is refused or open is explained by a check that words the cause', () => {
    const unexplained = cases.flatMap(({ path, verdicts, drafted }) =>
      verdicts.flatMap(verdict =>
        kindsBehind(verdict)
          .filter(
            kind =>
              !drafted.some(each => each.check.words.includes(kind) && concerns(each, verdict))
          )
          .map(kind => `${path}: ${kind}`)
      )
    )
    expect(unexplained).toEqual([])
  })
})

/** A cause, or the kinds of the obstacles that it lists. */
function kindsBehind(verdict: Verdict): readonly Worded[] {
  if (verdict.result === 'pull') return []
  const reason = verdict.result === 'no-pull' ? verdict.cause : verdict.open
  switch (reason.kind) {
    case 'blocked':
    case 'blocked-in-part':
    case 'perhaps-blocked':
      return reason.obstacles.map(({ kind }) => kind)
    default:
      return [reason.kind]
  }
}
