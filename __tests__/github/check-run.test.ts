import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import {
  batches,
  checkRunRequests,
  type CheckRunOutput
} from '../../src/github/check-run-requests.ts'
import { publishCheckRun, type ChecksApi } from '../../src/github/check-run.ts'
import type { Finding } from '../../src/checks/check.ts'
import type { Report } from '../../src/reports/report.ts'
import { fleetReport } from '../reports/fleet-report.ts'
import { sampleReport } from '../reports/sample-report.ts'

describe('batches', () => {
  test.each([
    ['none of an empty list', 0, []],
    ['one that is not full', 49, [49]],
    ['one that is full', 50, [50]],
    ['a second from the next item on', 51, [50, 1]],
    ['as many as needed', 120, [50, 50, 20]]
  ])('are %s', (_name, count, expected) => {
    const items = Array.from({ length: count }, (_, index) => index)
    expect(batches(items, 50).map(batch => batch.length)).toEqual(expected)
    expect(batches(items, 50).flat()).toEqual(items)
  })
})

const many = (count: number): Report => {
  const [pattern] = sampleReport.findings
  const findings = Array.from({ length: count }, (_, index): Finding[] => {
    if (pattern === undefined) return []
    const place = { file: 'a.yaml', line: index + 1, column: 2, endLine: index + 1, endColumn: 9 }
    return [{ ...pattern, locations: [place] }]
  })
  return { ...sampleReport, coverage: [], findings: findings.flat() }
}

describe('requests for a check run', () => {
  test('carry fifty annotations each, the first creates and the others update', () => {
    const { create, updates } = checkRunRequests(many(120), 'abc', null)
    expect(create.output.annotations).toHaveLength(50)
    expect(updates.map(update => update.annotations.length)).toEqual([50, 20])
    const lines = [create.output, ...updates].flatMap(({ annotations }) =>
      annotations.map(annotation => annotation.start_line)
    )
    expect(lines).toEqual(Array.from({ length: 120 }, (_, index) => index + 1))
  })

  test.each([
    ['pass', 'success'],
    ['fail', 'failure'],
    ['inconclusive', 'neutral']
  ] as const)('conclude %s as %s', (conclusion, expected) => {
    const report = { ...sampleReport, summary: { ...sampleReport.summary, conclusion } }
    expect(checkRunRequests(report, 'abc', null).create).toMatchObject({
      name: 'acr-pull-check',
      head_sha: 'abc',
      status: 'completed',
      conclusion: expected
    })
  })

  test('name place, level and text as the API does', () => {
    const { create } = checkRunRequests(sampleReport, 'abc', null)
    const levels = create.output.annotations.map(annotation => annotation.annotation_level)
    expect(new Set(levels)).toEqual(new Set(['failure', 'warning', 'notice']))
    expect(create.output.annotations[0]).toEqual({
      path: 'deploy/reports/cronjob.yaml',
      start_line: 19,
      end_line: 19,
      start_column: 24,
      end_column: 67,
      annotation_level: 'failure',
      title: "The role does not count in this registry's role assignment mode",
      message: expect.stringContaining('ignores in its mode')
    })
  })

  test('have no columns over several lines, and no annotation without a place', () => {
    const [first] = sampleReport.findings
    const place = { file: 'a.yaml', line: 1, column: 2, endLine: 3, endColumn: 4 }
    const bare = { ...sampleReport, images: [], invalidImages: [], coverage: [] }
    const findings = first === undefined ? [] : [{ ...first, locations: [place] }]
    const { create } = checkRunRequests({ ...bare, findings }, 'abc', null)
    expect(Object.keys(create.output.annotations[0] ?? {})).not.toContain('start_column')
    const nowhere = findings.map(finding => ({ ...finding, locations: [] }))
    expect(
      checkRunRequests({ ...bare, findings: nowhere }, 'abc', null).create.output.annotations
    ).toEqual([])
  })

  test('keep the summary below 65,535 characters', () => {
    const { create } = checkRunRequests(fleetReport(90, 70, 'because'), 'abc', null)
    expect(create.output.summary.length).toBeLessThan(65_535)
    expect(create.output.summary).toContain('not shown')
  })
})

describe('publishing a check run', () => {
  const eventFile = async (event: unknown): Promise<string> => {
    const file = join(await mkdtemp(join(tmpdir(), 'check-run-')), 'event.json')
    await writeFile(file, JSON.stringify(event))
    return file
  }
  const pullRequest = (repository: string) => ({
    repository: { full_name: 'contoso/shop' },
    pull_request: { head: { sha: 'head0001', repo: { full_name: repository } } }
  })

  const publish = async (
    event: unknown,
    token: string,
    api: Partial<ChecksApi>,
    report = sampleReport
  ) => {
    const said: string[] = []
    const masked: string[] = []
    await publishCheckRun(report, token, {
      environment: {
        GITHUB_EVENT_PATH: await eventFile(event),
        GITHUB_REPOSITORY: 'contoso/shop',
        GITHUB_SHA: 'merge001'
      },
      connect: () =>
        Promise.resolve({
          create: () => Promise.resolve(7),
          update: () => Promise.resolve(),
          ...api
        }),
      mask: secret => masked.push(secret),
      notice: message => said.push(`notice: ${message}`),
      warning: message => said.push(`warning: ${message}`)
    })
    expect(masked).toEqual(token === '' ? [] : [token])
    return said
  }

  const refused = (status: number) => () =>
    Promise.reject(Object.assign(new Error('Resource not accessible by integration'), { status }))

  test.each([
    ['the head of a pull request, not its merge', pullRequest('contoso/shop'), 'head0001'],
    ['the pushed commit elsewhere', { ref: 'refs/heads/main' }, 'merge001']
  ])('judges %s', async (_name, event, expected) => {
    const commits: string[] = []
    const create: ChecksApi['create'] = request => {
      commits.push(request.head_sha)
      return Promise.resolve(7)
    }
    expect(await publish(event, 'token', { create })).toEqual([])
    expect(commits).toEqual([expected])
  })

  test('appends the other batches to the check run that was created', async () => {
    const updates: (readonly [number, CheckRunOutput])[] = []
    const update: ChecksApi['update'] = (id, output) => {
      updates.push([id, output])
      return Promise.resolve()
    }
    await publish({}, 'token', { update }, many(101))
    expect(updates.map(([id, { annotations }]) => [id, annotations.length])).toEqual([
      [7, 50],
      [7, 1]
    ])
  })

  test.each([403, 404])('says once that the permission is missing after HTTP %d', async status => {
    expect(
      await publish(pullRequest('contoso/shop'), 'token', { create: refused(status) })
    ).toEqual([
      `notice: No check run was created (HTTP ${status}): the token may not write checks; add permissions: checks: write to the job. The annotations and the job summary of this step hold the same findings.`
    ])
  })

  test('says that a fork has no such right', async () => {
    expect(await publish(pullRequest('fabrikam/shop'), 'token', { create: refused(403) })).toEqual([
      'notice: No check run was created (HTTP 403): the token of a pull request from a fork may only read. The annotations and the job summary of this step hold the same findings.'
    ])
  })

  test('warns of any other trouble and goes on', async () => {
    expect(await publish({}, 'token', { update: refused(502) }, many(60))).toEqual([
      'warning: The check run could not be completed: Resource not accessible by integration'
    ])
  })

  test('names the input that is missing', async () => {
    expect(await publish({}, '', {})).toEqual([
      'warning: No check run was created: input check-run needs input github-token.'
    ])
  })
})
