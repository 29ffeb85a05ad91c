import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { FactsError } from '../../src/base/errors.ts'
import { readEvent, sourceLinks } from '../../src/github/environment.ts'
import { getIdToken } from '../../src/github/id-token.ts'
import { actionInputNames } from '../../src/github/inputs.ts'
import { annotationProperties, outputs } from '../../src/github/publish.ts'
import { sampleReport } from '../reports/sample-report.ts'

const eventFile = async (text: string): Promise<string> => {
  const file = join(await mkdtemp(join(tmpdir(), 'event-')), 'event.json')
  await writeFile(file, text)
  return file
}

const base = { full_name: 'contoso/shop' }

describe('the event of a run', () => {
  test.each([
    [
      'is a pull request of the repository itself',
      { repository: base, pull_request: { head: { sha: 'a', repo: base } } },
      { headSha: 'a', fromFork: false }
    ],
    [
      'is a pull request from a fork',
      { repository: base, pull_request: { head: { sha: 'a', repo: { full_name: 'x/shop' } } } },
      { headSha: 'a', fromFork: true }
    ],
    [
      'is a pull request from a fork that was deleted',
      { repository: base, pull_request: { head: { sha: 'a', repo: null } } },
      { headSha: 'a', fromFork: true }
    ],
    ['is a push', { repository: base, after: 'a' }, null],
    ['is strange', { pull_request: 7 }, null]
  ])('%s', async (_name, event, pullRequest) => {
    const path = await eventFile(JSON.stringify(event))
    expect(readEvent({ GITHUB_EVENT_PATH: path })).toEqual({ pullRequest })
  })

  test('is none where the file is broken, missing or not named', async () => {
    const broken = await eventFile('{')
    for (const path of [broken, `${broken}.missing`, ''])
      expect(readEvent({ GITHUB_EVENT_PATH: path })).toEqual({ pullRequest: null })
  })
})

test('links lead to the commit that was checked out, where there is one', () => {
  const environment = { GITHUB_REPOSITORY: 'contoso/shop', GITHUB_SHA: 'abc' }
  expect(sourceLinks(environment)).toEqual({
    repositoryUrl: 'https://github.com/contoso/shop',
    sha: 'abc'
  })
  expect(sourceLinks({ ...environment, GITHUB_SERVER_URL: 'https://git.contoso.example' })).toEqual(
    {
      repositoryUrl: 'https://git.contoso.example/contoso/shop',
      sha: 'abc'
    }
  )
  expect(sourceLinks({})).toBeNull()
})

describe('a run without OIDC token', () => {
  test('is told which permission the job lacks, and for which subject of its event', async () => {
    const push = {
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REPOSITORY: 'contoso/shop',
      GITHUB_REF: 'refs/heads/main'
    }
    const refusal = getIdToken('api://AzureADTokenExchange', push)
    await expect(refusal).rejects.toBeInstanceOf(FactsError)
    await expect(refusal).rejects.toThrow(
      /permissions id-token: write .+ has subject repo:contoso\/shop:ref:refs\/heads\/main/
    )
  })

  test('of a pull request of the repository itself is told of the permission alone', async () => {
    const event = { repository: base, pull_request: { head: { sha: 'a', repo: base } } }
    const path = await eventFile(JSON.stringify(event))
    const refusal = getIdToken('api://AzureADTokenExchange', { GITHUB_EVENT_PATH: path })
    await expect(refusal).rejects.toThrow('permissions id-token: write')
    await expect(refusal).rejects.not.toThrow(/subject|fork/)
  })

  test('of a fork is told to judge from a facts file', async () => {
    const event = { repository: base, pull_request: { head: { sha: 'a', repo: null } } }
    const path = await eventFile(JSON.stringify(event))
    await expect(
      getIdToken('api://AzureADTokenExchange', { GITHUB_EVENT_PATH: path })
    ).rejects.toThrow('judge from a facts file')
  })
})

test('the outputs are those of the contract', () => {
  expect(outputs(sampleReport.summary, 'out/report.json')).toEqual({
    conclusion: 'fail',
    findings: '8',
    errors: '4',
    warnings: '2',
    unknown: '1',
    report: 'out/report.json'
  })
  expect(outputs(sampleReport.summary, null)['report']).toBe('')
})

test('an annotation has columns only within one line, and no command of another system', () => {
  const annotation = { level: 'error', title: 'a ##vso[b]', message: '' } as const
  const location = { file: '##[x].yaml', line: 2, column: 3, endLine: 2, endColumn: 9 }
  expect(annotationProperties({ ...annotation, location })).toEqual({
    title: 'a # #vso[b]',
    file: '# #[x].yaml',
    startLine: 2,
    endLine: 2,
    startColumn: 3,
    endColumn: 9
  })
  expect(annotationProperties({ ...annotation, location: { ...location, endLine: 3 } })).toEqual({
    title: 'a # #vso[b]',
    file: '# #[x].yaml',
    startLine: 2,
    endLine: 3
  })
  expect(annotationProperties({ ...annotation, location: null })).toEqual({ title: 'a # #vso[b]' })
})

test('every input is named once', () => {
  expect(actionInputNames).toContain('manifests')
  expect(actionInputNames).toContain('sarif-file')
  expect(new Set(actionInputNames).size).toBe(actionInputNames.length)
})
