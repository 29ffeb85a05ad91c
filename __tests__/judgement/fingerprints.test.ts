import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../../src/checks/check.ts'
import { readFacts } from '../../src/facts/facts-file.ts'
import { judgement } from '../../src/judgement/judgement.ts'
import { gitlabReport } from '../../src/reports/gitlab.ts'
import type { Report } from '../../src/reports/report.ts'
import { checkInputs } from '../../src/settings/inputs.ts'
import { worldNamed } from '../worlds/worlds.ts'
import { worldWithoutTools } from '../manifests/binaries.ts'
import { load } from '../manifests/workspace-files.ts'

type Files = Readonly<Record<string, string>>

const facts = readFacts(JSON.stringify(worldNamed('contoso-one-pool')))

async function reportOn(files: Files): Promise<Report> {
  const inputs = checkInputs({ manifests: ['.'], facts: ['facts.json'] })
  return judgement(await load(files, {}, worldWithoutTools), facts, 'file', inputs)
}

const deployment = (
  name: string,
  image: string,
  apiVersion = 'apps/v1'
): string => `apiVersion: ${apiVersion}
kind: Deployment
metadata: {name: ${name}, namespace: shop}
spec:
  template:
    spec:
      containers:
        - {name: ${name}, image: "${image}"}
`

const app = 'contosonone.azurecr.io/shop/app'
const before: Files = { 'deploy/web.yaml': deployment('web', `${app}:1`) }
const broken = 'apiVersion: v1\nkind: Pod\nspec: {containers: [{image: "contoso.azurecr.io/a:1"}\n'

const printsOf = ({ findings }: Report): ReadonlySet<string> =>
  new Set(findings.flatMap(({ fingerprints }) => fingerprints))

const wholePrintsOf = ({ findings }: Report): readonly string[] =>
  findings.map(({ fingerprint }) => fingerprint)

/** What GitLab takes for fixed, and for new, when one report follows another. */
function changesForGitLab(one: Report, other: Report): { fixed: number; new: number } {
  const prints = (report: Report) =>
    new Set(
      (JSON.parse(gitlabReport(report)) as readonly { readonly fingerprint: string }[]).map(
        ({ fingerprint }) => fingerprint
      )
    )
  const [then, now] = [prints(one), prints(other)]
  return {
    fixed: [...then].filter(print => !now.has(print)).length,
    new: [...now].filter(print => !then.has(print)).length
  }
}

describe('the fingerprints of an old trouble stay', () => {
  test.each<[string, Files]>([
    ['when its tag changes', { 'deploy/web.yaml': deployment('web', `${app}:2`) }],
    [
      'when it gets a digest',
      { 'deploy/web.yaml': deployment('web', `${app}:1@sha256:${'a'.repeat(64)}`) }
    ],
    ['when its file moves', { 'apps/shop.yaml': deployment('web', `${app}:1`) }],
    ['when its lines move', { 'deploy/web.yaml': `# a\n\n# b\n${deployment('web', `${app}:1`)}` }],
    [
      'when the API version of its object changes',
      { 'deploy/web.yaml': deployment('web', `${app}:1`, 'apps/v1beta2') }
    ],
    [
      'when the same object stands in a second file',
      { ...before, 'copy/web.yaml': deployment('web', `${app}:1`) }
    ]
  ])('%s', async (_name, after) => {
    const [then, now] = [await reportOn(before), await reportOn(after)]
    expect(printsOf(then).size).toBeGreaterThan(0)
    expect(printsOf(now)).toEqual(printsOf(then))
    expect(wholePrintsOf(now)).toEqual(wholePrintsOf(then))
  })

  test.each<[string, Files]>([
    ['with the same image', { 'deploy/a.yaml': deployment('a', `${app}:1`) }],
    ['with another tag', { 'deploy/a.yaml': deployment('a', `${app}:0`) }]
  ])('beside one of a new workload %s', async (_name, added) => {
    const [then, now] = [await reportOn(before), await reportOn({ ...before, ...added })]
    expect([...printsOf(now)]).toEqual(expect.arrayContaining([...printsOf(then)]))
    expect(printsOf(now).size).toBe(printsOf(then).size + 1)
    expect(wholePrintsOf(now)).toEqual(expect.arrayContaining([...wholePrintsOf(then)]))
    expect(changesForGitLab(then, now)).toEqual({ fixed: 0, new: 1 })
  })
})

describe('another trouble has other fingerprints', () => {
  test.each<[string, Files]>([
    ['in another object', { 'deploy/web.yaml': deployment('api', `${app}:1`) }],
    [
      'of another repository',
      { 'deploy/web.yaml': deployment('web', 'contosonone.azurecr.io/shop/api:1') }
    ],
    [
      'of another namespace',
      { 'deploy/web.yaml': deployment('web', `${app}:1`).replace('shop}', 'test}') }
    ]
  ])('%s', async (_name, after) => {
    const [then, now] = [await reportOn(before), await reportOn(after)]
    expect([...printsOf(now)].filter(print => printsOf(then).has(print))).toEqual([])
  })
})

test('a finding that stands for several pulls has one fingerprint for each, and the places of both', async () => {
  const both = { ...before, 'deploy/api.yaml': deployment('api', `${app}:1`) }
  const { findings } = await reportOn(both)
  expect(
    findings.map(({ fingerprints, locations }) => [fingerprints.length, locations.length])
  ).toEqual([[2, 2]])
})

test('GitLab sees the same trouble over a release', async () => {
  const files = { ...before, 'deploy/api.yaml': deployment('api', `${app}:1`) }
  const released = Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file, text.replaceAll(`${app}:1`, `${app}:2`)])
  )
  const [then, now] = [await reportOn(files), await reportOn(released)]
  expect(changesForGitLab(then, now)).toEqual({ fixed: 0, new: 0 })
})

test('what is wrong with a file is known by file, and a second fault in it by its number', async () => {
  const prints = async (text: string): Promise<readonly string[]> =>
    (await reportOn({ ...before, 'deploy/broken.yaml': text })).findings
      .filter(({ check }: Finding) => check === 'manifest-invalid')
      .flatMap(({ fingerprints }) => fingerprints)
  const [one, moved, two] = [
    await prints(broken),
    await prints(`# a comment\n\n${broken}`),
    await prints(`${broken}---\n${broken}`)
  ]
  expect(one).toHaveLength(1)
  expect(moved).toEqual(one)
  expect(two).toHaveLength(2)
  expect(two[0]).toBe(one[0])
})
