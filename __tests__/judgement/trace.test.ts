import { expect, test } from '@jest/globals'
import { watched } from '../../src/access/look-up.ts'
import { checks } from '../../src/checks/index.ts'
import { traceText } from '../../src/judgement/trace.ts'
import { judgePulls } from '../../src/pulls/judged-pulls.ts'
import { casesOf, contextOf } from '../checks/fixtures.ts'

const traceOf = async (check: string, name: string): Promise<string> => {
  const { manifests, facts } = await contextOf(check, name)
  return traceText(judgePulls(manifests, facts, watched))
}

test('a trace names the facts where they lie, the credentials, the obstacles and the rule, in this order', async () => {
  const registry =
    '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-images/providers/Microsoft.ContainerRegistry/registries/contoso'
  const trace = await traceOf('registry-firewall', 'finds-rules')
  const lines = trace.split('\n').map(line => line.trim())
  expect(lines).toEqual(
    expect.arrayContaining([
      '2. registry of contoso.azurecr.io at .registries[0].answer: known',
      `5. deny assignments of ${registry} at .denyAssignments[0].answer: known, 0`,
      'rule: credentials granted, 0 sure and 1 possible obstacles: unknown (perhaps-blocked)'
    ])
  )
  const titles = lines.filter(line => /^(?:written|facts|credentials:|obstacles|rule:)/.test(line))
  expect(titles.slice(0, 5).map(line => line.split(/[ :]/)[0])).toEqual([
    'written',
    'facts',
    'credentials',
    'obstacles',
    'rule'
  ])
})

test('a trace says which fact was not there, and why', async () => {
  expect(await traceOf('facts-missing', 'unknown-finds-assignments-forbidden')).toMatch(
    /role assignments of \S+ at \S+ at \.assignments\[\d\]\.answer: forbidden: /
  )
})

test('a trace says what a kustomization that was not built made of a verdict', async () => {
  expect(await traceOf('kustomization-not-built', 'unknown-finds-granted')).toContain(
    ', and then unknown (kustomization-not-built)'
  )
})

const cases = checks.flatMap(({ id }) => casesOf(id).map(name => [id, name] as const))

test('every verdict of every case has facts behind it, and the rule that it ends with is its own', async () => {
  for (const [id, name] of cases) {
    const { manifests, facts } = await contextOf(id, name)
    const judged = judgePulls(manifests, facts, watched)
    const rules = traceText(judged).match(/^ {2}rule: .*$/gm) ?? []
    expect(rules.map(rule => /(pull|no-pull|unknown) \([a-z-]+\)$/.exec(rule)?.[1])).toEqual(
      judged.verdicts.map(({ result }) => result)
    )
    expect(
      judged.verdicts.filter(({ settledFrom: { access } }) => access.lookUps.length === 0)
    ).toEqual([])
  }
})
